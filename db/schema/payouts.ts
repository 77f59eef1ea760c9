import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { PAYOUT_STATUSES } from '#worker/market/settling/payouts/payout'

export const payouts = sqliteTable('payouts', {
  id: text().primaryKey(),
  code: text().notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  amount: integer().notNull(),
  offset: integer().notNull().default(0),
  status: text({ enum: PAYOUT_STATUSES }).notNull(),
  bankName: text('bank_name').notNull(),
  bankAccount: text('bank_account').notNull(),
  bankHolder: text('bank_holder').notNull(),
  batchId: text('batch_id'),
  reference: text(),
  requestedAt: integer('requested_at').notNull(),
  sentOn: text('sent_on'),
  sentAt: integer('sent_at'),
  endedAt: integer('ended_at'),
  reason: text(),
  lineFrom: integer('line_from').notNull().default(0),
  lineTo: integer('line_to').notNull().default(0),
  version: integer().notNull(),
})

export const payoutBatches = sqliteTable('payout_batches', {
  id: text().primaryKey(),
  book: text().notNull(),
  number: integer().notNull(),
  madeAt: integer('made_at').notNull(),
  madeOn: text('made_on').notNull(),
  count: integer().notNull(),
  total: integer().notNull(),
  version: integer().notNull(),
})

/** Kept by triggers on payouts; nobody writes them. */
export const payoutTallies = sqliteTable(
  'payout_tallies',
  {
    enterpriseId: text('enterprise_id').notNull(),
    status: text({ enum: PAYOUT_STATUSES }).notNull(),
    count: integer().notNull(),
    amount: integer().notNull(),
    offset: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.status] })],
)

export const receivablePayments = sqliteTable('receivable_payments', {
  id: text().primaryKey(),
  enterpriseId: text('enterprise_id').notNull(),
  amount: integer().notNull(),
  reference: text().notNull(),
  receivedOn: text('received_on').notNull(),
  createdAt: integer('created_at').notNull(),
})
