/**
 * What a seller owes the network: the commission of goods that were paid to her on delivery, and refunds
 * of what had been paid out to her already. It is kept from her next payout, or she pays it by transfer;
 * she never pays more than she owes.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { refuseAhead, type Payee } from '#worker/market/settling/payouts/payout'

export type ReceivablePayment = {
  id: string
  enterpriseId: string
  amount: Amount
  reference: string
  receivedOn: LocalDate
  createdAt: Instant
}

type Received = { amount: Amount; reference: string; receivedOn: LocalDate }

export function receivePayment(
  payee: Payee,
  received: Received,
  { id, at, today }: { id: string; at: Instant; today: LocalDate },
): ReceivablePayment {
  refuseAhead(received.receivedOn, today, '/receivedOn')
  const { enterpriseId, receivable } = payee
  if (received.amount > receivable) {
    throw new Refusal('account-overdrawn', `${payee.name} owes ${receivable}.`, {
      facts: { receivable },
    })
  }
  return { id, enterpriseId, ...received, createdAt: at }
}
