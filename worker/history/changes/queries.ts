import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Change } from '#worker/history/changes/change'

/** Changes of an organization after one of them, in the order of their keys. */
export function listChanges(
  db: Database,
  { organizationId, after, limit }: { organizationId: string; after: number; limit: number },
) {
  return db.all<Change>(sql`
    SELECT key, noun, subject, seq, type, at FROM changes
    WHERE organization_id = ${organizationId} AND key > ${after} ORDER BY key LIMIT ${limit}`)
}

/** Whose a noun is: its table, by whose id events are recorded, and the organizations concerned. */
type Owned = { noun: string; table: string; id?: string; organizations: readonly string[] }

const OPERATOR = `(SELECT id FROM organizations WHERE kind = 'operator')`

const OWNED: readonly Owned[] = [
  { noun: 'order', table: 'orders', organizations: ['enterprise_id'] },
  { noun: 'product', table: 'products', organizations: ['enterprise_id'] },
  { noun: 'payout', table: 'payouts', organizations: ['enterprise_id'] },
  { noun: 'purchase', table: 'purchases', organizations: [OPERATOR] },
  { noun: 'organization', table: 'organizations', organizations: ['id'] },
  { noun: 'loan', table: 'loans', organizations: ['lender_id'] },
  { noun: 'loan-application', table: 'loan_applications', organizations: ['lender_id'] },
  { noun: 'loan-product', table: 'loan_products', organizations: ['lender_id'] },
  { noun: 'api-key', table: 'api_keys', organizations: ['organization_id'] },
  { noun: 'webhook', table: 'webhooks', organizations: ['organization_id'] },
]

/** Which noun an event of subject `o.subject` concerns, and whom: found by its id alone. */
function concerned(): { joins: SQL; noun: SQL; organizations: SQL } {
  const each = OWNED.map((one, i) => ({ ...one, alias: `t${i}`, key: one.id ?? 'id' }))
  const joins = each.map(
    ({ table, alias, key }) => `LEFT JOIN ${table} ${alias} ON ${alias}.${key} = o.subject`,
  )
  const nouns = each.map(
    ({ noun, alias, key }) => `WHEN ${alias}.${key} IS NOT NULL THEN '${noun}'`,
  )
  const organizations = each.map(({ alias, key, organizations: own }) => {
    const columns = own.map((column) => (column.startsWith('(') ? column : `${alias}.${column}`))
    return `WHEN ${alias}.${key} IS NOT NULL THEN json_array(${columns.join(', ')})`
  })
  return {
    joins: sql.raw(joins.join('\n')),
    noun: sql.raw(`CASE ${nouns.join(' ')} END`),
    organizations: sql.raw(`CASE ${organizations.join(' ')} ELSE '[]' END`),
  }
}

/** Events that are not published yet. */
export function findUnpublished(db: Database) {
  return db.all<{ waiting: number }>(sql`
    SELECT count(*) AS waiting FROM (SELECT key FROM event_order
      WHERE key > (SELECT event_key FROM published) LIMIT 1)`)
}

/**
 * Publishes the next events as changes, with a delivery for each webhook that wants them. One batch: it
 * begins where the batch before ended, so that no event is left out and none is published twice.
 */
export function publishNext(db: Database, now: number, most: number): Statement[] {
  const { joins, noun, organizations } = concerned()
  const next = sql`(SELECT key FROM event_order WHERE key > (SELECT event_key FROM published)
    ORDER BY key LIMIT ${most})`
  return [
    db.run(sql`
      INSERT INTO changes (organization_id, noun, subject, seq, type, at)
      SELECT j.value, ${noun}, e.subject, e.seq, e.type, e.at
      FROM event_order o CROSS JOIN events e ON e.subject = o.subject AND e.seq = o.seq
      ${joins}
      CROSS JOIN json_each(${organizations}) j
      WHERE o.key IN ${next} AND j.value IS NOT NULL ORDER BY o.key, j.key`),
    db.run(sql`
      INSERT INTO webhook_deliveries
        (webhook_id, change_key, noun, subject, seq, type, at, next_at, created_at)
      SELECT w.id, c.key, c.noun, c.subject, c.seq, c.type, c.at,
        iif(w.status = 'paused', ${NEVER}, CAST(${now} AS INTEGER)), CAST(${now} AS INTEGER)
      FROM changes c JOIN webhooks w
        ON w.organization_id = c.organization_id AND w.status <> 'removed'
        AND w.created_at <= c.at
      WHERE c.key > (SELECT change_key FROM published)
        AND iif(c.noun = 'webhook', c.subject = w.id AND c.type = 'pinged',
          EXISTS (SELECT 1 FROM json_each(w.types) t
            WHERE t.value IN ('*', c.noun || '.*', c.noun || '.' || c.type)))`),
    db.run(sql`
      UPDATE published SET change_key = coalesce((SELECT max(key) FROM changes), change_key),
        event_key = coalesce((SELECT max(key) FROM ${next}), event_key)`),
  ]
}

/** When what waits for a paused webhook is due. */
export const NEVER = sql.raw('9007199254740991')

/** Old ones go, never the last: keys go on from it. A thousand at a time. */
export function forgetChanges(db: Database, before: number): Statement[] {
  return [
    db.run(sql`DELETE FROM event_order WHERE key IN (SELECT key FROM event_order
      WHERE key < (SELECT event_key FROM published) ORDER BY key LIMIT 5000)`),
    db.run(sql`DELETE FROM changes WHERE at < ${before}
      AND key < (SELECT change_key FROM published)
      AND key IN (SELECT key FROM changes ORDER BY key LIMIT 1000)`),
    db.run(sql`DELETE FROM webhook_deliveries WHERE (webhook_id, change_key) IN
      (SELECT webhook_id, change_key FROM webhook_deliveries WHERE created_at < ${before}
       LIMIT 1000)`),
  ]
}
