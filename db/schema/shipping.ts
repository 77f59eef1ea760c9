import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const shippingServices = sqliteTable(
  'shipping_services',
  {
    enterpriseId: text('enterprise_id').notNull(),
    code: text().notNull(),
    kind: text({ enum: ['courier', 'local'] }).notNull(),
    courier: text().notNull(),
    name: text().notNull(),
    minimum: integer().notNull().default(0),
    active: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.code] })],
)

export const tariffs = sqliteTable(
  'tariffs',
  {
    enterpriseId: text('enterprise_id').notNull(),
    service: text().notNull(),
    destination: text().notNull(),
    name: text().notNull(),
    firstKg: integer('first_kg').notNull(),
    nextKg: integer('next_kg').notNull(),
    daysFrom: integer('days_from').notNull(),
    daysTo: integer('days_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.service, table.destination] })],
)
