import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const reviews = sqliteTable('reviews', {
  id: text().primaryKey(),
  productId: text('product_id').notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  orderId: text('order_id').notNull(),
  line: integer().notNull(),
  name: text().notNull(),
  variantName: text('variant_name').notNull(),
  stars: integer().notNull(),
  text: text().notNull(),
  createdAt: integer('created_at').notNull(),
  reply: text(),
  repliedAt: integer('replied_at'),
  hiddenAt: integer('hidden_at'),
  version: integer().notNull(),
})
