/** Payments as the operator's treasurer sees them: what is awaited, and what has come without a purchase. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Settled } from '#worker/market/paying/payments/settlement'
import {
  PAYMENT_METHODS,
  PURCHASE_STATES,
  type Purchase,
} from '#worker/market/buying/purchases/purchase'

const Proof = v.strictObject({
  id: v.string(),
  uploadedAt: v.string(),
  contentType: v.string(),
  bytes: v.number(),
  alsoAt: v.pipe(
    v.array(v.string()),
    v.description('Codes of other purchases for which the very same picture was uploaded'),
  ),
})

export const PaymentAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  status: v.picklist(PURCHASE_STATES),
  buyerName: v.string(),
  buyerPhone: v.string(),
  goodsTotal: v.number(),
  shippingTotal: v.number(),
  uniqueCode: v.number(),
  method: v.picklist(PAYMENT_METHODS),
  total: v.number(),
  placedAt: v.string(),
  expiresAt: v.string(),
  settledAt: v.nullable(v.string()),
  proofAt: v.nullable(v.string()),
  proofs: v.array(Proof),
})

export const PaymentPage = pageOf(PaymentAnswer)

export type ShownProof = {
  proofId: string
  purchaseId: string
  contentType: string
  bytes: number
  createdAt: number
  /** JSON list of codes. */
  alsoAt: string
}

export function describePayment(
  purchase: Purchase,
  proofs: readonly ShownProof[],
): v.InferOutput<typeof PaymentAnswer> {
  const { settledAt, proofAt } = purchase
  return {
    id: purchase.id,
    code: purchase.code,
    status: purchase.status,
    buyerName: purchase.buyerName,
    buyerPhone: purchase.buyerPhone,
    goodsTotal: purchase.goodsTotal,
    shippingTotal: purchase.shippingTotal,
    uniqueCode: purchase.uniqueCode,
    method: purchase.method,
    total: purchase.total,
    placedAt: instantText(purchase.placedAt),
    expiresAt: instantText(purchase.expiresAt),
    settledAt: settledAt === null ? null : instantText(settledAt),
    proofAt: proofAt === null ? null : instantText(proofAt),
    proofs: proofs
      .filter((one) => one.purchaseId === purchase.id)
      .map((one) => ({
        id: one.proofId,
        uploadedAt: instantText(one.createdAt),
        contentType: one.contentType,
        bytes: one.bytes,
        alsoAt: JSON.parse(one.alsoAt) as string[],
      })),
  }
}

export const SettlementAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  status: v.picklist(PURCHASE_STATES),
  total: v.number(),
  settledAt: v.string(),
  orders: v.array(v.strictObject({ id: v.string(), code: v.string(), shipBy: v.string() })),
})

export function describeSettlement({
  purchase,
  orders,
}: Settled): v.InferOutput<typeof SettlementAnswer> {
  const { id, code, status, total, settledAt } = purchase
  return {
    id,
    code,
    status,
    total,
    settledAt: instantText(settledAt ?? 0),
    orders: orders.map((one) => ({
      id: one.id,
      code: one.code,
      shipBy: instantText(one.shipBy),
    })),
  }
}
