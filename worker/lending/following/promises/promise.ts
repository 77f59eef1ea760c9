/**
 * What a borrower said she would pay, how much and by when. Nobody marks it as kept: it is kept as soon as
 * what was received since covers it, broken once its day has passed without.
 */
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { notAhead, notBefore, outside } from '#worker/lending/servicing/loans/change'
import type { Loan } from '#worker/lending/servicing/loans/loan'

export type LoanPromise = {
  id: string
  lenderId: string
  loanId: string
  madeOn: LocalDate
  promisedOn: LocalDate
  amount: Amount
  /** Who said it: the borrower, her husband, the treasurer of the group. */
  promisedBy: string
  recordedBy: string
  recordedAt: number
}

export const PROMISE_STATES = ['open', 'kept', 'broken'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** Longer than a quarter is a new plan, not a promise. */
const MOST_DAYS = 92

type Said = Pick<LoanPromise, 'madeOn' | 'promisedOn' | 'amount' | 'promisedBy'>
type Noted = { id: string; by: string; at: number; today: LocalDate }

/** Refuses a loan on which nothing is owed, a day that is past or too far, one made in days to come. */
export function recordPromise(loan: Loan, said: Said, { id, by, at, today }: Noted): LoanPromise {
  const isOwed = loan.status === 'active' || loan.status === 'written-off'
  refuseUnless(isOwed, 'illegal-transition', 'Nothing is owed on this loan.')
  notAhead(said.madeOn, today, '/madeOn')
  notBefore(loan, said.madeOn, '/madeOn')
  if (said.promisedOn < today || said.promisedOn > addDays(today, MOST_DAYS)) {
    const detail = sentence('Hari ini sampai tiga bulan lagi.', 'From today to three months ahead.')
    throw outside('/promisedOn', detail)
  }
  const known = { id, lenderId: loan.lenderId, loanId: loan.id }
  return { ...known, ...said, recordedBy: by, recordedAt: at }
}

export function stateOf(
  { promisedOn, amount }: Pick<LoanPromise, 'promisedOn' | 'amount'>,
  received: number,
  today: LocalDate,
): PromiseState {
  if (received >= amount) return 'kept'
  return today > promisedOn ? 'broken' : 'open'
}
