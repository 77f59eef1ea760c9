import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const categories = sqliteTable('categories', {
  slug: text().primaryKey(),
  nameId: text('name_id').notNull(),
  nameEn: text('name_en').notNull(),
  position: integer().notNull(),
  parentSlug: text('parent_slug'),
})

/** Every category with itself and all that it lies in, so many steps up. */
export const categoryLines = sqliteTable(
  'category_lines',
  { category: text().notNull(), ancestor: text().notNull(), up: integer().notNull() },
  (table) => [primaryKey({ columns: [table.category, table.ancestor] })],
)

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
  option1: text(),
  option2: text(),
  option3: text(),
  madeToOrderDays: integer('made_to_order_days').notNull().default(0),
  availableFrom: text('available_from'),
  opensAt: integer('opens_at'),
  closesAt: integer('closes_at'),
  shopOpensAt: integer('shop_opens_at'),
  shopClosesAt: integer('shop_closes_at'),
  open: integer().notNull().default(1),
  turnsAt: integer('turns_at'),
  labels: text().notNull().default('{}'),
  ratingCount: integer('rating_count').notNull().default(0),
  ratingSum: integer('rating_sum').notNull().default(0),
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
  value1: text(),
  value2: text(),
  value3: text(),
  photoId: text('photo_id'),
  lengthCm: integer('length_cm'),
  widthCm: integer('width_cm'),
  heightCm: integer('height_cm'),
  lowStock: integer('low_stock'),
  netQuantity: integer('net_quantity'),
  netUnit: text('net_unit', { enum: ['g', 'ml', 'cm'] }),
  /** Its product's, written by a trigger. */
  enterpriseId: text('enterprise_id'),
})

export const tierPrices = sqliteTable(
  'tier_prices',
  {
    variantId: text('variant_id').notNull(),
    fromQuantity: integer('from_quantity').notNull(),
    price: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.variantId, table.fromQuantity] })],
)

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

/** Words under every spelling with a letter left out; see worker/market/finding/catalogue/spelling.ts. */
export const searchSpellings = sqliteTable(
  'search_spellings',
  { spelling: text().notNull(), word: text().notNull() },
  (table) => [primaryKey({ columns: [table.spelling, table.word] })],
)

/** How many products are on sale in all and by category, regency and province. */
export const shelfCounts = sqliteTable('shelf_counts', {
  token: text().primaryKey(),
  n: integer().notNull(),
})
