import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { companies } from '#db/schema/companies'
import { amount } from '#worker/kernel/money'
import type { WaitingRow } from '#worker/market/procuring/companies/answers'
import type { Company } from '#worker/market/procuring/companies/company'
import type { VillageCode } from '#worker/market/buying/shipping/area'

/** The papers of organizations; `ids` is SQL for their ids. */
export function listCompanies(db: Database, ids: SQL) {
  return db
    .select()
    .from(companies)
    .where(sql`${companies.organizationId} IN ${ids}`)
}

export const findCompany = (db: Database, organizationId: string) =>
  listCompanies(db, sql`(SELECT ${organizationId})`)

export function companyFrom(row: typeof companies.$inferSelect): Company {
  const { organizationId: id, ...rest } = row
  return {
    ...rest,
    id,
    areaCode: row.areaCode as VillageCode,
    staffLimit: amount(row.staffLimit),
    managerLimit: amount(row.managerLimit),
  }
}

/** The statement that writes down or replaces all papers of a company. */
export function putCompany(db: Database, { id, ...rest }: Company): Statement {
  const row = { organizationId: id, ...rest }
  return db
    .insert(companies)
    .values(row)
    .onConflictDoUpdate({ target: companies.organizationId, set: rest })
}

/** The number of `x` as text; `letters` is SQL for what stands before its year. */
const number = (letters: string) =>
  sql.raw(`iif(x.n IS NULL, NULL, ${letters} || x.year || '/' || printf('%04d', x.n)) AS number`)

type Asked = { side: 'partner' | 'enterprise'; id: string; limit: number }

/** What waits for this side, a few of each, the oldest first. */
export function listWaiting(db: Database, { side, id, limit }: Asked) {
  const own = sql.raw(`x.${side}_id`)
  const other = sql.raw(`x.${side === 'partner' ? 'enterprise' : 'partner'}_id`)
  const of = (table: string, states: readonly string[], shown: SQL, order = 'x.id') =>
    db.all<WaitingRow>(sql`
      SELECT x.id AS id, o.name AS other, ${shown}
      FROM ${sql.raw(table)} x JOIN organizations o ON o.id = ${other}
        JOIN companies k ON k.organization_id = x.partner_id
      WHERE ${own} = ${id} AND x.status IN (SELECT value FROM json_each(${JSON.stringify(states)}))
      ORDER BY ${sql.raw(order)} LIMIT ${limit}`)
  const buying = side === 'partner'
  return [
    of(
      'quotations',
      buying ? ['quoted'] : ['asked', 'revising'],
      sql`${number("k.prefix || '/RFQ/'")}, x.total AS total,
        coalesce(x.valid_until, x.needed_by) AS "on", NULL AS orderId`,
    ),
    of(
      'purchase_orders',
      buying ? ['awaiting'] : ['issued'],
      sql`${number("k.prefix || '/PO/'")}, x.total AS total, NULL AS "on", x.id AS orderId`,
    ),
    of(
      'handovers',
      buying ? ['sent'] : ['received'],
      sql`(SELECT k.prefix || '/PO/' || p.year || '/' || printf('%04d', p.n) FROM purchase_orders p
          WHERE p.id = x.purchase_order_id) AS number, NULL AS total, x.sent_on AS "on",
          x.purchase_order_id AS orderId`,
    ),
    of(
      'invoices',
      ['issued'],
      sql`${number("'INV/'")}, x.total - x.withheld AS total, x.due_on AS "on",
        x.purchase_order_id AS orderId`,
      'x.due_on, x.id',
    ),
  ] as const
}
