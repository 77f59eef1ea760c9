import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const categories = sqliteTable('categories', {
  slug: text().primaryKey(),
  nameId: text('name_id').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
})

export const products = sqliteTable('products', {
  key: integer().primaryKey(),
  id: text().notNull(),
  enterpriseId: text('enterprise_id').notNull(),
  slug: text().notNull(),
  title: text().notNull(),
  description: text().notNull().default(''),
  category: text().notNull(),
  unit: text().notNull().default('pcs'),
  status: text({ enum: ['draft', 'listed', 'hidden'] })
    .notNull()
    .default('draft'),
  onSale: integer('on_sale').notNull().default(0),
  priceFrom: integer('price_from').notNull(),
  priceTo: integer('price_to').notNull(),
  stockTotal: integer('stock_total').notNull(),
  regencyCode: text('regency_code').notNull(),
  womenLed: integer('women_led').notNull(),
  photoId: text('photo_id'),
  photoColor: text('photo_color'),
  listedAt: integer('listed_at'),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull(),
})

export const variants = sqliteTable('variants', {
  id: text().primaryKey(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  name: text().notNull().default(''),
  sku: text(),
  price: integer().notNull(),
  weightGrams: integer('weight_grams').notNull(),
  stock: integer().notNull(),
  archived: integer().notNull().default(0),
})

export const photos = sqliteTable('photos', {
  id: text().primaryKey(),
  productId: text('product_id').notNull(),
  position: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  color: text(),
  bytes: integer().notNull(),
  createdAt: integer('created_at').notNull(),
})

/** Words under every spelling with a letter left out; see worker/market/catalogue/spelling.ts. */
export const searchSpellings = sqliteTable(
  'search_spellings',
  { spelling: text().notNull(), word: text().notNull() },
  (table) => [primaryKey({ columns: [table.spelling, table.word] })],
)
