/**
 * A payout is a transfer from the operator's bank to a seller, out of what completed orders earned her. It
 * is recorded when it has been sent; the account of what she is owed is the judge that it is never more.
 * The bank account is copied into it. Later adapters of banks will request, settle or fail one.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import type { Transitions } from '#worker/kernel/transitions'
import { sentence } from '#worker/kernel/sentence'

export const PAYOUT_STATUSES = [
  'due',
  'requested',
  'sent',
  'settled',
  'failed',
  'reversed',
] as const
export type PayoutStatus = (typeof PAYOUT_STATUSES)[number]

export const PAYOUT_TRANSITIONS: Transitions<PayoutStatus> = {
  due: ['requested', 'sent'],
  requested: ['sent', 'failed'],
  sent: ['settled', 'failed', 'reversed'],
  settled: ['reversed'],
  failed: [],
  reversed: [],
}

export type Payout = {
  id: string
  code: string
  enterpriseId: string
  amount: Amount
  status: PayoutStatus
  bankName: string
  bankAccount: string
  bankHolder: string
  reference: string | null
  requestedAt: Instant
  sentOn: LocalDate | null
  sentAt: Instant | null
  version: number
}

/** What the treasurer writes down after the transfer. */
export type SentPayout = {
  enterpriseId: string
  amount: Amount
  reference: string
  sentOn: LocalDate
}

export type Payee = {
  name: string
  payable: number
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
}

type Recording = { id: string; code: string; at: Instant; today: LocalDate }

export function recordSent(sent: SentPayout, payee: Payee, given: Recording): Payout {
  const { bankName, bankAccount, bankHolder, payable } = payee
  if (bankName === null || bankAccount === null || bankHolder === null) {
    throw new Refusal('bank-account-missing', `${payee.name} has not said where its money goes.`)
  }
  if (sent.sentOn > given.today) {
    throw new Refusal('malformed', 'A payout is recorded once it has been sent.', {
      errors: [
        {
          pointer: '/sentOn',
          detail: sentence('Hari ini belum tiba.', 'This day has not come yet.'),
        },
      ],
    })
  }
  if (sent.amount > payable) {
    throw new Refusal('account-overdrawn', `${payee.name} is owed ${payable}.`, {
      facts: { payable },
    })
  }
  const { id, code, at } = given
  return {
    ...sent,
    ...{ id, code, bankName, bankAccount, bankHolder },
    status: 'sent',
    requestedAt: at,
    sentAt: at,
    version: 1,
  }
}
