import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const rateCaps = sqliteTable(
  'rate_caps',
  {
    lenderId: text('lender_id').notNull(),
    programme: text({ enum: ['', 'kur', 'koperasi', 'pumk', 'qardh'] }).notNull(),
    since: text().notNull(),
    nominal: integer(),
    effective: integer(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.programme, table.since] })],
)

export const loanProducts = sqliteTable('loan_products', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  name: text().notNull(),
  audience: text({ enum: ['person', 'group', 'enterprise', 'any'] }).notNull(),
  minPrincipal: integer('min_principal').notNull(),
  maxPrincipal: integer('max_principal').notNull(),
  annualRate: integer('annual_rate').notNull(),
  dearestRate: integer('dearest_rate').notNull(),
  offer: text().notNull(),
  status: text({ enum: ['offered', 'retired'] }).notNull(),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull(),
})

export const loanProductVersions = sqliteTable(
  'loan_product_versions',
  {
    productId: text('product_id').notNull(),
    version: integer().notNull(),
    offer: text().notNull(),
    madeAt: integer('made_at').notNull(),
    madeBy: text('made_by'),
    running: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.productId, table.version] })],
)

export const lenderHolidays = sqliteTable(
  'lender_holidays',
  {
    lenderId: text('lender_id').notNull(),
    day: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.day] })],
)
