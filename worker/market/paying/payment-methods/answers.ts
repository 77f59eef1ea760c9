/** How a purchase may be paid, and what its buyer needs for the way she chose. */
import * as v from 'valibot'
import { said, type Language } from '#worker/kernel/sentence'
import { GATEWAY_STATES } from '#worker/market/paying/gateway-payments/gateway-payment'
import { TILL_METHODS, type Offer } from '#worker/market/paying/payment-methods/method'
import { PAYMENT_METHODS } from '#worker/market/buying/purchases/purchase'

const OfferAnswer = v.strictObject({
  method: v.picklist(TILL_METHODS),
  why: v.pipe(v.nullable(v.string()), v.description('Why it is not possible here')),
})

export const OffersAnswer = v.strictObject({ items: v.array(OfferAnswer) })

export const describeOffers = (offers: readonly Offer[], language: Language) =>
  offers.map(({ method, why }) => ({ method, why: why && said(why, language) }))

export const PaymentAnswer = v.strictObject({
  code: v.string(),
  method: v.picklist(PAYMENT_METHODS),
  status: v.string(),
  total: v.number(),
  expiresAt: v.string(),
  qris: v.pipe(
    v.nullable(
      v.strictObject({
        payload: v.string(),
        merchant: v.string(),
        city: v.string(),
        nmid: v.nullable(v.string()),
      }),
    ),
    v.description('The code to scan, with the total in it'),
  ),
  gateway: v.nullable(
    v.strictObject({ status: v.picklist(GATEWAY_STATES), redirectTo: v.nullable(v.string()) }),
  ),
  missing: v.pipe(
    v.nullable(v.number()),
    v.description('Part of the money has come; this much is missing'),
  ),
  offers: v.pipe(v.array(OfferAnswer), v.description('Other ways, while it is open')),
})
