import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const ORDER_STATUSES = [
  'placed',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'expired',
] as const

export const TERMS = ['prepaid', 'cod', 'invoice'] as const

export const DELIVERIES = ['courier', 'pickup', 'local'] as const

export const orders = sqliteTable('orders', {
  id: text().primaryKey(),
  purchaseId: text('purchase_id').notNull(),
  code: text().notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  status: text({ enum: ORDER_STATUSES }).notNull(),
  paid: integer().notNull().default(0),
  terms: text({ enum: TERMS }).notNull().default('prepaid'),
  delivery: text({ enum: DELIVERIES }).notNull(),
  service: text(),
  pickupPlace: text('pickup_place'),
  goodsTotal: integer('goods_total').notNull(),
  shipping: integer().notNull(),
  discount: integer().notNull().default(0),
  sponsored: integer().notNull().default(0),
  tax: integer().notNull().default(0),
  commission: integer().notNull(),
  total: integer().notNull(),
  refunded: integer().notNull().default(0),
  sponsoredBack: integer('sponsored_back').notNull().default(0),
  commissionBack: integer('commission_back').notNull().default(0),
  disputes: integer().notNull().default(0),
  weightGrams: integer('weight_grams').notNull(),
  courier: text(),
  trackingNumber: text('tracking_number'),
  placedAt: integer('placed_at').notNull(),
  paidAt: integer('paid_at'),
  shipBy: integer('ship_by'),
  shippedAt: integer('shipped_at'),
  deliveredAt: integer('delivered_at'),
  completeAt: integer('complete_at'),
  completedAt: integer('completed_at'),
  cancelledAt: integer('cancelled_at'),
  cancelAskedAt: integer('cancel_asked_at'),
  cancelAnswerBy: integer('cancel_answer_by'),
  lateToldAt: integer('late_told_at'),
  version: integer().notNull(),
})

export const orderLines = sqliteTable(
  'order_lines',
  {
    orderId: text('order_id').notNull(),
    n: integer().notNull(),
    productId: text('product_id').notNull(),
    variantId: text('variant_id').notNull(),
    title: text().notNull(),
    variantName: text('variant_name').notNull(),
    unitPrice: integer('unit_price').notNull(),
    quantity: integer().notNull(),
    total: integer().notNull(),
    weightGrams: integer('weight_grams').notNull(),
    photoId: text('photo_id'),
    discount: integer().notNull().default(0),
    sponsored: integer().notNull().default(0),
    tax: integer().notNull().default(0),
    commissionBps: integer('commission_bps').notNull().default(0),
    commission: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.n] })],
)
