/** Labels as their seller sees them, as buyers do, and as the operator looks through them. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  daysLeft,
  LABEL_KINDS,
  type KeptLabel,
  type LabelKind,
} from '#worker/market/offering/labels/label'
import type { UnverifiedRow } from '#worker/market/offering/labels/queries'

export const PublicLabel = v.strictObject({
  kind: v.picklist(LABEL_KINDS),
  number: v.string(),
  validUntil: v.nullable(v.string()),
  verified: v.pipe(v.boolean(), v.description('Looked up by the operator')),
})

export const OwnLabel = v.strictObject({
  ...PublicLabel.entries,
  daysLeft: v.pipe(
    v.nullable(v.number()),
    v.description('Days until it ends, once they are 60 or fewer; below zero when it has ended'),
  ),
})

export const UnverifiedLabels = pageOf(
  v.strictObject({
    productId: v.string(),
    productSlug: v.string(),
    title: v.string(),
    shop: v.strictObject({ slug: v.string(), name: v.string() }),
    kind: v.picklist(LABEL_KINDS),
    number: v.string(),
    validUntil: v.nullable(v.string()),
  }),
)

export const VerifiedAnswer = v.strictObject({
  productId: v.string(),
  kind: v.picklist(LABEL_KINDS),
  verified: v.boolean(),
})

type Shown = Pick<KeptLabel, 'kind' | 'number' | 'validUntil' | 'verifiedAt'>

export function describePublicLabel({ kind, number, validUntil, verifiedAt }: Shown) {
  return { kind, number, validUntil, verified: verifiedAt !== null }
}

export function describeLabel(label: KeptLabel, today: LocalDate) {
  return { ...describePublicLabel(label), daysLeft: daysLeft(label, today) }
}

export function describeUnverified(row: UnverifiedRow) {
  const { productId, productSlug, title, kind, number, validUntil } = row
  const shop = { slug: row.shopSlug, name: row.shopName }
  return { productId, productSlug, title, shop, kind: kind as LabelKind, number, validUntil }
}
