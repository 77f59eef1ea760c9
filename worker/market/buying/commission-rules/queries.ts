import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { commissionRules } from '#db/schema/buying'
import { localDate } from '#worker/kernel/calendar'
import { basisPoints } from '#worker/kernel/money'
import type {
  CommissionRule,
  CommissionScope,
} from '#worker/market/buying/commission-rules/commission-rule'

type Row = typeof commissionRules.$inferSelect

export function commissionRuleFrom(row: Row): CommissionRule {
  return {
    id: row.id,
    scope: row.scope,
    reference: row.reference,
    bps: basisPoints(row.bps),
    since: localDate(row.since),
    until: row.until === null ? null : localDate(row.until),
  }
}

/** The rules that speak of anything in a cart. `cartId` is SQL for its id. */
export function listCommissionRulesFor(db: Database, cartId: SQL) {
  const goods = (column: string) => sql`(SELECT ${sql.raw(column)} FROM cart_lines l
    JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
    WHERE l.cart_id = ${cartId} AND l.saved = 0)`
  return db
    .select()
    .from(commissionRules)
    .where(
      sql`scope = 'default'
        OR (scope = 'product' AND reference IN ${goods('p.id')})
        OR (scope = 'enterprise' AND reference IN ${goods('p.enterprise_id')})
        OR (scope = 'category' AND reference IN (SELECT ancestor FROM category_lines
          WHERE category IN ${goods('p.category')}))`,
    )
    .orderBy(commissionRules.id)
}

type ListedRow = Row & { named: string | null }

/** All rules with the name of what they speak of, the newest first. */
export function listCommissionRules(
  db: Database,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const older = after === undefined ? sql`true` : sql`r.id < ${after}`
  return db.all<ListedRow>(sql`
    SELECT r.id AS id, r.scope AS scope, r.reference AS reference, r.bps AS bps, r.since AS since,
      r.until AS until, r.created_at AS createdAt, r.version AS version,
      CASE r.scope
        WHEN 'product' THEN (SELECT title FROM products WHERE id = r.reference)
        WHEN 'category' THEN (SELECT name_id FROM categories WHERE slug = r.reference)
        WHEN 'enterprise' THEN (SELECT name FROM organizations WHERE id = r.reference)
      END AS named
    FROM commission_rules r WHERE ${older} ORDER BY r.id DESC LIMIT ${limit}`)
}

export function findCommissionRule(db: Database, id: string) {
  return db
    .select()
    .from(commissionRules)
    .where(sql`id = ${id}`)
}

/** What a rule would speak of, by its id or slug, or its address in the shop. */
export function findReference(db: Database, scope: CommissionScope, reference: string) {
  const tables = {
    product: sql`SELECT id AS id, title AS named FROM products
      WHERE id = ${reference} OR slug = ${reference}`,
    category: sql`SELECT slug AS id, name_id AS named FROM categories WHERE slug = ${reference}`,
    enterprise: sql`SELECT o.id AS id, o.name AS named FROM organizations o
      JOIN enterprises e ON e.organization_id = o.id
      WHERE o.id = ${reference} OR o.slug = ${reference}`,
    default: sql`SELECT '' AS id, NULL AS named`,
  }
  return db.all<{ id: string; named: string | null }>(tables[scope])
}

export function insertCommissionRule(db: Database, row: Row): Statement {
  return db.insert(commissionRules).values(row)
}

export function endCommissionRule(
  db: Database,
  { id, until, version }: { id: string; until: string; version: number },
): Statement {
  return db.run(sql`
    UPDATE commission_rules SET until = ${until}, version = ${version} WHERE id = ${id}`)
}
