/**
 * A share of what a seller earns that goes to the instalments of her loan, as soon as it is hers: so
 * much of each amount, never more than is due with the running instalment unless she asked for it, and
 * never more than she is owed at that moment. She agrees to it and may end it. Rates are hundredths of a
 * percent (1 to 50 %), amounts whole rupiah.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { amount, portion, ZERO, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { Loan } from '#worker/lending/loans/loan'
import { payoffOn } from '#worker/lending/loans/payoff-quote'
import { totalOf } from '#worker/lending/loans/parts'
import { project } from '#worker/lending/loans/projection'
import type { LoanEvent } from '#worker/lending/loans/events'

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
>

/** Agrees on a share for a running loan; what was earned before it is not touched. */
export function agreeOnShare(
  loan: Pick<Loan, 'id' | 'lenderId' | 'status'>,
  agreement: Agreement,
): PayoutShare {
  refuseUnless(loan.status === 'active', 'illegal-transition', 'The loan is not running.')
  const { id: loanId, lenderId } = loan
  return { ...agreement, loanId, lenderId, endedAt: null, taken: ZERO, version: 1 }
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

/** What may be asked of the loan on a day: overdue and the running instalment, or all of the payoff. */
export function askable(
  { loan, events }: { loan: Loan; events: readonly LoanEvent[] },
  { ahead, on }: { ahead: boolean; on: LocalDate },
): Amount {
  if (ahead) {
    const payoff = payoffOn(loan.terms, events, on)
    return payoff === undefined ? ZERO : totalOf(payoff.parts)
  }
  const { instalments } = project(loan.terms, events, on)
  const waiting = instalments.filter((one) => one.left > 0)
  const running = waiting.find((one) => one.dueOn >= on)
  const asked = waiting.filter((one) => one.dueOn < on || one === running)
  return amount(asked.reduce((total, one) => total + one.left, 0))
}

/** What is taken: the rate of what was earned, within what is asked and what she can be paid. */
export function shareOf({ rate }: { rate: number }, { earned, payable }: Earned, asked: Amount) {
  if (earned <= 0) return ZERO
  const share = portion(earned, rate, WHOLE)
  return amount(Math.max(0, Math.min(share, payable, asked)))
}
