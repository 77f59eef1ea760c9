import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { PAYOUT_STATUSES } from '#worker/market/payouts/payout'

export const payouts = sqliteTable('payouts', {
  id: text().primaryKey(),
  code: text().notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  amount: integer().notNull(),
  status: text({ enum: PAYOUT_STATUSES }).notNull(),
  bankName: text('bank_name').notNull(),
  bankAccount: text('bank_account').notNull(),
  bankHolder: text('bank_holder').notNull(),
  reference: text(),
  requestedAt: integer('requested_at').notNull(),
  sentOn: text('sent_on'),
  sentAt: integer('sent_at'),
  version: integer().notNull(),
})
