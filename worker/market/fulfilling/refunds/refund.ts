/**
 * A refund is money that goes back to the buyer of an order: first it is due, then it was sent. The network
 * sends what it held; where the seller took the cash (COD) she sends it. With it go the commission of the
 * same part and what sponsors had put in. The sum of an order's refunds is never more than was paid.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { Back, LineBack } from '#worker/market/fulfilling/refunds/back'

export const REFUND_KINDS = ['cancellation', 'lines', 'return', 'complaint'] as const
export type RefundKind = (typeof REFUND_KINDS)[number]

export type Payer = 'network' | 'seller'

export type Refund = {
  id: string
  orderId: string
  code: string
  kind: RefundKind
  reason: string
  payer: Payer
  amount: Amount
  sponsoredBack: Amount
  commissionBack: Amount
  lines: readonly LineBack[]
  status: 'due' | 'sent'
  reference: string | null
  sentOn: LocalDate | null
  createdAt: Instant
}

/** Stands in the place of a reference where nothing had to be sent. */
export const NOT_SENT = '-'

/** Where a buyer wants her money. */
export type RefundAccount = { bank: string; number: string; holder: string }

type NewRefund = {
  id: string
  order: { id: string; code: string }
  /** How many this order has had. */
  before: number
  kind: RefundKind
  reason: string
  payer: Payer
  back: Back
  lines: readonly LineBack[]
  /** The buyer has not paid it yet: she pays that much less at the door. */
  unpaid: boolean
  at: Instant
  on: LocalDate
}

/** Of what nobody has to send (a sponsor had paid it all, or it was never paid) nothing is due. */
export function refundOf({ order, before, back, unpaid, at, on, ...given }: NewRefund): Refund {
  const { amount, sponsored, commission } = back
  const isOver = amount === 0 || unpaid
  return {
    ...given,
    orderId: order.id,
    code: `${order.code}-R${before + 1}`,
    amount,
    sponsoredBack: sponsored,
    commissionBack: commission,
    status: isOver ? 'sent' : 'due',
    reference: isOver ? NOT_SENT : null,
    sentOn: isOver ? on : null,
    createdAt: at,
  }
}

export type Sent = { reference: string; sentOn: LocalDate }

/** The money has left; recorded once, for a day that has come. */
export function sent(refund: Refund, { reference, sentOn }: Sent, today: LocalDate): Refund {
  refuseUnless(refund.status === 'due', 'illegal-transition', 'This refund has been sent already.')
  if (sentOn > today) {
    throw new Refusal('malformed', 'A refund is recorded once it has been sent.', {
      errors: [
        {
          pointer: '/sentOn',
          detail: sentence('Hari ini belum tiba.', 'This day has not come yet.'),
        },
      ],
    })
  }
  return { ...refund, status: 'sent', reference, sentOn }
}
