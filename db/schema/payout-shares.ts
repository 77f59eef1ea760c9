import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const payoutShares = sqliteTable('payout_shares', {
  id: text().primaryKey(),
  loanId: text('loan_id').notNull(),
  lenderId: text('lender_id').notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  agreedBy: text('agreed_by').notNull(),
  consentId: text('consent_id').notNull(),
  rate: integer().notNull(),
  floor: integer().notNull(),
  ahead: integer().notNull(),
  agreedAt: integer('agreed_at').notNull(),
  endedAt: integer('ended_at'),
  line: integer().notNull(),
  waiting: integer().notNull(),
  taken: integer().notNull(),
  version: integer().notNull(),
  floorMonth: text('floor_month').notNull().default(''),
  floorShort: integer('floor_short').notNull().default(0),
})

export const lenderTransfers = sqliteTable('lender_transfers', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  amount: integer().notNull(),
  reference: text().notNull(),
  sentOn: text('sent_on').notNull(),
  createdAt: integer('created_at').notNull(),
})
