/**
 * What the makers of sold goods have earned. The base of a line of an order is what its goods brought the
 * group: their total less the discount it bore and the commission. The group keeps its cut, rounded half
 * up; the rest is divided by the makers' weights, in running totals, so that the parts sum to it. Weights
 * and cut are those of the day on which the order was completed. What was given back to the buyer
 * meanwhile lowers the bases of its order, in proportion; a later refund is a line of its own, below zero.
 */
import {
  add,
  allocate,
  amount,
  basisPoints,
  share,
  subtract,
  sum,
  ZERO,
  type Amount,
} from '#worker/kernel/money'

export type Weight = { makerId: string; name: string; weight: number }

export type SoldLine = {
  orderId: string
  code: string
  n: number
  title: string
  quantity: number
  base: Amount
  keptBps: number
  makers: readonly Weight[]
}

export type SharedLine = SoldLine & {
  kept: Amount
  parts: readonly { makerId: string; name: string; amount: Amount }[]
  /** What no maker is credited for stays with the group. */
  unassigned: Amount
}

/** The bases of an order after so much of it was given back; never below nothing. */
export function lowered(bases: readonly Amount[], back: Amount): Amount[] {
  const whole = sum(bases)
  if (back === ZERO || whole === ZERO) return [...bases]
  const left = amount(Math.max(0, whole - back))
  return allocate(left, bases)
}

/** Divides a line; a base below zero is divided as its mirror. */
export function divide(line: SoldLine): SharedLine {
  const size = amount(Math.abs(line.base))
  const sign = line.base < 0 ? -1 : 1
  const signed = (one: Amount) => amount(one * sign)
  if (line.makers.length === 0) {
    return { ...line, kept: ZERO, parts: [], unassigned: line.base }
  }
  const kept = share(size, basisPoints(line.keptBps))
  const parts = allocate(
    subtract(size, kept),
    line.makers.map((one) => one.weight),
  )
  return {
    ...line,
    kept: signed(kept),
    parts: line.makers.map(({ makerId, name }, i) => ({
      makerId,
      name,
      amount: signed(parts[i]!),
    })),
    unassigned: ZERO,
  }
}

export type MakerTotal = {
  makerId: string
  name: string
  amount: Amount
  lines: readonly (Pick<SoldLine, 'orderId' | 'code' | 'n' | 'title' | 'base'> & {
    amount: Amount
  })[]
}

export type Sheet = {
  base: Amount
  kept: Amount
  unassigned: Amount
  makers: readonly MakerTotal[]
}

/** Everything of a month or a payout on one sheet: base = kept + unassigned + all makers. */
export function sheetOf(lines: readonly SoldLine[]): Sheet {
  const shared = lines.map(divide)
  const parts = shared.flatMap(({ parts, ...line }) => parts.map((part) => ({ ...part, line })))
  const makers = [...Map.groupBy(parts, (part) => part.makerId)].map(([makerId, own]) => ({
    makerId,
    name: own[0]!.name,
    amount: own.reduce((total, part) => add(total, part.amount), ZERO),
    lines: own.map(({ amount, line: { orderId, code, n, title, base } }) => ({
      ...{ orderId, code, n, title, base, amount },
    })),
  }))
  makers.sort((a, b) => (a.name < b.name ? -1 : 1))
  const total = (of: (line: SharedLine) => Amount) =>
    shared.reduce((all, line) => add(all, of(line)), ZERO)
  return {
    base: total((line) => line.base),
    kept: total((line) => line.kept),
    unassigned: total((line) => line.unassigned),
    makers,
  }
}
