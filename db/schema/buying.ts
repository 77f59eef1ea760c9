import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const addresses = sqliteTable('addresses', {
  id: text().primaryKey(),
  personId: text('person_id').notNull(),
  label: text().notNull(),
  recipient: text().notNull(),
  phone: text().notNull(),
  street: text().notNull(),
  areaCode: text('area_code').notNull(),
  areaText: text('area_text').notNull(),
  postalCode: text('postal_code').notNull(),
  note: text().notNull(),
  preferred: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const taxRules = sqliteTable(
  'tax_rules',
  {
    name: text({ enum: ['ppn'] }).notNull(),
    since: text().notNull(),
    rateBps: integer('rate_bps').notNull(),
    basePart: integer('base_part').notNull(),
    baseWhole: integer('base_whole').notNull(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.since] })],
)

export const commissionRules = sqliteTable('commission_rules', {
  id: text().primaryKey(),
  scope: text({ enum: ['product', 'category', 'enterprise', 'default'] }).notNull(),
  reference: text().notNull(),
  bps: integer().notNull(),
  since: text().notNull(),
  until: text(),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull(),
})
