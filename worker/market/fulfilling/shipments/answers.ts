/** Parcels as both sides see them, and what a label says. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Viewer } from '#worker/market/fulfilling/orders/deeds'
import { trackingOf } from '#worker/market/fulfilling/shipments/tracking'
import type { Parcel } from '#worker/market/fulfilling/shipments/parcel'

export const PARCEL_DEEDS = ['correction', 'delivery'] as const

export const ParcelAnswer = v.strictObject({
  n: v.number(),
  courier: v.string(),
  service: v.nullable(v.string()),
  trackingNumber: v.nullable(v.string()),
  tracking: v.pipe(
    v.nullable(
      v.strictObject({
        url: v.string(),
        paste: v.pipe(v.boolean(), v.description('Whether the number is to be pasted there')),
      }),
    ),
    v.description('Where the courier shows it'),
  ),
  isReplacement: v.boolean(),
  lines: v.array(v.strictObject({ n: v.number(), quantity: v.number() })),
  sentAt: v.string(),
  arriveBy: v.string(),
  askedAt: v.nullable(v.string()),
  deliveredAt: v.nullable(v.string()),
  deeds: v.array(v.picklist(PARCEL_DEEDS)),
})

const textOrNull = (at: number | null) => (at === null ? null : instantText(at))

export function describeParcel(
  parcel: Parcel,
  viewer: Viewer,
  isOnTheWay: boolean,
): v.InferOutput<typeof ParcelAnswer> {
  const { n, courier, service, trackingNumber, lines, deliveredAt } = parcel
  const open = deliveredAt === null
  return {
    ...{ n, courier, service, trackingNumber },
    tracking: trackingOf(courier, trackingNumber),
    isReplacement: parcel.complaintId !== null,
    lines: lines.map((one) => ({ n: one.n, quantity: one.quantity })),
    sentAt: instantText(parcel.sentAt),
    arriveBy: instantText(parcel.arriveBy),
    askedAt: textOrNull(parcel.askedAt),
    deliveredAt: textOrNull(deliveredAt),
    deeds: [
      ...(open && viewer.seller ? (['correction'] as const) : []),
      ...(open && isOnTheWay && (viewer.seller || viewer.buyer) ? (['delivery'] as const) : []),
    ],
  }
}
