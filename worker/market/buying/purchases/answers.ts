/** A purchase as its buyer sees it: what to pay, to whom and until when, and each seller's order. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { BankAccount } from '#worker/market/paying/payments/bank-account'
import { DiscountAnswer } from '#worker/market/buying/vouchers/answers'
import {
  PAYMENT_METHODS,
  PURCHASE_STATES,
  type Purchase,
} from '#worker/market/buying/purchases/purchase'

const Line = v.strictObject({
  productId: v.string(),
  variantId: v.string(),
  title: v.string(),
  variantName: v.string(),
  unitPrice: v.number(),
  quantity: v.number(),
  total: v.number(),
  photoId: v.nullable(v.string()),
})

const OrderPart = v.strictObject({
  id: v.string(),
  code: v.string(),
  seller: v.strictObject({ slug: v.string(), name: v.string(), phone: v.string() }),
  status: v.string(),
  delivery: v.picklist(['courier', 'pickup', 'local']),
  pickupPlace: v.nullable(v.string()),
  goodsTotal: v.number(),
  shipping: v.number(),
  service: v.nullable(v.string()),
  discount: v.number(),
  discounts: v.array(DiscountAnswer),
  tax: v.pipe(v.number(), v.description('Included in the prices')),
  total: v.number(),
  weightGrams: v.number(),
  lines: v.array(Line),
})

export const PurchaseAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  status: v.picklist(PURCHASE_STATES),
  method: v.picklist(PAYMENT_METHODS),
  placedAt: v.string(),
  expiresAt: v.string(),
  settledAt: v.nullable(v.string()),
  proofAt: v.pipe(v.nullable(v.string()), v.description('When the last proof was uploaded')),
  buyer: v.strictObject({
    name: v.string(),
    phone: v.string(),
    email: v.nullable(v.string()),
  }),
  address: v.nullable(
    v.strictObject({
      street: v.string(),
      areaCode: v.string(),
      areaText: v.string(),
      postalCode: v.string(),
      note: v.string(),
    }),
  ),
  goodsTotal: v.number(),
  shippingTotal: v.number(),
  discountTotal: v.number(),
  taxTotal: v.pipe(v.number(), v.description('Included in the prices')),
  uniqueCode: v.pipe(
    v.number(),
    v.description('Added so that no two open purchases share a total; transfer the total exactly'),
  ),
  total: v.number(),
  bank: v.nullable(v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })),
  orders: v.array(OrderPart),
})

export type Seller = { slug: string; name: string; phone: string }

/** What is shown of an order here; its own page tells the rest. */
export type ShownOrder = {
  id: string
  code: string
  status: string
  delivery: 'courier' | 'pickup' | 'local'
  pickupPlace: string | null
  goodsTotal: number
  shipping: number
  service: string | null
  discount: number
  discounts: readonly v.InferOutput<typeof DiscountAnswer>[]
  tax: number
  total: number
  weightGrams: number
  seller: Seller
  lines: readonly v.InferOutput<typeof Line>[]
}

export function describePurchase(
  purchase: Purchase,
  orders: readonly ShownOrder[],
  bank: BankAccount | null,
): v.InferOutput<typeof PurchaseAnswer> {
  const { id, code, status, method, uniqueCode, total } = purchase
  const { goodsTotal, shippingTotal, discountTotal, taxTotal } = purchase
  return {
    id,
    code,
    status,
    method,
    placedAt: instantText(purchase.placedAt),
    expiresAt: instantText(purchase.expiresAt),
    settledAt: instantOrNull(purchase.settledAt),
    proofAt: instantOrNull(purchase.proofAt),
    buyer: { name: purchase.buyerName, phone: purchase.buyerPhone, email: purchase.buyerEmail },
    address: addressOf(purchase),
    goodsTotal,
    shippingTotal,
    discountTotal,
    taxTotal,
    uniqueCode,
    total,
    bank,
    orders: orders.map(describeOrder),
  }
}

const instantOrNull = (at: number | null) => (at === null ? null : instantText(at))

function addressOf({ street, areaCode, areaText, postalCode, note }: Purchase) {
  return areaCode === '' ? null : { street, areaCode, areaText, postalCode, note }
}

function describeOrder(order: ShownOrder): v.InferOutput<typeof OrderPart> {
  const { id, code, status, delivery, service, pickupPlace } = order
  const { goodsTotal, shipping, discount, tax, total } = order
  const { name, slug, phone } = order.seller
  return {
    id,
    code,
    seller: { slug, name, phone },
    status,
    delivery,
    service,
    pickupPlace,
    goodsTotal,
    shipping,
    discounts: order.discounts.map(({ kind, payer, label, amount }) => ({
      ...{ kind, payer, label, amount },
    })),
    discount,
    tax,
    total,
    weightGrams: order.weightGrams,
    lines: order.lines.map((line) => ({
      productId: line.productId,
      variantId: line.variantId,
      title: line.title,
      variantName: line.variantName,
      unitPrice: line.unitPrice,
      quantity: line.quantity,
      total: line.total,
      photoId: line.photoId,
    })),
  }
}
