import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const carts = sqliteTable('carts', {
  id: text().primaryKey(),
  personId: text('person_id'),
  createdAt: integer('created_at').notNull(),
  touchedAt: integer('touched_at').notNull(),
})

export const cartLines = sqliteTable(
  'cart_lines',
  {
    cartId: text('cart_id').notNull(),
    variantId: text('variant_id').notNull(),
    quantity: integer().notNull(),
    priceSeen: integer('price_seen').notNull(),
    addedAt: integer('added_at').notNull(),
    saved: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.cartId, table.variantId] })],
)
