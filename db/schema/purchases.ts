import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const METHODS = ['transfer', 'qris', 'cod', 'midtrans', 'xendit', 'invoice'] as const

export const PURCHASE_STATES = [
  'pending',
  'settled',
  'expired',
  'cancelled',
  'failed',
  'accepted',
] as const

export const purchases = sqliteTable('purchases', {
  id: text().primaryKey(),
  code: text().notNull(),
  personId: text('person_id'),
  organizationId: text('organization_id'),
  cartHash: text('cart_hash'),
  locale: text({ enum: ['id', 'en'] }).notNull(),
  buyerName: text('buyer_name').notNull(),
  buyerPhone: text('buyer_phone').notNull(),
  buyerEmail: text('buyer_email'),
  street: text().notNull(),
  areaCode: text('area_code').notNull(),
  areaText: text('area_text').notNull(),
  postalCode: text('postal_code').notNull(),
  note: text().notNull(),
  goodsTotal: integer('goods_total').notNull(),
  shippingTotal: integer('shipping_total').notNull(),
  discountTotal: integer('discount_total').notNull().default(0),
  taxTotal: integer('tax_total').notNull().default(0),
  uniqueCode: integer('unique_code').notNull(),
  total: integer().notNull(),
  method: text({ enum: METHODS }).notNull(),
  status: text({ enum: PURCHASE_STATES }).notNull(),
  placedAt: integer('placed_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  settledAt: integer('settled_at'),
  proofAt: integer('proof_at'),
  version: integer().notNull(),
})

export const proofs = sqliteTable('proofs', {
  id: text().primaryKey(),
  purchaseId: text('purchase_id').notNull(),
  sha256: text().notNull(),
  contentType: text('content_type').notNull(),
  bytes: integer().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const unmatchedPayments = sqliteTable('unmatched_payments', {
  id: text().primaryKey(),
  book: text().notNull(),
  amount: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  reference: text().notNull(),
  purchaseId: text('purchase_id'),
  createdAt: integer('created_at').notNull(),
  source: text({ enum: ['bank', 'midtrans', 'xendit'] })
    .notNull()
    .default('bank'),
  cause: text({ enum: ['short', 'over', 'late', 'double', 'unknown', 'mismatch'] })
    .notNull()
    .default('unknown'),
  status: text({ enum: ['open', 'assigned', 'returned'] })
    .notNull()
    .default('open'),
  rest: integer().notNull().default(0),
  returnReference: text('return_reference'),
  closedAt: integer('closed_at'),
  version: integer().notNull().default(1),
  invoiceId: text('invoice_id'),
})
