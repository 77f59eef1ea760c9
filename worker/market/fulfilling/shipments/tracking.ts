/**
 * Where a parcel is followed. Some couriers show it under an address that ends with its number; others have a
 * page into which the number is pasted; one that nobody knows simply has no page.
 */
import { courierNamed } from '#worker/market/buying/shipping/couriers'

export type Tracking = {
  url: string
  /** Whether the number must be pasted there. */
  paste: boolean
}

/** Nothing without a number, or where its courier has no page. */
export function trackingOf(courier: string, number: string | null): Tracking | null {
  const { page, numbered } = courierNamed(courier) ?? {}
  if (page === undefined || number === null) return null
  if (numbered === undefined) return { url: page, paste: true }
  return { url: numbered + encodeURIComponent(number), paste: false }
}
