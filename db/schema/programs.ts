import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  organizationId: text('organization_id').notNull(),
  name: text().notNull(),
  prefix: text().notNull(),
  secretHash: text('secret_hash').notNull(),
  scopes: text().notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at'),
  lastUsedAt: integer('last_used_at'),
  revokedAt: integer('revoked_at'),
  version: integer().notNull(),
})

/** Filled by a trigger on events. */
export const eventOrder = sqliteTable('event_order', {
  key: integer().primaryKey(),
  subject: text().notNull(),
  seq: integer().notNull(),
})

export const changes = sqliteTable('changes', {
  key: integer().primaryKey(),
  organizationId: text('organization_id').notNull(),
  noun: text().notNull(),
  subject: text().notNull(),
  seq: integer().notNull(),
  type: text().notNull(),
  at: integer().notNull(),
})

/** One row: how far events have been published as changes. */
export const published = sqliteTable('published', {
  id: integer().primaryKey(),
  eventKey: integer('event_key').notNull(),
  changeKey: integer('change_key').notNull(),
})

export const webhooks = sqliteTable('webhooks', {
  id: text().primaryKey(),
  organizationId: text('organization_id').notNull(),
  url: text().notNull(),
  types: text().notNull(),
  status: text({ enum: ['active', 'failing', 'paused', 'removed'] }).notNull(),
  secret: text().notNull(),
  secretBefore: text('secret_before'),
  secretBeforeUntil: integer('secret_before_until'),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull(),
})

export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    webhookId: text('webhook_id').notNull(),
    changeKey: integer('change_key').notNull(),
    noun: text().notNull(),
    subject: text().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    at: integer().notNull(),
    status: text({ enum: ['waiting', 'delivered', 'given-up'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    nextAt: integer('next_at').notNull(),
    tries: text().notNull().default('[]'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.webhookId, table.changeKey] })],
)
