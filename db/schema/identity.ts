import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { KINDS } from '#worker/identity/permissions'

export const people = sqliteTable('people', {
  id: text().primaryKey(),
  phone: text(),
  email: text(),
  name: text().notNull().default(''),
  locale: text({ enum: ['id', 'en'] })
    .notNull()
    .default('id'),
  totpSecret: text('totp_secret'),
  totpOffered: text('totp_offered'),
  totpConfirmedAt: integer('totp_confirmed_at'),
  totpLastStep: integer('totp_last_step').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(0),
})

export const signInCodes = sqliteTable('sign_in_codes', {
  destination: text().primaryKey(),
  codeHash: text('code_hash').notNull(),
  attempts: integer().notNull().default(0),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  id: text().notNull(),
  personId: text('person_id').notNull(),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  verifiedAt: integer('verified_at'),
})

export const organizations = sqliteTable('organizations', {
  id: text().primaryKey(),
  kind: text({ enum: KINDS }).notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  status: text({ enum: ['pending', 'open', 'paused', 'closed'] })
    .notNull()
    .default('pending'),
  createdAt: integer('created_at').notNull(),
  version: integer().notNull().default(0),
})

export const memberships = sqliteTable(
  'memberships',
  {
    organizationId: text('organization_id').notNull(),
    personId: text('person_id').notNull(),
    role: text().notNull(),
    since: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.personId, table.role] })],
)

export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  organizationId: text('organization_id').notNull(),
  phone: text().notNull(),
  role: text().notNull(),
  invitedBy: text('invited_by').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  acceptedAt: integer('accepted_at'),
})

export const consents = sqliteTable('consents', {
  id: text().primaryKey(),
  personId: text('person_id').notNull(),
  organizationId: text('organization_id').notNull(),
  purpose: text().notNull(),
  textVersion: text('text_version').notNull(),
  textShown: text('text_shown').notNull(),
  givenAt: integer('given_at').notNull(),
  withdrawnAt: integer('withdrawn_at'),
  subject: text(),
})
