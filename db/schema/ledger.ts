import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  book: text().notNull(),
  code: text().notNull(),
  holder: text().notNull(),
  normal: text({ enum: ['debit', 'credit'] }).notNull(),
  guarded: integer().notNull(),
  debits: integer().notNull().default(0),
  credits: integer().notNull().default(0),
})

export const entries = sqliteTable('entries', {
  id: text().primaryKey(),
  book: text().notNull(),
  rule: text().notNull(),
  subject: text().notNull(),
  description: text().notNull(),
  valueOn: text('value_on').notNull(),
  postedAt: integer('posted_at').notNull(),
  actorId: text('actor_id').notNull(),
  requestId: text('request_id').notNull(),
  reverses: text(),
})

export const transfers = sqliteTable(
  'transfers',
  {
    entryId: text('entry_id').notNull(),
    n: integer().notNull(),
    debit: text().notNull(),
    credit: text().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.n] })],
)
