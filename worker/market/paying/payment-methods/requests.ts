import * as v from 'valibot'
import { TILL_METHODS } from '#worker/market/paying/payment-methods/method'

export const MethodRequest = v.object({ method: v.picklist(TILL_METHODS) })

export const OffersQuery = v.object({
  cart: v.optional(v.pipe(v.string(), v.maxLength(60)), 'current'),
  areaCode: v.optional(v.pipe(v.string(), v.maxLength(13)), ''),
  /** What is to be paid, as the buyer is shown it. */
  total: v.pipe(
    v.string(),
    v.regex(/^\d{1,13}$/, 'Whole rupiah, digits only.'),
    v.transform(Number),
  ),
})
