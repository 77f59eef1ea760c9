/**
 * How much a group, or one of its members, may borrow next, from how the last loan went. The lender sets
 * the steps in percent of the last loan: up after a cycle without arrears, level after a few late
 * instalments, down after more. Every step says why. A member climbs by what she paid herself, so one
 * good payer of a bad group is not held down by it; a person decides all the same.
 */
import { ZERO, amount, portion, type Amount } from '#worker/kernel/money'

export type Ladder = {
  /** Of a group that has never borrowed here. */
  firstLimit: Amount
  /** Whatever the record, no more than this. */
  most: Amount
  /** Percent of the last loan. */
  growth: number
  kept: number
  lowered: number
  /** So many late instalments of a cycle are forgiven for `kept`. */
  lateAllowed: number
}

export const USUAL: Ladder = {
  firstLimit: amount(20_000_000),
  most: amount(150_000_000),
  growth: 150,
  kept: 100,
  lowered: 50,
  lateAllowed: 2,
}

/** A loan of the past or one that runs: how much, and how many instalments came late. */
export type Cycle = { amount: Amount; late: number; isOver: boolean }

export type Step = 'first' | 'up' | 'level' | 'down' | 'running'

export type NextLimit = {
  limit: Amount
  step: Step
  /** What the step was taken from. */
  from: Amount
  percent: number
  late: number
  isCapped: boolean
}

/** The last cycle decides; one that runs and was never late counts once it is over. */
export function nextLimit(cycles: readonly Cycle[], ladder: Ladder, first: Amount): NextLimit {
  const last = cycles.at(-1)
  if (!last) {
    return { limit: first, step: 'first', from: ZERO, percent: 100, late: 0, isCapped: false }
  }
  const [step, percent] = stepOf(last, ladder)
  const wanted = portion(last.amount, percent, 100, 'down')
  const isCapped = wanted > ladder.most
  const limit = isCapped ? ladder.most : wanted
  return { limit, step, from: last.amount, percent, late: last.late, isCapped }
}

function stepOf({ late, isOver }: Cycle, ladder: Ladder): [Step, number] {
  if (late > ladder.lateAllowed) return ['down', ladder.lowered]
  if (late > 0) return ['level', ladder.kept]
  return isOver ? ['up', ladder.growth] : ['running', ladder.kept]
}
