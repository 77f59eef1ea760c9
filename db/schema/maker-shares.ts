import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const groupCuts = sqliteTable('group_cuts', {
  enterpriseId: text('enterprise_id').primaryKey(),
  bps: integer().notNull(),
  version: integer().notNull(),
})

/** Written by a trigger when an order is completed; never changed. */
export const orderLineMakers = sqliteTable(
  'order_line_makers',
  {
    orderId: text('order_id').notNull(),
    n: integer().notNull(),
    makerId: text('maker_id').notNull(),
    weight: integer().notNull(),
    keptBps: integer('kept_bps').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.n, table.makerId] })],
)
