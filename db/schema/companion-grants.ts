import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const companionGrants = sqliteTable('companion_grants', {
  id: text().primaryKey(),
  enterpriseId: text('enterprise_id').notNull(),
  facilitatorId: text('facilitator_id').notNull(),
  personId: text('person_id').notNull(),
  products: integer().notNull(),
  orders: integer().notNull(),
  grantedBy: text('granted_by').notNull(),
  grantedAt: integer('granted_at').notNull(),
  endsOn: text('ends_on').notNull(),
  endsAt: integer('ends_at').notNull(),
  revokedAt: integer('revoked_at'),
  version: integer().notNull(),
})
