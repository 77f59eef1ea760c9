import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const quotations = sqliteTable('quotations', {
  id: text().primaryKey(),
  code: text().notNull(),
  year: integer().notNull(),
  n: integer().notNull(),
  partnerId: text('partner_id').notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  status: text().notNull(),
  requestedBy: text('requested_by').notNull(),
  requestedName: text('requested_name').notNull(),
  neededBy: text('needed_by'),
  street: text().notNull(),
  areaCode: text('area_code').notNull(),
  areaText: text('area_text').notNull(),
  postalCode: text('postal_code').notNull(),
  note: text().notNull(),
  revision: integer().notNull().default(0),
  validUntil: text('valid_until'),
  total: integer(),
  reason: text(),
  askedAt: integer('asked_at').notNull(),
  version: integer().notNull(),
})

export const quotationLines = sqliteTable(
  'quotation_lines',
  {
    quotationId: text('quotation_id').notNull(),
    n: integer().notNull(),
    variantId: text('variant_id'),
    title: text().notNull(),
    quantity: integer().notNull(),
    note: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.quotationId, table.n] })],
)

export const quotes = sqliteTable(
  'quotes',
  {
    quotationId: text('quotation_id').notNull(),
    revision: integer().notNull(),
    goodsTotal: integer('goods_total').notNull(),
    discount: integer().notNull(),
    shipping: integer().notNull(),
    total: integer().notNull(),
    leadDays: integer('lead_days').notNull(),
    validUntil: text('valid_until').notNull(),
    tempoDays: integer('tempo_days').notNull(),
    note: text().notNull(),
    quotedBy: text('quoted_by').notNull(),
    quotedName: text('quoted_name').notNull(),
    quotedAt: integer('quoted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.quotationId, table.revision] })],
)

export const quoteLines = sqliteTable(
  'quote_lines',
  {
    quotationId: text('quotation_id').notNull(),
    revision: integer().notNull(),
    n: integer().notNull(),
    productId: text('product_id').notNull(),
    variantId: text('variant_id').notNull(),
    title: text().notNull(),
    variantName: text('variant_name').notNull(),
    unit: text().notNull(),
    weightGrams: integer('weight_grams').notNull(),
    quantity: integer().notNull(),
    unitPrice: integer('unit_price').notNull(),
    total: integer().notNull(),
    madeToOrder: integer('made_to_order').notNull(),
  },
  (table) => [primaryKey({ columns: [table.quotationId, table.revision, table.n] })],
)
