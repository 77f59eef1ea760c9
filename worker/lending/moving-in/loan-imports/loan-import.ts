/**
 * A sheet of loans on its way: read and shown first (`previewed`), differences accepted, then brought
 * here page by page (`running`) until it was gone through (`done`). What was accepted afterwards is brought
 * by going through it once more; a loan that is here is never brought again.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { add, sum, subtract, ZERO, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { Item, Outcome } from '#worker/lending/moving-in/loan-imports/planning'

const KEPT_MS = 90 * 24 * 60 * 60 * 1000

const COUNTED = {
  ready: 'ready',
  differs: 'differing',
  accepted: 'accepted',
  known: 'known',
  faulty: 'faulty',
  imported: 'imported',
  held: 'held',
} as const satisfies Record<Outcome, string>

type Count = (typeof COUNTED)[Outcome]

export type LoanImport = Record<Count, number> & {
  id: string
  lenderId: string
  fileName: string
  asOf: LocalDate
  status: 'previewed' | 'running' | 'done'
  lines: number
  loans: number
  principal: Amount
  earned: Amount
  done: number
  readBy: string
  createdAt: number
  finishedAt: number | null
  /** When what it says of people is forgotten; null once it was, and nothing more can come of it. */
  forgetAt: number | null
  version: number
}

type Read = Pick<
  LoanImport,
  'id' | 'lenderId' | 'fileName' | 'asOf' | 'lines' | 'readBy' | 'createdAt'
>

export function previewed(read: Read, items: readonly Item[]): LoanImport {
  const counts = { ready: 0, differing: 0, accepted: 0, known: 0, faulty: 0, imported: 0, held: 0 }
  for (const { outcome } of items) counts[COUNTED[outcome]] += 1
  const ready = items.filter(({ outcome }) => outcome === 'ready')
  return {
    ...read,
    ...counts,
    status: 'previewed',
    loans: items.length,
    principal: sum(ready.map((one) => one.principal)),
    earned: sum(ready.map((one) => one.earned)),
    done: 0,
    finishedAt: null,
    forgetAt: read.createdAt + KEPT_MS,
    version: 1,
  }
}

/** Refuses a sheet that is being gone through, and one that was forgotten. */
function standing({ status, forgetAt }: LoanImport): void {
  refuseUnless(status !== 'running', 'illegal-transition', 'These loans are on their way.')
  refuseUnless(forgetAt !== null, 'illegal-transition', 'This file is too old. Read it once more.')
}

export type Accepted = { count: number; principal: Amount; earned: Amount }

/** The old books' word is taken for so many loans. */
export function accept(one: LoanImport, { count, principal, earned }: Accepted): LoanImport {
  standing(one)
  refuseUnless(count > 0, 'illegal-transition', 'None of these has a difference to accept.')
  return {
    ...one,
    differing: one.differing - count,
    accepted: one.accepted + count,
    principal: add(one.principal, principal),
    earned: add(one.earned, earned),
    version: one.version + 1,
  }
}

export function begin(one: LoanImport): LoanImport {
  standing(one)
  const isWork = one.ready + one.accepted > 0
  refuseUnless(isWork, 'illegal-transition', 'Nothing of this file is ready to be brought.')
  return { ...one, status: 'running', done: 0, finishedAt: null, version: one.version + 1 }
}

export type Came = { from: Outcome; to: Outcome; principal: Amount; earned: Amount }

export function movedOn(
  before: LoanImport,
  { to, came, at }: { to: number; came: readonly Came[]; at: number },
): LoanImport {
  const after = { ...before }
  for (const one of came) {
    after[COUNTED[one.from]] -= 1
    after[COUNTED[one.to]] += 1
  }
  const lost = came.filter((one) => one.to !== 'imported')
  const done = Math.min(before.loans, to)
  const isDone = done === before.loans
  return {
    ...after,
    principal: subtract(before.principal, sum(lost.map((one) => one.principal ?? ZERO))),
    earned: subtract(before.earned, sum(lost.map((one) => one.earned ?? ZERO))),
    done,
    status: isDone ? 'done' : 'running',
    finishedAt: isDone ? at : null,
    version: before.version + 1,
  }
}
