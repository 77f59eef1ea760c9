/**
 * A group takes money out of its reserve: its leader or the officer asks, the cashier pays it out or
 * refuses and says why. Never the same person, and never more than the reserve holds.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'

export type WithdrawalStatus = 'waiting' | 'paid' | 'refused'

export const WITHDRAWAL: Transitions<WithdrawalStatus> = {
  waiting: ['paid', 'refused'],
  paid: [],
  refused: [],
}

export type Withdrawal = {
  id: string
  lenderId: string
  groupId: string
  amount: Amount
  reason: string
  status: WithdrawalStatus
  askedBy: string
  askedAt: number
  decidedBy: string | null
  decidedAt: number | null
  version: number
  /** What the lender says to it; why, where it is refused. */
  answer: string
}

type Asking = Pick<Withdrawal, 'id' | 'lenderId' | 'groupId' | 'amount' | 'reason' | 'askedBy'>

export function askWithdrawal(asked: Asking, { reserve, at }: { reserve: number; at: number }) {
  refuseUnless(asked.amount <= reserve, 'account-overdrawn', `The reserve holds ${reserve}.`)
  const open = { status: 'waiting' as const, decidedBy: null, decidedAt: null }
  return { ...asked, ...open, askedAt: at, version: 1, answer: '' } satisfies Withdrawal
}

export type Decision = { outcome: 'paid' | 'refused'; answer: string }

const WHY = sentence('Tulis alasannya untuk kelompok.', 'Say why, for the group.')

export function decideWithdrawal(
  one: Withdrawal,
  { outcome, answer, by, at }: Decision & { by: string; at: number },
): Withdrawal {
  const status = transition(WITHDRAWAL, one.status, outcome)
  refuseUnless(one.askedBy !== by, 'same-person', 'Another person pays it out.')
  if (outcome === 'refused' && answer === '') {
    const detail = 'A group that is refused is told why.'
    throw new Refusal('outside-limits', detail, { errors: [{ pointer: '/answer', detail: WHY }] })
  }
  return { ...one, status, decidedBy: by, decidedAt: at, answer, version: one.version + 1 }
}
