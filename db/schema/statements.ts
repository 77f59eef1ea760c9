import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const qrisCodes = sqliteTable('qris_codes', {
  book: text().primaryKey(),
  payload: text().notNull(),
  changedAt: integer('changed_at').notNull(),
  version: integer().notNull(),
})

export const codTerms = sqliteTable('cod_terms', {
  enterpriseId: text('enterprise_id').primaryKey(),
  offered: integer().notNull(),
  most: integer().notNull(),
  areas: text().notNull(),
  version: integer().notNull(),
})

export const bankStatements = sqliteTable('bank_statements', {
  id: text().primaryKey(),
  book: text().notNull(),
  bank: text({ enum: ['bca', 'bri', 'mandiri', 'bni', 'general'] }).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  credits: integer().notNull(),
  debits: integer().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const statementLines = sqliteTable('statement_lines', {
  id: text().primaryKey(),
  book: text().notNull(),
  fingerprint: text().notNull(),
  statementId: text('statement_id').notNull(),
  line: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  amount: integer().notNull(),
  description: text().notNull(),
  status: text({ enum: ['new', 'matched', 'suspense', 'ignored'] })
    .notNull()
    .default('new'),
  purchaseId: text('purchase_id'),
  unmatchedId: text('unmatched_id'),
  version: integer().notNull().default(0),
})
