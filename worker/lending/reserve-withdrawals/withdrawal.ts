/**
 * A group takes money out of its reserve: its leader or the officer asks, the cashier pays it out or
 * refuses. Never the same person, and never more than the reserve holds.
 */
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
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
}

type Asking = Pick<Withdrawal, 'id' | 'lenderId' | 'groupId' | 'amount' | 'reason' | 'askedBy'>

export function askWithdrawal(asked: Asking, { reserve, at }: { reserve: number; at: number }) {
  refuseUnless(asked.amount <= reserve, 'account-overdrawn', `The reserve holds ${reserve}.`)
  const open = { status: 'waiting' as const, decidedBy: null, decidedAt: null }
  return { ...asked, ...open, askedAt: at, version: 1 } satisfies Withdrawal
}

export function decideWithdrawal(
  one: Withdrawal,
  { outcome, by, at }: { outcome: 'paid' | 'refused'; by: string; at: number },
): Withdrawal {
  const status = transition(WITHDRAWAL, one.status, outcome)
  refuseUnless(one.askedBy !== by, 'same-person', 'Another person pays it out.')
  return { ...one, status, decidedBy: by, decidedAt: at, version: one.version + 1 }
}
