import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ACCOUNT_CHANGE_STATUSES } from '#worker/market/settling/account-changes/account-change'

export const accountChanges = sqliteTable('account_changes', {
  id: text().primaryKey(),
  enterpriseId: text('enterprise_id').notNull(),
  bankName: text('bank_name').notNull(),
  bankAccount: text('bank_account').notNull(),
  bankHolder: text('bank_holder').notNull(),
  status: text({ enum: ACCOUNT_CHANGE_STATUSES }).notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at').notNull(),
  validFrom: integer('valid_from').notNull(),
  endedBy: text('ended_by'),
  endedAt: integer('ended_at'),
  version: integer().notNull(),
})
