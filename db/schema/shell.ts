import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** History, audit trail and lock in one: see the migration. */
export const events = sqliteTable(
  'events',
  {
    subject: text().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    actorId: text('actor_id').notNull(),
    at: integer().notNull(),
    requestId: text('request_id').notNull(),
    data: text().notNull().default('{}'),
  },
  (table) => [primaryKey({ columns: [table.subject, table.seq] })],
)

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    scope: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer(),
    body: text(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
)

export const uses = sqliteTable(
  'uses',
  {
    key: text().notNull(),
    window: integer().notNull(),
    count: integer().notNull(),
    most: integer().notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.window] })],
)

export const outbox = sqliteTable('outbox', {
  id: text().primaryKey(),
  channel: text({ enum: ['whatsapp', 'email'] }).notNull(),
  destination: text().notNull(),
  template: text().notNull(),
  body: text().notNull(),
  status: text({ enum: ['waiting', 'sent', 'kept', 'failed'] })
    .notNull()
    .default('waiting'),
  attempts: integer().notNull().default(0),
  error: text(),
  createdAt: integer('created_at').notNull(),
  nextAt: integer('next_at').notNull(),
  sentAt: integer('sent_at'),
})
