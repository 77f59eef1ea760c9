/** What the checkout's form says, as the API wants it, and which of its fields are wrong. */
import * as v from 'valibot'
import type { PickedArea } from '#lib/area.ts'
import type { Typed } from '#lib/server/forms.ts'
import { PlacingRequest } from '#worker/market/checkout/requests'

export type Totals = { goodsTotal: number; shippingTotal: number }

type Seller = { enterpriseId: string; pickupPlace: string | null }

/** The name of the field that says how a seller's goods travel. */
export const deliveryField = (enterpriseId: string) => `delivery-${enterpriseId}`

export function deliveriesIn(typed: Typed, sellers: readonly Seller[]) {
  return sellers.map(({ enterpriseId, pickupPlace }) => {
    const picks = typed[deliveryField(enterpriseId)] === 'pickup' && pickupPlace !== null
    return { enterpriseId, delivery: picks ? ('pickup' as const) : ('courier' as const) }
  })
}

export function wishIn(
  typed: Typed,
  { village }: PickedArea,
  sellers: readonly Seller[],
  expected: Totals,
) {
  const deliveries = deliveriesIn(typed, sellers)
  const isSent = deliveries.some((one) => one.delivery === 'courier')
  const { name = '', phone = '', email, street = '', postalCode, note } = typed
  return {
    buyer: { name, phone, email: email?.trim() ? email : null },
    address: isSent
      ? { street, areaCode: village, postalCode: postalCode?.trim() ?? '', note: note ?? '' }
      : null,
    deliveries,
    expected,
  }
}

/** JSON pointers of what is wrong, so that it is said before prices are shown. */
export function wrongIn(wish: unknown): string[] {
  const result = v.safeParse(PlacingRequest, wish)
  if (result.success) return []
  return result.issues.map((issue) => `/${(v.getDotPath(issue) ?? '').replaceAll('.', '/')}`)
}
