import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const salesDays = sqliteTable(
  'sales_days',
  {
    enterpriseId: text('enterprise_id').notNull(),
    productId: text('product_id').notNull().default(''),
    day: text().notNull(),
    orders: integer().notNull(),
    pieces: integer().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.productId, table.day] })],
)

/** The same by month, without the row for all. */
export const salesMonths = sqliteTable(
  'sales_months',
  {
    enterpriseId: text('enterprise_id').notNull(),
    month: text().notNull(),
    productId: text('product_id').notNull(),
    orders: integer().notNull(),
    pieces: integer().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.month, table.productId] })],
)

/** Orders that were completed, and the day of it; the sums above follow each row. */
export const soldOrders = sqliteTable('sold_orders', {
  orderId: text('order_id').primaryKey(),
  day: text().notNull(),
})
