import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const tariffs = sqliteTable(
  'tariffs',
  {
    enterpriseId: text('enterprise_id').notNull(),
    destination: text().notNull(),
    firstKg: integer('first_kg').notNull(),
    nextKg: integer('next_kg').notNull(),
    daysFrom: integer('days_from').notNull(),
    daysTo: integer('days_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.destination] })],
)
