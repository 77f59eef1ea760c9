/**
 * A share of what a seller earns that goes to the instalments of her loan, as soon as it is hers: so
 * much of each amount, never more than is due with the running instalment unless she asked for it, and
 * never more than she is owed at that moment. She agrees to it and may end it. Rates are hundredths of a
 * percent (1 to 50 %), amounts whole rupiah.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { amount, portion, sum, ZERO, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { payoffOn } from '#worker/lending/servicing/loans/payoff-quote'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project, type Projection } from '#worker/lending/servicing/loans/projection'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'

const WHOLE = 10_000

export type PayoutShare = {
  id: string
  loanId: string
  lenderId: string
  enterpriseId: string
  agreedBy: string
  consentId: string
  rate: number
  floor: Amount
  ahead: boolean
  agreedAt: Instant
  endedAt: Instant | null
  /** The last line of the seller's account that was looked at. */
  line: number
  /** All that it has brought. */
  taken: Amount
  version: number
  /** The last month that was held against the floor ('2026-11'), and what was asked in cash then. */
  floorMonth: string
  floorShort: Amount
}

type Agreement = Pick<
  PayoutShare,
  | 'id'
  | 'enterpriseId'
  | 'agreedBy'
  | 'consentId'
  | 'rate'
  | 'floor'
  | 'ahead'
  | 'agreedAt'
  | 'line'
  | 'floorMonth'
>

/** Agrees on a share for a running loan; what was earned before it is not touched. */
export function agreeOnShare(
  loan: Pick<Loan, 'id' | 'lenderId' | 'status'>,
  agreement: Agreement,
): PayoutShare {
  refuseUnless(loan.status === 'active', 'illegal-transition', 'The loan is not running.')
  const { id: loanId, lenderId } = loan
  return {
    ...agreement,
    loanId,
    lenderId,
    endedAt: null,
    taken: ZERO,
    version: 1,
    floorShort: ZERO,
  }
}

export function endShare(share: PayoutShare, at: Instant): PayoutShare {
  refuseUnless(share.endedAt === null, 'illegal-transition', 'This share has ended already.')
  return { ...share, endedAt: at, version: share.version + 1 }
}

type Earned = {
  /** What came to her since the share last looked, less what she gave back of it. */
  earned: Amount
  /** What she can be paid now. */
  payable: Amount
}

/**
 * What may be asked of the loan on a day: overdue and the running instalment, or all of the payoff. Where
 * money beyond the running instalment is principal, nothing runs any more once it is paid, nor yet on the
 * day on which the one before it fell due.
 */
export function askable(
  { loan, events }: { loan: Loan; events: readonly LoanEvent[] },
  { ahead, on }: { ahead: boolean; on: LocalDate },
): Amount {
  if (ahead) {
    const payoff = payoffOn(loan.terms, events, on)
    return payoff === undefined ? ZERO : totalOf(payoff.parts)
  }
  const { instalments } = project(loan.terms, events, on)
  const running = runningOf(loan, instalments, on)
  return sum(instalments.filter((one) => one.dueOn <= on || one === running).map((one) => one.left))
}

/** Up to which due date that asks. */
export function askedUpTo(loan: Loan, instalments: Projection['instalments'], on: LocalDate) {
  return runningOf(loan, instalments, on)?.dueOn ?? on
}

function runningOf({ terms }: Loan, instalments: Projection['instalments'], on: LocalDate) {
  if (terms.earlyPayment === 'keepPlan') {
    return instalments.find((one) => one.left > 0 && one.dueOn >= on)
  }
  const begins = [terms.disbursedOn, ...instalments.map((one) => one.dueOn)].includes(on)
  return begins ? undefined : instalments.find((one) => one.dueOn > on)
}

/** What is taken: the rate of what was earned, within what is asked and what she can be paid. */
export function shareOf({ rate }: { rate: number }, { earned, payable }: Earned, asked: Amount) {
  if (earned <= 0) return ZERO
  const share = portion(earned, rate, WHOLE)
  return amount(Math.max(0, Math.min(share, payable, asked)))
}
