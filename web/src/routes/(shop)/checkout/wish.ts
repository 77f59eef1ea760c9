/** What the checkout's form says, as the API wants it, and which of its fields are wrong. */
import * as v from 'valibot'
import type { PickedArea } from '#lib/area.ts'
import type { Typed } from '#lib/server/forms.ts'
import { PlacingRequest } from '#worker/market/buying/checkout/requests'
import type { PaymentMethod } from '#worker/market/buying/purchases/purchase'
import { plainCode } from '#worker/market/buying/vouchers/voucher'

export type Totals = { goodsTotal: number; shippingTotal: number; discountTotal: number }

type Seller = { enterpriseId: string; pickupPlace: string | null }
type Way = { code: string; kind: 'courier' | 'local'; missing: number }
export type Delivery = {
  enterpriseId: string
  delivery: 'courier' | 'local' | 'pickup'
  service?: string
}

/** The names of the fields that say how a seller's goods travel: whether at all, and by what. */
export const deliveryField = (enterpriseId: string) => `delivery-${enterpriseId}`
export const serviceField = (enterpriseId: string) => `service-${enterpriseId}`

export function deliveriesIn(typed: Typed, sellers: readonly Seller[]): Delivery[] {
  return sellers.map(({ enterpriseId, pickupPlace }) => {
    const picks = typed[deliveryField(enterpriseId)] === 'pickup' && pickupPlace !== null
    if (picks) return { enterpriseId, delivery: 'pickup' }
    const [kind, service] = (typed[serviceField(enterpriseId)] ?? '').split(':')
    const delivery = kind === 'local' ? 'local' : 'courier'
    return { enterpriseId, delivery, ...(service ? { service } : {}) }
  })
}

/** The same with a way for each that is sent: the one chosen while it can be, else the cheapest. */
export function waysIn(
  deliveries: readonly Delivery[],
  options: readonly { enterpriseId: string; services: readonly Way[] }[],
): Delivery[] {
  return deliveries.map((wanted) => {
    if (wanted.delivery === 'pickup') return wanted
    const { enterpriseId } = wanted
    const open = (options.find((one) => one.enterpriseId === enterpriseId)?.services ?? []).filter(
      (one) => one.missing === 0,
    )
    const way = open.find((one) => one.code === wanted.service) ?? open[0]
    return way ? { enterpriseId, delivery: way.kind, service: way.code } : wanted
  })
}

/** Codes that were taken on before, and the one just typed; less the one taken off again. */
export function codesIn({ vouchers = '', voucher = '', without = '' }: Typed): string[] {
  const codes = [...vouchers.split(','), voucher].map(plainCode)
  return [...new Set(codes)].filter((code) => code !== '' && code !== without)
}

export function wishIn(
  typed: Typed,
  { village }: PickedArea,
  deliveries: readonly Delivery[],
  expected: Totals,
) {
  const isSent = deliveries.some((one) => one.delivery !== 'pickup')
  const { name = '', phone = '', email, street = '', postalCode, note } = typed
  return {
    buyer: { name, phone, email: email?.trim() ? email : null },
    address: isSent
      ? { street, areaCode: village, postalCode: postalCode?.trim() ?? '', note: note ?? '' }
      : null,
    saveAddress: typed.saveAddress === 'yes',
    deliveries: [...deliveries],
    vouchers: codesIn(typed),
    method: (typed.method ?? 'transfer') as PaymentMethod,
    expected,
  }
}

/** JSON pointers of what is wrong, so that it is said before prices are shown. */
export function wrongIn(wish: unknown): string[] {
  const result = v.safeParse(PlacingRequest, wish)
  if (result.success) return []
  return result.issues.map((issue) => `/${(v.getDotPath(issue) ?? '').replaceAll('.', '/')}`)
}
