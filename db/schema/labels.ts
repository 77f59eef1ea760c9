import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Marks that the law or a council gives to a product: P-IRT, halal, BPOM, SNI. */
export const productLabels = sqliteTable(
  'product_labels',
  {
    productId: text('product_id').notNull(),
    kind: text({ enum: ['pirt', 'halal', 'bpom', 'sni'] }).notNull(),
    number: text().notNull(),
    validUntil: text('valid_until'),
    noticeOn: text('notice_on'),
    ended: integer().notNull().default(0),
    verifiedAt: integer('verified_at'),
    verifiedBy: text('verified_by'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.productId, table.kind] })],
)
