import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Kept by triggers on orders and purchases; nobody writes them. */
export const orderTallies = sqliteTable(
  'order_tallies',
  {
    enterpriseId: text('enterprise_id').notNull(),
    status: text().notNull(),
    paid: integer().notNull(),
    terms: text().notNull(),
    count: integer().notNull(),
    held: integer().notNull(),
    commission: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.status, table.paid, table.terms] })],
)

export const purchaseTallies = sqliteTable(
  'purchase_tallies',
  {
    status: text().notNull(),
    method: text().notNull(),
    count: integer().notNull(),
    total: integer().notNull(),
    withProof: integer('with_proof').notNull(),
  },
  (table) => [primaryKey({ columns: [table.status, table.method] })],
)
