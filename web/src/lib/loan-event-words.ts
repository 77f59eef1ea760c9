/** What happened to a loan and what a payment consists of, in the reader's language. */
import { m } from '#lib/paraglide/messages.js'
import type { LoanStatementAnswer } from '#worker/lending/servicing/loans/answers'
import type { PayoffAnswer } from '#worker/lending/servicing/payoff-quotes/answers'

const EVENTS: Record<string, () => string> = {
  disbursed: m.lending_event_disbursed,
  repaid: m.lending_event_repaid,
  reversed: m.lending_event_reversed,
  refunded: m.lending_event_refunded,
  charged: m.lending_event_charged,
  waived: m.lending_event_waived,
  drawn: m.loan_event_drawn,
  rescheduled: m.loan_event_rescheduled,
  paused: m.loan_event_paused,
  movedIn: m.loan_event_moved_in,
  discounted: m.loan_event_discounted,
  writtenOff: m.loan_event_written_off,
  recovered: m.loan_event_recovered,
}

export function eventName(type: string): string {
  return EVENTS[type]?.() ?? type
}

const PARTS = {
  interest: m.lending_part_interest,
  principal: m.lending_part_principal,
  fees: m.lending_part_fees,
  penalties: m.lending_part_penalties,
  overpayment: m.lending_part_overpayment,
}

export type PartName = keyof typeof PARTS

export function partName(part: PartName): string {
  return PARTS[part]()
}

type Split = Partial<Record<PartName, number>>

/** The parts of a payment that hold something, in the order in which they are covered. */
export function partsOf(split: Split): { part: PartName; amount: number }[] {
  return (Object.keys(PARTS) as PartName[])
    .map((part) => ({ part, amount: split[part] ?? 0 }))
    .filter(({ amount }) => amount !== 0)
}

/** What the parts come to. */
export function totalOf(parts: Split): number {
  return partsOf(parts).reduce((sum, { amount }) => sum + amount, 0)
}

/** Nothing is owed of it any more, so that there is a letter that says so. */
export function isPaidOff({ loan, claim }: LoanStatementAnswer): boolean {
  return (
    ['closed', 'overpaid'].includes(loan.status) || (loan.status === 'written-off' && claim === 0)
  )
}

type PayoffLine = PayoffAnswer['lines'][number]

const LINES: Record<PayoffLine['of'], (given: { part: string }) => string> = {
  due: m.lending_payoff_due,
  principalToCome: m.lending_payoff_to_come,
  charges: m.lending_payoff_charges,
  running: m.lending_payoff_running,
  waiting: m.lending_payoff_waiting,
  paidAhead: m.lending_payoff_paid_ahead,
  claim: m.loan_payoff_claim,
}

export function payoffLine({ of, part }: PayoffLine): string {
  return LINES[of]({ part: partName(part) })
}

type Instalment = LoanStatementAnswer['instalments'][number]

/** The state of an instalment, as `Status` shows it. */
export function instalmentState(one: Instalment, today: string): string {
  const { left, dueOn, paid, endedOn } = one
  if (endedOn) return one.asked.principal > paid.principal ? 'written-off' : 'rescheduled'
  if (left === 0) return 'paid'
  if (dueOn < today) return 'late'
  if (totalOf(paid) > 0) return 'partlyPaid'
  return dueOn === today ? 'due' : 'upcoming'
}
