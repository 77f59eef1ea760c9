/** Refunds as the two sides see them, and those that the operator owes, each with where it shall go. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Viewer } from '#worker/market/fulfilling/orders/deeds'
import { NOT_SENT, REFUND_KINDS, type Refund } from '#worker/market/fulfilling/refunds/refund'

export const RefundAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  kind: v.picklist(REFUND_KINDS),
  reason: v.string(),
  amount: v.number(),
  payer: v.pipe(
    v.picklist(['network', 'seller']),
    v.description('Who sends it: where it was paid at the door, the seller'),
  ),
  lines: v.array(v.strictObject({ n: v.number(), quantity: v.number(), amount: v.number() })),
  status: v.picklist(['due', 'sent']),
  reference: v.pipe(
    v.nullable(v.string()),
    v.description('Of the transfer; null while it is due, and where nothing had to be sent'),
  ),
  sentOn: v.nullable(v.string()),
  createdAt: v.string(),
  deeds: v.array(v.picklist(['transfer'])),
})

export function describeRefund(refund: Refund, viewer: Viewer): v.InferOutput<typeof RefundAnswer> {
  const { id, code, kind, reason, amount, payer, lines, status, reference, sentOn } = refund
  const hers = payer === 'network' ? viewer.operator : viewer.refunds
  return {
    ...{ id, code, kind, reason, amount, payer, status, sentOn },
    reference: reference === NOT_SENT ? null : reference,
    lines: lines.map((one) => ({ n: one.n, quantity: one.quantity, amount: one.amount })),
    createdAt: instantText(refund.createdAt),
    deeds: status === 'due' && hers ? ['transfer'] : [],
  }
}

const Account = v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })

export const DueRefundAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  kind: v.picklist(REFUND_KINDS),
  reason: v.string(),
  amount: v.number(),
  createdAt: v.string(),
  order: v.strictObject({ id: v.string(), code: v.string() }),
  sellerName: v.string(),
  buyer: v.strictObject({ name: v.string(), phone: v.string() }),
  account: v.pipe(v.nullable(Account), v.description('Where the buyer wants it; hers to say')),
})
export const DueRefundPage = pageOf(DueRefundAnswer)

export const SentRefundAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  amount: v.number(),
  reference: v.string(),
  sentOn: v.string(),
})

export type DueRefundRow = {
  id: string
  code: string
  kind: Refund['kind']
  reason: string
  amount: number
  createdAt: number
  orderId: string
  orderCode: string
  sellerName: string
  buyerName: string
  buyerPhone: string
  bank: string | null
  number: string | null
  holder: string | null
}

export function describeDueRefund(row: DueRefundRow): v.InferOutput<typeof DueRefundAnswer> {
  const { id, code, kind, reason, amount, sellerName, bank, number, holder } = row
  return {
    ...{ id, code, kind, reason, amount, sellerName },
    createdAt: instantText(row.createdAt),
    order: { id: row.orderId, code: row.orderCode },
    buyer: { name: row.buyerName, phone: row.buyerPhone },
    account: bank === null || number === null || holder === null ? null : { bank, number, holder },
  }
}

export function describeSent({ id, code, amount, reference, sentOn }: Refund) {
  return { id, code, amount, reference: reference ?? '', sentOn: sentOn ?? '' }
}
