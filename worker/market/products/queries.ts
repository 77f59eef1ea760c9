import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { StockChange } from '#worker/market/products/stock'

/**
 * The statements that take stock (`by` below zero) or give it back, two however many lines there are. A
 * line that asks for more than there is breaks the batch: `insufficient-stock`.
 */
export function changeStock(db: Database, changes: readonly StockChange[]): Statement[] {
  if (changes.length === 0) return []
  const rows = JSON.stringify(changes.map((one) => [one.variantId, one.productId, one.by]))
  return [
    db.run(sql`
      UPDATE variants SET stock = stock + j.by
      FROM (SELECT value->>0 AS id, CAST(sum(value->>2) AS INTEGER) AS by
            FROM json_each(${rows}) GROUP BY 1) j
      WHERE variants.id = j.id`),
    db.run(sql`
      UPDATE products SET stock_total = stock_total + j.by
      FROM (SELECT value->>1 AS id, CAST(sum(value->>2) AS INTEGER) AS by
            FROM json_each(${rows}) GROUP BY 1) j
      WHERE products.id = j.id`),
  ]
}
