/** What sellers owe, as it is answered. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { DueRow } from '#worker/market/settling/payouts/answers'
import type { ReceivablePayment } from '#worker/market/settling/receivables/receivable'

const ReceivableAnswer = v.strictObject({
  enterprise: v.strictObject({
    id: v.string(),
    slug: v.string(),
    name: v.string(),
    phone: v.string(),
  }),
  receivable: v.number(),
  payable: v.pipe(v.number(), v.description('What the network owes her, to be set against it')),
})
export const ReceivablePage = pageOf(ReceivableAnswer)

export const ReceivablePaymentAnswer = v.strictObject({
  id: v.string(),
  enterpriseId: v.string(),
  amount: v.number(),
  reference: v.string(),
  receivedOn: v.string(),
  left: v.pipe(v.number(), v.description('What she owes after it')),
})

export function describeReceivable(row: DueRow): v.InferOutput<typeof ReceivableAnswer> {
  const { enterpriseId: id, slug, name, phone, receivable, payable } = row
  return { enterprise: { id, slug, name, phone }, receivable, payable }
}

export function describePayment(
  payment: ReceivablePayment,
  owed: number,
): v.InferOutput<typeof ReceivablePaymentAnswer> {
  const { id, enterpriseId, amount, reference, receivedOn } = payment
  return { id, enterpriseId, amount, reference, receivedOn, left: owed - amount }
}
