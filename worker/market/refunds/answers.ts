/** Refunds that the operator owes to buyers, each with the number under which she is reached. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const DueRefundAnswer = v.strictObject({
  order: v.strictObject({ id: v.string(), code: v.string() }),
  sellerName: v.string(),
  buyer: v.strictObject({ name: v.string(), phone: v.string() }),
  amount: v.number(),
  cancelledAt: v.nullable(v.string()),
  reason: v.nullable(v.string()),
})
export const DueRefundPage = pageOf(DueRefundAnswer)

export type DueRefundRow = {
  orderId: string
  code: string
  sellerName: string
  buyerName: string
  buyerPhone: string
  amount: number
  cancelledAt: number | null
  reason: string | null
}

export function describeDueRefund(row: DueRefundRow): v.InferOutput<typeof DueRefundAnswer> {
  const { orderId: id, code, sellerName, buyerName, buyerPhone, amount, reason } = row
  return {
    order: { id, code },
    buyer: { name: buyerName, phone: buyerPhone },
    cancelledAt: row.cancelledAt === null ? null : instantText(row.cancelledAt),
    ...{ sellerName, amount, reason },
  }
}
