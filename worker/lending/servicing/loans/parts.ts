/**
 * An amount of debt by what it consists of. Sums and differences are taken part by part; nothing
 * here decides in which order parts are paid.
 */

import { ZERO, add, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { Part } from '#worker/lending/offering/schedules/terms'

export type Parts = Readonly<Record<Part, Amount>>

export const PARTS: readonly Part[] = ['interest', 'principal', 'fees', 'penalties']

export const NOTHING: Parts = { interest: ZERO, principal: ZERO, fees: ZERO, penalties: ZERO }

function each(combine: (part: Part) => Amount): Parts {
  return {
    interest: combine('interest'),
    principal: combine('principal'),
    fees: combine('fees'),
    penalties: combine('penalties'),
  }
}

export function addParts(a: Parts, b: Parts): Parts {
  return each((part) => add(a[part], b[part]))
}

export function subtractParts(a: Parts, b: Parts): Parts {
  return each((part) => subtract(a[part], b[part]))
}

export function sumParts(list: readonly Parts[]): Parts {
  return list.reduce(addParts, NOTHING)
}

export function totalOf(parts: Parts): Amount {
  return sum(PARTS.map((part) => parts[part]))
}

/** Nothing but that part. */
export function only(part: Part, a: Amount): Parts {
  return { ...NOTHING, [part]: a }
}
