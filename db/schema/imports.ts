import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  enterpriseId: text('enterprise_id').notNull(),
  fileName: text('file_name').notNull(),
  layout: text().notNull(),
  status: text().notNull(),
  options: text().notNull(),
  rows: integer().notNull(),
  created: integer().notNull(),
  changed: integer().notNull(),
  unchanged: integer().notNull(),
  faulty: integer().notNull(),
  photos: integer().notNull(),
  work: integer().notNull(),
  done: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
  finishedAt: integer('finished_at'),
  version: integer().notNull(),
})

export const importItems = sqliteTable(
  'import_items',
  {
    importId: text('import_id').notNull(),
    n: integer().notNull(),
    line: integer().notNull(),
    outcome: text().notNull(),
    title: text().notNull(),
    said: text().notNull(),
    wanted: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.n] })],
)

export const importSources = sqliteTable(
  'import_sources',
  {
    enterpriseId: text('enterprise_id').notNull(),
    source: text().notNull(),
    productId: text('product_id').notNull(),
    variantId: text('variant_id'),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.source] })],
)
