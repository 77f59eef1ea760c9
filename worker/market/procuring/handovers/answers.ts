/** Deliveries and the record of their handover. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import {
  HANDOVER_STATUSES,
  type Handover,
  type Signature,
} from '#worker/market/procuring/handovers/handover'
import { numberText } from '#worker/market/procuring/numbers/number'
import {
  HANDOVER_DEEDS,
  handoverDeeds,
  type Viewer,
} from '#worker/market/procuring/purchase-orders/deeds'
import { orderNumber, type Dossier } from '#worker/market/procuring/purchase-orders/dossier'

const Signed = v.nullable(v.strictObject({ name: v.string(), role: v.string(), at: v.string() }))

export const HandoverAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  number: v.nullable(v.string()),
  status: v.picklist(HANDOVER_STATUSES),
  purchaseOrder: v.strictObject({ id: v.string(), number: v.nullable(v.string()) }),
  sentOn: v.string(),
  carrier: v.string(),
  note: v.string(),
  buyer: Signed,
  buyerNote: v.string(),
  seller: Signed,
  lines: v.array(
    v.strictObject({
      n: v.number(),
      title: v.string(),
      unit: v.string(),
      quantity: v.number(),
      accepted: v.nullable(v.number()),
      rejected: v.nullable(v.number()),
      reason: v.string(),
    }),
  ),
  deeds: v.array(v.picklist(HANDOVER_DEEDS)),
})

const signed = (one: Signature | null) =>
  one && { name: one.name, role: one.role, at: instantText(one.at) }

export function describeHandover(
  dossier: Dossier,
  handover: Handover,
  viewer: Viewer,
): v.InferOutput<typeof HandoverAnswer> {
  const { id, code, status, sentOn, carrier, note, buyer, buyerNote, seller } = handover
  const goods = new Map(dossier.quote.lines.map((one) => [one.n, one]))
  return {
    ...{ id, code, status, sentOn, carrier, note, buyerNote },
    ...{ buyer: signed(buyer), seller: signed(seller) },
    number: numberText('bast', handover),
    purchaseOrder: { id: dossier.purchaseOrder.id, number: orderNumber(dossier) },
    lines: handover.lines.map(({ n, quantity, accepted, reason }) => {
      const good = goods.get(n)
      const title = [good?.title ?? '', good?.variantName ?? ''].filter(Boolean).join(', ')
      const rejected = accepted === null ? null : quantity - accepted
      return { n, title, unit: good?.unit ?? '', quantity, accepted, rejected, reason }
    }),
    deeds: handoverDeeds(dossier, handover, viewer),
  }
}
