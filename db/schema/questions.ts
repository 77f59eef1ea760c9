import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const questions = sqliteTable('questions', {
  id: text().primaryKey(),
  productId: text('product_id').notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  personId: text('person_id').notNull(),
  name: text().notNull(),
  text: text().notNull(),
  askedAt: integer('asked_at').notNull(),
  answer: text(),
  answeredAt: integer('answered_at'),
  hiddenAt: integer('hidden_at'),
  version: integer().notNull(),
})
