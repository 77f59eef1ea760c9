import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const PAYERS = ['seller', 'operator', 'partner'] as const

export const vouchers = sqliteTable('vouchers', {
  id: text().primaryKey(),
  code: text(),
  organizationId: text('organization_id').notNull(),
  payer: text({ enum: PAYERS }).notNull(),
  kind: text({ enum: ['percent', 'amount', 'shipping'] }).notNull(),
  label: text().notNull(),
  percentBps: integer('percent_bps'),
  cap: integer(),
  minimum: integer().notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at'),
  mostUses: integer('most_uses'),
  mostPerBuyer: integer('most_per_buyer'),
  budget: integer(),
  categories: text().notNull().default('[]'),
  enterprises: text().notNull().default('[]'),
  used: integer().notNull().default(0),
  usedAmount: integer('used_amount').notNull().default(0),
  released: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
  closedAt: integer('closed_at'),
  version: integer().notNull(),
})

export const voucherBuyers = sqliteTable(
  'voucher_buyers',
  {
    voucherId: text('voucher_id').notNull(),
    phone: text().notNull(),
    used: integer().notNull(),
    most: integer(),
  },
  (table) => [primaryKey({ columns: [table.voucherId, table.phone] })],
)

export const voucherUses = sqliteTable(
  'voucher_uses',
  {
    voucherId: text('voucher_id').notNull(),
    purchaseId: text('purchase_id').notNull(),
    phone: text().notNull(),
    returned: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.voucherId, table.purchaseId] })],
)

export const orderDiscounts = sqliteTable(
  'order_discounts',
  {
    orderId: text('order_id').notNull(),
    n: integer().notNull(),
    voucherId: text('voucher_id').notNull(),
    kind: text({ enum: ['goods', 'shipping'] }).notNull(),
    payer: text({ enum: PAYERS }).notNull(),
    payerId: text('payer_id').notNull(),
    amount: integer().notNull(),
    label: text().notNull(),
    parts: text().notNull(),
    back: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.n] })],
)

export const partnerDeposits = sqliteTable('partner_deposits', {
  id: text().primaryKey(),
  partnerId: text('partner_id').notNull(),
  amount: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  reference: text().notNull(),
  createdAt: integer('created_at').notNull(),
})
