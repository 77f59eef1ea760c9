import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const shipments = sqliteTable('shipments', {
  id: text().primaryKey(),
  orderId: text('order_id').notNull(),
  n: integer().notNull(),
  courier: text().notNull(),
  service: text(),
  trackingNumber: text('tracking_number'),
  complaintId: text('complaint_id'),
  sentAt: integer('sent_at').notNull(),
  arriveBy: integer('arrive_by').notNull(),
  askedAt: integer('asked_at'),
  deliveredAt: integer('delivered_at'),
})

export const shipmentLines = sqliteTable(
  'shipment_lines',
  {
    shipmentId: text('shipment_id').notNull(),
    n: integer().notNull(),
    quantity: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.n] })],
)

export const refunds = sqliteTable('refunds', {
  id: text().primaryKey(),
  orderId: text('order_id').notNull(),
  code: text().notNull(),
  kind: text().notNull(),
  reason: text().notNull(),
  payer: text().notNull(),
  amount: integer().notNull(),
  sponsoredBack: integer('sponsored_back').notNull(),
  commissionBack: integer('commission_back').notNull(),
  status: text().notNull(),
  reference: text(),
  sentOn: text('sent_on'),
  createdAt: integer('created_at').notNull(),
})

export const refundLines = sqliteTable(
  'refund_lines',
  {
    refundId: text('refund_id').notNull(),
    n: integer().notNull(),
    quantity: integer().notNull(),
    amount: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.refundId, table.n] })],
)

export const refundAccounts = sqliteTable('refund_accounts', {
  orderId: text('order_id').primaryKey(),
  bankName: text('bank_name').notNull(),
  bankAccount: text('bank_account').notNull(),
  bankHolder: text('bank_holder').notNull(),
  givenAt: integer('given_at').notNull(),
})

export const returns = sqliteTable('returns', {
  id: text().primaryKey(),
  orderId: text('order_id').notNull(),
  n: integer().notNull(),
  status: text().notNull(),
  kind: text().notNull(),
  reason: text().notNull(),
  shippingBy: text('shipping_by'),
  answer: text(),
  courier: text(),
  trackingNumber: text('tracking_number'),
  restocked: integer().notNull().default(0),
  refundId: text('refund_id'),
  askedAt: integer('asked_at').notNull(),
  sentBackAt: integer('sent_back_at'),
  receivedAt: integer('received_at'),
  closedAt: integer('closed_at'),
  dueAt: integer('due_at'),
})

export const returnLines = sqliteTable(
  'return_lines',
  {
    returnId: text('return_id').notNull(),
    n: integer().notNull(),
    quantity: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.returnId, table.n] })],
)

export const complaints = sqliteTable('complaints', {
  id: text().primaryKey(),
  orderId: text('order_id').notNull(),
  n: integer().notNull(),
  kind: text().notNull(),
  shipmentId: text('shipment_id'),
  returnId: text('return_id'),
  status: text().notNull(),
  outcome: text(),
  decision: text(),
  decidedBy: text('decided_by'),
  refundId: text('refund_id'),
  openedAt: integer('opened_at').notNull(),
  askedAt: integer('asked_at'),
  closedAt: integer('closed_at'),
  dueAt: integer('due_at'),
})

export const complaintMessages = sqliteTable(
  'complaint_messages',
  {
    complaintId: text('complaint_id').notNull(),
    n: integer().notNull(),
    author: text().notNull(),
    body: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.complaintId, table.n] })],
)

export const evidence = sqliteTable('evidence', {
  id: text().primaryKey(),
  orderId: text('order_id').notNull(),
  subject: text().notNull(),
  author: text().notNull(),
  sha256: text().notNull(),
  contentType: text('content_type').notNull(),
  bytes: integer().notNull(),
  createdAt: integer('created_at').notNull(),
})
