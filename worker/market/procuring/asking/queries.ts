import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { LocalDate } from '#worker/kernel/calendar'
import type { ListedQuotationRow } from '#worker/market/procuring/quotations/answers'
import type { Draft } from '#worker/market/procuring/quotations/offering'
import type { Offered, QuotationStatus } from '#worker/market/procuring/quotations/quotation'

/** Variants of an enterprise as they may be offered; `ids` is SQL for which. */
export function listOfferedIn(db: Database, enterpriseId: SQL, ids: SQL) {
  return db.all<Offered>(sql`
    SELECT v.id AS variantId, p.id AS productId, p.title AS title, v.name AS variantName,
      p.unit AS unit, v.weight_grams AS weightGrams
    FROM variants v JOIN products p ON p.id = v.product_id
    WHERE p.enterprise_id = ${enterpriseId} AND v.id IN ${ids}`)
}

export const listOffered = (db: Database, enterpriseId: SQL, ids: readonly string[]) =>
  listOfferedIn(db, enterpriseId, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)

/** The statements that draft products for what was asked in words, so that the order can name them. */
export function insertDrafts(db: Database, drafts: readonly Draft[], act: Act): Statement[] {
  return drafts.flatMap(({ enterpriseId, productId, variantId, title, unitPrice }) => [
    db.run(sql`
      INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
        price_from, price_to, stock_total, regency_code, women_led, created_at, version)
      SELECT ${productId}, organization_id, ${productId}, ${title}, '', coalesce(
          (SELECT category FROM products WHERE enterprise_id = organization_id ORDER BY key DESC LIMIT 1),
          (SELECT slug FROM categories ORDER BY position DESC LIMIT 1)), 'pcs', 'draft', ${unitPrice},
        ${unitPrice}, 0, regency_code, women_led, CAST(${act.at} AS INTEGER), 1
      FROM enterprises WHERE organization_id = ${enterpriseId}`),
    db.run(sql`
      INSERT INTO variants (id, product_id, position, name, sku, price, weight_grams, stock, archived)
      VALUES (${variantId}, ${productId}, 1, '', NULL, ${unitPrice}, 1000, 0, 0)`),
    recordEvents(db, [{ ...act, subject: productId, seq: 1, type: 'drafted', data: { title } }]),
  ])
}

type Asked = {
  side: 'partner' | 'enterprise'
  id: string
  status?: QuotationStatus | undefined
  before?: string | undefined
  limit: number
}

/** The quotations of a company or of a seller, the newest first. */
export function listQuotations(db: Database, { side, id, status, before, limit }: Asked) {
  const other = sql.raw(side === 'partner' ? 'enterprise_id' : 'partner_id')
  const of = status ? sql`AND status = ${status}` : sql``
  const older = before ? sql`AND id < ${before}` : sql``
  return db.all<ListedQuotationRow>(sql`
    SELECT q.id AS id, q.year AS year, q.n AS n, k.prefix AS prefix, q.status AS status,
      o.name AS other, l.title AS title, q.total AS total, q.valid_until AS validUntil,
      (SELECT count(*) FROM quotation_lines c WHERE c.quotation_id = q.id) AS kinds,
      q.asked_at AS askedAt
    FROM (SELECT * FROM quotations WHERE ${sql.raw(`${side}_id`)} = ${id} ${of} ${older}
          ORDER BY id DESC LIMIT ${limit}) q
      JOIN companies k ON k.organization_id = q.partner_id
      JOIN organizations o ON o.id = q.${other}
      JOIN quotation_lines l ON l.quotation_id = q.id AND l.n = 1
    ORDER BY q.id DESC`)
}

/** Quotes whose last day is over, as SQL for the ids of their quotations. */
export function idsToLapse(today: LocalDate, limit: number): SQL {
  return sql`(SELECT id FROM quotations WHERE valid_until < ${today} AND (status = 'quoted'
    OR (status = 'accepted' AND EXISTS (SELECT 1 FROM purchase_orders p
      WHERE p.quotation_id = quotations.id AND p.status = 'awaiting')))
    AND status IN ('quoted', 'accepted') ORDER BY valid_until LIMIT ${limit})`
}

export const idOfSeller = (name: string): SQL =>
  sql`(SELECT id FROM organizations WHERE id = ${name} OR slug = ${name})`
