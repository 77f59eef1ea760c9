import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const bankCredits = sqliteTable('bank_credits', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  statementId: text('statement_id').notNull(),
  fingerprint: text().notNull(),
  line: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  amount: integer().notNull(),
  description: text().notNull(),
  status: text({ enum: ['new', 'suspense', 'matched', 'returned', 'ignored'] }).notNull(),
  loanId: text('loan_id'),
  receipt: text(),
  note: text(),
  version: integer().notNull(),
})
