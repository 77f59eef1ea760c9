import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { QueuedRow } from '#worker/market/fulfilling/complaints/answers'

type Asked = { after: readonly [number, string] | undefined; limit: number }

/** Complaints that wait for the operator's decision, the one who has waited longest first. */
export function listQueue(db: Database, { after, limit }: Asked) {
  const later = after ? sql`AND (x.asked_at, x.id) > (${after[0]}, ${after[1]})` : sql``
  return db.all<QueuedRow>(sql`
    SELECT x.id AS id, r.id AS orderId, r.code AS code, x.n AS n, x.kind AS kind,
      o.name AS sellerName, p.buyer_name AS buyerName, r.total AS total,
      (SELECT w.body FROM complaint_messages w WHERE w.complaint_id = x.id AND w.n = 1) AS said,
      x.opened_at AS openedAt, x.asked_at AS askedAt, x.due_at AS dueAt
    FROM complaints x JOIN orders r ON r.id = x.order_id
    JOIN purchases p ON p.id = r.purchase_id JOIN organizations o ON o.id = r.enterprise_id
    WHERE x.status = 'mediation' ${later} ORDER BY x.asked_at, x.id LIMIT ${limit}`)
}
