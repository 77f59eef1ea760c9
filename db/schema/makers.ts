import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Members of an enterprise who are credited for what they make. */
export const makers = sqliteTable('makers', {
  id: text().primaryKey(),
  enterpriseId: text('enterprise_id').notNull(),
  name: text().notNull(),
  about: text().notNull().default(''),
  personId: text('person_id'),
  archived: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull(),
})

export const productMakers = sqliteTable(
  'product_makers',
  {
    productId: text('product_id').notNull(),
    makerId: text('maker_id').notNull(),
    position: integer().notNull(),
    share: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.productId, table.makerId] })],
)
