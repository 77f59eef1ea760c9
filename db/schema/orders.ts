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

export const orders = sqliteTable('orders', {
  id: text().primaryKey(),
  purchaseId: text('purchase_id').notNull(),
  code: text().notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  status: text({ enum: ORDER_STATUSES }).notNull(),
  paid: integer().notNull().default(0),
  delivery: text({ enum: ['courier', 'pickup'] }).notNull(),
  pickupPlace: text('pickup_place'),
  goodsTotal: integer('goods_total').notNull(),
  shipping: integer().notNull(),
  commissionBps: integer('commission_bps').notNull(),
  commission: integer().notNull(),
  total: integer().notNull(),
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
  },
  (table) => [primaryKey({ columns: [table.orderId, table.n] })],
)
