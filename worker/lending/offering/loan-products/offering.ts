/**
 * Making an offer, or a changed one: its dearest loan must keep within every ceiling in force. What was
 * offered before is not touched.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanProduct, Offer } from '#worker/lending/offering/loan-products/loan-product'
import { dearest } from '#worker/lending/offering/loan-products/price'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { capsInForce, keepWithin } from '#worker/lending/offering/rate-caps/rate-cap'

type Made = Pick<LoanProduct, 'id' | 'lenderId' | 'createdAt' | 'version' | 'holidays'>

/** Offers a product, or a changed one. Refuses a price above a ceiling, and having none at all. */
export function offerProduct(
  offer: Offer,
  caps: readonly RateCap[],
  { on, ...made }: Made & { on: LocalDate },
): LoanProduct {
  const most = dearest({ ...offer, holidays: made.holidays }, on)
  keepWithin(capsInForce(caps, offer.programme, on), {
    annualRate: offer.annualRate,
    dearest: most,
  })
  return { ...offer, ...made, dearestRate: most.rate, status: 'offered' }
}
