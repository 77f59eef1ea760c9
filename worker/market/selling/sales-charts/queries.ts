/** Sales as they are summed up by day and month; never a walk over orders. */
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { DaySales, Span } from '#worker/market/selling/sales-charts/sales-chart'

type Asked = { enterpriseId: string; product?: string | undefined; since: string; until: string }

/** One row a day, of all goods or of one. */
export function listDays(db: Database, { enterpriseId, product, since, until }: Asked) {
  return db.all<DaySales>(sql`
    SELECT day, orders, pieces, amount FROM sales_days
    WHERE enterprise_id = ${enterpriseId} AND product_id = ${product ?? ''}
      AND day >= ${since} AND day <= ${until} ORDER BY day`)
}

export function findProduct(db: Database, enterpriseId: string, id: string) {
  return db.all<{ id: string; title: string }>(sql`
    SELECT id, title FROM products WHERE id = ${id} AND enterprise_id = ${enterpriseId}`)
}

export type BestRow = { id: string; title: string; orders: number; pieces: number; amount: number }

/** What brought most: days by their days, weeks and months by the months they lie in. */
export function listBest(db: Database, asked: Asked, { by, limit }: { by: Span; limit: number }) {
  const { enterpriseId, since, until } = asked
  const summed =
    by === 'day'
      ? sql`SELECT product_id, orders, pieces, amount FROM sales_days
          WHERE enterprise_id = ${enterpriseId} AND day >= ${since} AND day <= ${until}`
      : sql`SELECT product_id, orders, pieces, amount FROM sales_months
          WHERE enterprise_id = ${enterpriseId}
            AND month >= ${since.slice(0, 7)} AND month <= ${until.slice(0, 7)}`
  return db.all<BestRow>(sql`
    SELECT p.id AS id, p.title AS title, s.orders AS orders, s.pieces AS pieces, s.amount AS amount
    FROM (SELECT product_id, sum(orders) AS orders, sum(pieces) AS pieces, sum(amount) AS amount
          FROM (${summed}) WHERE product_id <> '' GROUP BY product_id
          ORDER BY amount DESC, product_id LIMIT ${limit}) s
    JOIN products p ON p.id = s.product_id ORDER BY s.amount DESC, p.id`)
}
