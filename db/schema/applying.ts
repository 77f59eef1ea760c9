/** What surrounds an application: drafts, pledges, papers, identities, objections, changes of account. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const applicationDrafts = sqliteTable('application_drafts', {
  id: text().primaryKey(),
  personId: text('person_id').notNull(),
  content: text().notNull(),
  createdAt: integer('created_at').notNull(),
  touchedAt: integer('touched_at').notNull(),
  version: integer().notNull(),
})

export const pledges = sqliteTable('pledges', {
  id: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  kind: text({ enum: ['share', 'guarantee'] }).notNull(),
  personId: text('person_id'),
  destination: text().notNull(),
  name: text().notNull(),
  relation: text().notNull().default(''),
  amount: integer(),
  agreed: integer(),
  status: text({ enum: ['asked', 'confirmed', 'declined'] }).notNull(),
  consentId: text('consent_id'),
  askedAt: integer('asked_at').notNull(),
  answeredAt: integer('answered_at'),
  version: integer().notNull(),
})

export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  kind: text({ enum: ['ktp', 'business-photo', 'plan'] }).notNull(),
  contentType: text('content_type', {
    enum: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  }).notNull(),
  bytes: integer().notNull(),
  sha256: text().notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: integer('added_at').notNull(),
  forgottenAt: integer('forgotten_at'),
})

export const applicationIdentities = sqliteTable('application_identities', {
  applicationId: text('application_id').primaryKey(),
  lenderId: text('lender_id').notNull(),
  nik: text(),
  nikShown: text('nik_shown'),
  nikIndex: text('nik_index'),
  phoneIndex: text('phone_index'),
  forgetAt: integer('forget_at'),
  forgottenAt: integer('forgotten_at'),
})

export const identityOpenings = sqliteTable('identity_openings', {
  id: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  openedBy: text('opened_by').notNull(),
  reason: text().notNull(),
  openedAt: integer('opened_at').notNull(),
  until: integer().notNull(),
})

export const objections = sqliteTable('objections', {
  applicationId: text('application_id').primaryKey(),
  lenderId: text('lender_id').notNull(),
  words: text().notNull(),
  objectedAt: integer('objected_at').notNull(),
  reasons: text().notNull(),
  decidedBy: text('decided_by').notNull(),
  outcome: text({ enum: ['kept', 'reopened'] }),
  answer: text(),
  answeredBy: text('answered_by'),
  answeredAt: integer('answered_at'),
})

export const payeeChanges = sqliteTable('payee_changes', {
  id: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  lenderId: text('lender_id').notNull(),
  bankName: text('bank_name').notNull(),
  bankAccount: text('bank_account').notNull(),
  bankHolder: text('bank_holder').notNull(),
  status: text({ enum: ['waiting', 'approved', 'refused'] }).notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
})

export const agreements = sqliteTable('agreements', {
  applicationId: text('application_id').primaryKey(),
  hash: text().notNull(),
  content: text().notNull(),
  acceptedBy: text('accepted_by').notNull(),
  destination: text().notNull(),
  acceptedAt: integer('accepted_at').notNull(),
})

export const disbursements = sqliteTable('disbursements', {
  code: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  number: integer().notNull(),
  loanId: text('loan_id').notNull(),
  seq: integer().notNull(),
  channel: text({ enum: ['cash', 'transfer'] }).notNull(),
  amount: integer().notNull(),
  deductions: text().notNull(),
  received: integer().notNull(),
  recipient: text().notNull(),
  bankName: text('bank_name'),
  bankAccount: text('bank_account'),
  bankHolder: text('bank_holder'),
  reference: text(),
  fundId: text('fund_id'),
  handedOn: text('handed_on').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: integer('recorded_at').notNull(),
})

export const tranches = sqliteTable(
  'tranches',
  {
    applicationId: text('application_id').notNull(),
    n: integer().notNull(),
    lenderId: text('lender_id').notNull(),
    amount: integer().notNull(),
    note: text().notNull(),
    seq: integer(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.n] })],
)
