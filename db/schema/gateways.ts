import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const gatewayPayments = sqliteTable('gateway_payments', {
  id: text().primaryKey(),
  book: text().notNull(),
  purchaseId: text('purchase_id').notNull(),
  provider: text({ enum: ['midtrans', 'xendit'] }).notNull(),
  reference: text().notNull(),
  amount: integer().notNull(),
  status: text({ enum: ['asked', 'open', 'paid', 'failed', 'expired'] }).notNull(),
  providerId: text('provider_id'),
  redirectTo: text('redirect_to'),
  received: integer().notNull().default(0),
  back: integer().notNull().default(0),
  askedAt: integer('asked_at').notNull(),
  paidAt: integer('paid_at'),
  checkAt: integer('check_at'),
  version: integer().notNull(),
})

export const gatewayMoves = sqliteTable(
  'gateway_moves',
  {
    provider: text().notNull(),
    providerId: text('provider_id').notNull(),
    kind: text().notNull(),
    paymentId: text('payment_id').notNull(),
    amount: integer().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerId, t.kind] })],
)

export const gatewayNotices = sqliteTable(
  'gateway_notices',
  {
    provider: text().notNull(),
    sha256: text().notNull(),
    body: text().notNull(),
    outcome: text().notNull(),
    times: integer().notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.sha256] })],
)

export const gatewayTransfers = sqliteTable('gateway_transfers', {
  id: text().primaryKey(),
  book: text().notNull(),
  provider: text({ enum: ['midtrans', 'xendit'] }).notNull(),
  net: integer().notNull(),
  fee: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  reference: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const paymentLosses = sqliteTable('payment_losses', {
  id: text().primaryKey(),
  book: text().notNull(),
  purchaseId: text('purchase_id').notNull(),
  amount: integer().notNull(),
  status: text({ enum: ['open', 'closed'] }).notNull(),
  note: text().notNull(),
  createdAt: integer('created_at').notNull(),
  closedAt: integer('closed_at'),
  version: integer().notNull(),
})
