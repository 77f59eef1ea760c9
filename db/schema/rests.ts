import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Why a shop rests; the window itself stands with the enterprise. */
export const rests = sqliteTable('rests', {
  enterpriseId: text('enterprise_id').primaryKey(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  note: text().notNull(),
})
