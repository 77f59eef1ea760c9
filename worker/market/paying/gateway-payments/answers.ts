/** Payments through gateways as the operator sees them, and what a gateway holds of ours. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { GATEWAY_STATES } from '#worker/market/paying/gateway-payments/gateway-payment'
import type { AttemptRow, LossRow } from '#worker/market/paying/gateway-payments/queries'
import { PROVIDERS } from '#worker/market/paying/gateway-payments/report'

export const GatewayPaymentAnswer = v.strictObject({
  id: v.string(),
  code: v.pipe(v.string(), v.description('Of the purchase')),
  buyerName: v.string(),
  provider: v.picklist(PROVIDERS),
  reference: v.string(),
  amount: v.number(),
  received: v.number(),
  back: v.pipe(v.number(), v.description('Taken back since')),
  status: v.picklist(GATEWAY_STATES),
  askedAt: v.string(),
  paidAt: v.nullable(v.string()),
})

export const GatewayPaymentPage = v.strictObject({
  ...pageOf(GatewayPaymentAnswer).entries,
  held: v.pipe(
    v.array(v.strictObject({ provider: v.string(), amount: v.number() })),
    v.description('What each gateway has collected and not transferred yet'),
  ),
})

export function describeAttempt(row: AttemptRow): v.InferOutput<typeof GatewayPaymentAnswer> {
  const { id, code, buyerName, provider, reference, amount, received, back, status } = row
  return {
    ...{ id, code, buyerName, provider, reference, amount, received, back, status },
    askedAt: instantText(row.askedAt),
    paidAt: row.paidAt === null ? null : instantText(row.paidAt),
  }
}

export const BegunAnswer = v.strictObject({
  reference: v.string(),
  redirectTo: v.pipe(v.string(), v.description('The page of the gateway where the buyer pays')),
})

export const CheckedAnswer = v.strictObject({
  outcome: v.pipe(v.string(), v.description('What it brought: received, given-back, no-change …')),
})

export const NoticeAnswer = v.strictObject({ outcome: v.string() })

export const TransferAnswer = v.strictObject({
  id: v.string(),
  provider: v.picklist(PROVIDERS),
  net: v.number(),
  fee: v.number(),
  receivedOn: v.string(),
  reference: v.string(),
})

export const LossAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  buyerPhone: v.string(),
  amount: v.number(),
  status: v.picklist(['open', 'closed']),
  note: v.string(),
  createdAt: v.string(),
  closedAt: v.nullable(v.string()),
})

export const LossPage = pageOf(LossAnswer)

export function describeLoss(row: LossRow): v.InferOutput<typeof LossAnswer> {
  const { id, code, buyerPhone, amount, status, note } = row
  return {
    ...{ id, code, buyerPhone, amount, status, note },
    createdAt: instantText(row.createdAt),
    closedAt: row.closedAt === null ? null : instantText(row.closedAt),
  }
}
