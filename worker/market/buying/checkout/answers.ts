/** What a cart would cost, seller by seller and line by line, as the API answers it. */
import * as v from 'valibot'
import type { PricedOrder, Totals } from '#worker/market/buying/checkout/priced-order'
import { PAYMENT_METHODS, type PaymentMethod } from '#worker/market/buying/purchases/purchase'
import { DiscountAnswer } from '#worker/market/buying/vouchers/answers'

const QuotedOrder = v.strictObject({
  enterpriseId: v.string(),
  slug: v.string(),
  name: v.string(),
  delivery: v.picklist(['courier', 'pickup', 'local']),
  service: v.nullable(v.string()),
  serviceCode: v.nullable(v.string()),
  pickupPlace: v.nullable(v.string()),
  kg: v.number(),
  daysFrom: v.number(),
  daysTo: v.number(),
  goodsTotal: v.number(),
  shipping: v.number(),
  discounts: v.array(DiscountAnswer),
  tax: v.pipe(v.number(), v.description('Included in the prices')),
  total: v.number(),
  lines: v.array(
    v.strictObject({
      variantId: v.string(),
      title: v.string(),
      variantName: v.string(),
      unitPrice: v.number(),
      quantity: v.number(),
      total: v.number(),
      discount: v.number(),
      tax: v.number(),
    }),
  ),
})

export const QuoteAnswer = v.strictObject({
  orders: v.array(QuotedOrder),
  goodsTotal: v.number(),
  shippingTotal: v.number(),
  discountTotal: v.number(),
  taxTotal: v.number(),
  total: v.pipe(v.number(), v.description('Before a unique code')),
  methods: v.pipe(v.array(v.picklist(PAYMENT_METHODS)), v.description('How it may be paid')),
})

export function describeQuote(
  orders: readonly PricedOrder[],
  totals: Totals,
  methods: readonly PaymentMethod[],
): v.InferOutput<typeof QuoteAnswer> {
  return { orders: orders.map(describeOrder), ...totals, methods: [...methods] }
}

function describeOrder({ part, travel, ...order }: PricedOrder): v.InferOutput<typeof QuotedOrder> {
  const { enterpriseId, slug, name } = part
  const { delivery, service, code, pickupPlace, kg, daysFrom, daysTo } = travel
  const { goodsTotal, shipping, tax, total, discounts, lines } = order
  return {
    ...{ enterpriseId, slug, name, delivery, service, pickupPlace, kg, daysFrom, daysTo },
    serviceCode: code,
    ...{ goodsTotal, shipping, tax, total },
    discounts: discounts.map(({ kind, payer, label, amount }) => ({ kind, payer, label, amount })),
    lines: lines.map(({ line, total: lineTotal, discount, tax: lineTax }) => ({
      variantId: line.variantId,
      title: line.title,
      variantName: line.variantName,
      unitPrice: line.price,
      quantity: line.quantity,
      total: lineTotal,
      discount,
      tax: lineTax,
    })),
  }
}
