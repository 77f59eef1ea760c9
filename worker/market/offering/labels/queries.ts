import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { productLabels } from '#db/schema/labels'
import type { LocalDate } from '#worker/kernel/calendar'
import type { KeptLabel, LabelKind } from '#worker/market/offering/labels/label'

/** The statement that keeps a label in place of the one of its kind; it has to be looked up anew. */
export function keepLabel(db: Database, label: KeptLabel): Statement {
  const row = { ...label, ended: label.ended ? 1 : 0 }
  const { productId: _, kind: __, ...anew } = row
  return db
    .insert(productLabels)
    .values(row)
    .onConflictDoUpdate({ target: [productLabels.productId, productLabels.kind], set: anew })
}

export function deleteLabel(db: Database, productId: string, kind: LabelKind): Statement {
  return db
    .delete(productLabels)
    .where(sql`${productLabels.productId} = ${productId} AND ${productLabels.kind} = ${kind}`)
}

type Verified = { productId: string; kind: LabelKind; at: number | null; by: string | null }

export function changeVerified(db: Database, { productId, kind, at, by }: Verified): Statement {
  return db
    .update(productLabels)
    .set({ verifiedAt: at, verifiedBy: by })
    .where(sql`${productLabels.productId} = ${productId} AND ${productLabels.kind} = ${kind}`)
}

export type UnverifiedRow = {
  productId: string
  productSlug: string
  title: string
  shopSlug: string
  shopName: string
  kind: string
  number: string
  validUntil: string | null
  createdAt: number
}

type Page = {
  after?: readonly [at: number, productId: string, kind: string] | undefined
  limit: number
}

/** Labels of goods that are on sale which nobody has looked up yet, the oldest first. */
export function listUnverified(db: Database, { after, limit }: Page) {
  const later = after
    ? sql`AND (l.created_at, l.product_id, l.kind) > (CAST(${after[0]} AS INTEGER), ${after[1]}, ${after[2]})`
    : sql``
  return db.all<UnverifiedRow>(sql`
    SELECT p.id AS productId, p.slug AS productSlug, p.title AS title, o.slug AS shopSlug,
      o.name AS shopName, l.kind AS kind, l.number AS number, l.valid_until AS validUntil,
      l.created_at AS createdAt
    FROM product_labels l JOIN products p ON p.id = l.product_id
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE l.verified_at IS NULL AND l.ended = 0 AND p.on_sale = 1 ${later}
    ORDER BY l.created_at, l.product_id, l.kind LIMIT ${limit + 1}`)
}

/** A label with the version of its product, for whoever looks it up. */
export function findLabel(db: Database, productId: string, kind: LabelKind) {
  return db.all<{ kind: string; version: number }>(sql`
    SELECT l.kind AS kind, p.version AS version FROM product_labels l
    JOIN products p ON p.id = l.product_id WHERE l.product_id = ${productId} AND l.kind = ${kind}`)
}

export type NoticeRow = {
  productId: string
  title: string
  kind: LabelKind
  validUntil: LocalDate
  noticeOn: LocalDate
  enterpriseName: string
  slug: string
  leads: string
}

/** Labels of which the seller is to be told by now, with those who lead her enterprise. */
export function listNotices(db: Database, today: LocalDate, limit: number) {
  return db.all<NoticeRow>(sql`
    SELECT l.product_id AS productId, p.title AS title, l.kind AS kind, l.valid_until AS validUntil,
      l.notice_on AS noticeOn, o.name AS enterpriseName, o.slug AS slug,
      (SELECT json_group_array(json_object('phone', n.phone, 'email', n.email, 'locale', n.locale))
        FROM memberships m JOIN people n ON n.id = m.person_id
        WHERE m.organization_id = p.enterprise_id AND m.role = 'chair') AS leads
    FROM product_labels l JOIN products p ON p.id = l.product_id
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE l.notice_on <= ${today} ORDER BY l.notice_on, l.product_id, l.kind LIMIT ${limit}`)
}

export type Told = {
  productId: string
  kind: LabelKind
  was: LocalDate
  next: LocalDate | null
  ended: boolean
}

/** The statement that notes what was told; it finds nothing where someone told it first. */
export function noteTold(db: Database, told: readonly Told[]): Statement {
  const rows = JSON.stringify(
    told.map((one) => [one.productId, one.kind, one.was, one.next, one.ended ? 1 : 0]),
  )
  return db.run(sql`
    UPDATE product_labels SET notice_on = j.value->>3, ended = j.value->>4
    FROM json_each(${rows}) j
    WHERE product_id = j.value->>0 AND kind = j.value->>1 AND notice_on = j.value->>2`)
}
