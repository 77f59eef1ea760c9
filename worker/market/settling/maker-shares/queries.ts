import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { amount, ZERO } from '#worker/kernel/money'
import { sellerAccount } from '#worker/market/settling/balances/queries'
import { lowered, type SoldLine } from '#worker/market/settling/maker-shares/share'

export type LineRow = {
  orderId: string
  code: string
  n: number
  title: string
  quantity: number
  base: number
  /** What was given back to the buyer before completion; or, for a refund after it, what it cost. */
  back: number
  after: number
  keptBps: number
  /** JSON of [maker, name, weight]. */
  makers: string
}

/** How many lines of orders one sheet takes. */
const MOST = 2000

/** The lines of chosen orders with their makers; `chosen` gives id, back and after. */
const linesOf = (chosen: SQL) => sql`
  SELECT o.id AS orderId, o.code AS code, l.n AS n, l.title AS title, l.quantity AS quantity,
    l.total - (l.discount - l.sponsored) - l.commission AS base, x.back AS back, x.after AS after,
    coalesce((SELECT max(kept_bps) FROM order_line_makers WHERE order_id = l.order_id AND n = l.n), 0)
      AS keptBps,
    (SELECT json_group_array(json_array(m.maker_id, k.name, m.weight)) FROM order_line_makers m
      JOIN makers k ON k.id = m.maker_id WHERE m.order_id = l.order_id AND m.n = l.n) AS makers
  FROM (${chosen}) x JOIN orders o ON o.id = x.id JOIN order_lines l ON l.order_id = o.id
  ORDER BY x.after, o.id, l.n LIMIT ${MOST}`

/**
 * What an order brought less than its lines say, since it was undone in part: what its completion booked
 * for the seller tells it; one that was paid at the door tells it itself, whenever that happened.
 */
const shortfall = (payable: SQL) => sql`
  iif(o.terms = 'prepaid', o.total + o.sponsored - o.commission - coalesce((
    SELECT sum(t.amount) FROM entries e JOIN transfers t ON t.entry_id = e.id AND t.credit = ${payable}
    WHERE e.subject = o.id AND e.rule = 'order-completed'), 0), o.refunded - o.commission_back)`

const accounts = (enterpriseId: string) => sql`
  (${sellerAccount('seller-payable', sql`${enterpriseId}`)},
   ${sellerAccount('seller-receivable', sql`${enterpriseId}`)})`

/** What refunds after completion cost the seller, by order: less owed to her, or more owed by her. */
const refundsAmong = (enterpriseId: string, where: SQL) => sql`
  SELECT e.subject AS id, sum(iif(l.account LIKE '%/seller-payable/%', -l.change, l.change)) AS back,
    1 AS after
  FROM account_lines l JOIN entries e ON e.id = l.entry_id
  WHERE l.account IN ${accounts(enterpriseId)} AND e.rule = 'order-refund-due-after' AND ${where}
  GROUP BY e.subject`

type Period = { from: number; until: number; month: string }

/** All that was completed in a month, however it was paid, and refunded in it. */
export function listLinesOfMonth(db: Database, enterpriseId: string, period: Period) {
  const { from, until, month } = period
  const payable = sellerAccount('seller-payable', sql`${enterpriseId}`)
  const days = sql`l.value_on BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  return db.all<LineRow>(
    linesOf(sql`
      SELECT o.id AS id, ${shortfall(payable)} AS back, 0 AS after FROM orders o
      WHERE o.enterprise_id = ${enterpriseId} AND o.completed_at >= ${from}
        AND o.completed_at < ${until}
      UNION ALL ${refundsAmong(enterpriseId, days)}`),
  )
}

/** All of which a payout is made. */
export function listLinesOfPayout(db: Database, enterpriseId: string, payoutId: string) {
  const within = sql`l.seq > (SELECT line_from FROM payouts WHERE id = ${payoutId})
    AND l.seq < (SELECT line_to FROM payouts WHERE id = ${payoutId})`
  const payable = sellerAccount('seller-payable', sql`${enterpriseId}`)
  return db.all<LineRow>(
    linesOf(sql`
      SELECT o.id AS id, ${shortfall(payable)} AS back, 0 AS after
      FROM account_lines l JOIN entries e ON e.id = l.entry_id JOIN orders o ON o.id = e.subject
      WHERE l.account = ${payable} AND e.rule = 'order-completed' AND ${within}
      UNION ALL
      SELECT e.subject AS id, sum(-l.change) AS back, 1 AS after
      FROM account_lines l JOIN entries e ON e.id = l.entry_id
      WHERE l.account = ${payable} AND e.rule = 'order-refund-due-after' AND ${within}
      GROUP BY e.subject`),
  )
}

export function findCut(db: Database, enterpriseId: string) {
  return db.all<{ bps: number; version: number }>(sql`
    SELECT bps, version FROM group_cuts WHERE enterprise_id = ${enterpriseId}`)
}

export function changeCut(
  db: Database,
  { enterpriseId, bps, version }: { enterpriseId: string; bps: number; version: number },
): Statement {
  return db.run(sql`
    INSERT INTO group_cuts (enterprise_id, bps, version)
    VALUES (${enterpriseId}, CAST(${bps} AS INTEGER), CAST(${version} AS INTEGER))
    ON CONFLICT (enterprise_id) DO UPDATE SET bps = excluded.bps, version = excluded.version`)
}

/** The lines as they are divided, order by order. */
export function soldLines(rows: readonly LineRow[]): SoldLine[] {
  const orders = Map.groupBy(rows, (row) => `${row.after}/${row.orderId}`)
  return [...orders.values()].flatMap((own) => {
    const bases = own.map((row) => amount(row.base))
    const back = amount(own[0]!.back)
    const left = lowered(bases, back)
    const shown = own[0]!.after === 0 ? left : bases.map((base, i) => amount(left[i]! - base))
    return own.map((row, i) => lineFrom(row, shown[i] ?? ZERO))
  })
}

function lineFrom(row: LineRow, base: SoldLine['base']): SoldLine {
  const { orderId, code, n, title, quantity, keptBps } = row
  const makers = JSON.parse(row.makers) as [string, string, number][]
  return {
    ...{ orderId, code, n, title, quantity, base, keptBps },
    makers: makers.map(([makerId, name, weight]) => ({ makerId, name, weight })),
  }
}
