/**
 * A payout is a transfer from the operator's bank to a seller, out of what completed orders earned her. It
 * is requested (its money is set aside, so that it cannot be paid twice), sent, and then settled, or it
 * fails or is reversed: then the seller is owed it again. What she owes the network is kept first, as its
 * offset. The bank account is copied into it: a later change must not rewrite where money has gone.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { amount, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'

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
  due: ['requested'],
  requested: ['sent', 'failed'],
  sent: ['settled', 'failed'],
  settled: ['reversed'],
  failed: [],
  reversed: [],
}

export type Payout = {
  id: string
  code: string
  enterpriseId: string
  amount: Amount
  /** What the seller owed the network and was kept from her. */
  offset: Amount
  status: PayoutStatus
  bankName: string
  bankAccount: string
  bankHolder: string
  batchId: string | null
  reference: string | null
  requestedAt: Instant
  sentOn: LocalDate | null
  sentAt: Instant | null
  endedAt: Instant | null
  /** Why it failed or was reversed. */
  reason: string | null
  version: number
}

/** What the treasurer writes down after the transfer. */
export type Sending = { reference: string; sentOn: LocalDate }

export type Payee = {
  name: string
  enterpriseId: string
  payable: number
  receivable: number
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
}

/** What can be paid out: what is owed, less what the seller owes. */
export function payableNet({ payable, receivable }: Payee): Amount {
  return amount(Math.max(0, payable - receivable))
}

type Making = { id: string; code: string; at: Instant; batchId?: string }

/** Prepares a payout of so much, or of all there is. */
export function requestPayout(payee: Payee, given: Making, asked?: Amount): Payout {
  const { bankName, bankAccount, bankHolder, enterpriseId } = payee
  if (bankName === null || bankAccount === null || bankHolder === null) {
    throw new Refusal('bank-account-missing', `${payee.name} has not said where its money goes.`)
  }
  const net = payableNet(payee)
  const wanted = asked ?? net
  if (wanted > net || wanted === ZERO) {
    throw new Refusal('account-overdrawn', `${payee.name} is owed ${net}.`, {
      facts: { payable: net },
    })
  }
  const { id, code, at, batchId = null } = given
  return {
    ...{ id, code, enterpriseId, bankName, bankAccount, bankHolder, batchId },
    amount: wanted,
    offset: amount(payee.receivable),
    status: 'requested',
    requestedAt: at,
    ...{ reference: null, sentOn: null, sentAt: null, endedAt: null, reason: null },
    version: 1,
  }
}

type Now = { at: Instant; today: LocalDate }

export function sendPayout(payout: Payout, sending: Sending, { at, today }: Now): Payout {
  refuseAhead(sending.sentOn, today, '/sentOn')
  const status = transition(PAYOUT_TRANSITIONS, payout.status, 'sent')
  return { ...payout, ...sending, status, sentAt: at, version: payout.version + 1 }
}

/** The seller's bank has it. */
export function settlePayout(payout: Payout): Payout {
  const status = transition(PAYOUT_TRANSITIONS, payout.status, 'settled')
  return { ...payout, status, version: payout.version + 1 }
}

export type Return = { payout: Payout; from: 'payouts-underway' | 'bank' }

/** It was not made, or its money came back: until it was settled it failed, later it is reversed. */
export function returnPayout(payout: Payout, reason: string, { at }: Now): Return {
  const to = payout.status === 'settled' ? 'reversed' : 'failed'
  const status = transition(PAYOUT_TRANSITIONS, payout.status, to)
  const from = payout.status === 'requested' ? 'payouts-underway' : 'bank'
  return { payout: { ...payout, status, reason, endedAt: at, version: payout.version + 1 }, from }
}

export function refuseAhead(on: LocalDate, today: LocalDate, pointer: string): void {
  if (on <= today) return
  const detail = sentence('Hari ini belum tiba.', 'This day has not come yet.')
  throw new Refusal('malformed', 'It is recorded once it has happened.', {
    errors: [{ pointer, detail }],
  })
}
