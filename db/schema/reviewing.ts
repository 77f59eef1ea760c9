import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const scorecards = sqliteTable(
  'scorecards',
  {
    lenderId: text('lender_id').notNull(),
    version: integer().notNull(),
    card: text().notNull(),
    note: text().notNull(),
    changedBy: text('changed_by'),
    changedAt: integer('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.version] })],
)

export const recommendations = sqliteTable(
  'recommendations',
  {
    applicationId: text('application_id').notNull(),
    seq: integer().notNull(),
    officerId: text('officer_id').notNull(),
    advice: text({ enum: ['lend', 'decline'] }).notNull(),
    amount: integer().notNull(),
    instalments: integer().notNull(),
    note: text().notNull(),
    conditions: text().notNull(),
    lenderId: text('lender_id').notNull(),
    scorecardVersion: integer('scorecard_version').notNull(),
    facts: text().notNull(),
    score: integer(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.seq] })],
)

export const overrides = sqliteTable(
  'overrides',
  {
    applicationId: text('application_id').notNull(),
    seq: integer().notNull(),
    lenderId: text('lender_id').notNull(),
    personId: text('person_id').notNull(),
    against: text({ enum: ['score', 'recommendation'] }).notNull(),
    suggested: text().notNull(),
    chosen: text().notNull(),
    why: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.seq] })],
)

export const approvalRules = sqliteTable('approval_rules', {
  lenderId: text('lender_id').primaryKey(),
  votes: integer().notNull(),
  votesAbove: integer('votes_above').notNull(),
  approverLimit: integer('approver_limit'),
  borrowerLimit: integer('borrower_limit'),
  version: integer().notNull(),
})

export const approvalLimits = sqliteTable(
  'approval_limits',
  {
    lenderId: text('lender_id').notNull(),
    personId: text('person_id').notNull(),
    amount: integer().notNull(),
    setBy: text('set_by').notNull(),
    setAt: integer('set_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.personId] })],
)

export const votes = sqliteTable(
  'votes',
  {
    applicationId: text('application_id').notNull(),
    round: integer().notNull(),
    personId: text('person_id').notNull(),
    outcome: text({ enum: ['approve', 'reject'] }).notNull(),
    reason: text().notNull(),
    causes: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.round, table.personId] })],
)

export const applicationConditions = sqliteTable(
  'application_conditions',
  {
    applicationId: text('application_id').notNull(),
    n: integer().notNull(),
    text: text().notNull(),
    metBy: text('met_by'),
    metAt: integer('met_at'),
    note: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.n] })],
)

export const fieldVisits = sqliteTable('field_visits', {
  id: text().primaryKey(),
  applicationId: text('application_id').notNull(),
  officerId: text('officer_id').notNull(),
  visitedOn: text('visited_on').notNull(),
  place: text().notNull(),
  note: text().notNull(),
  picture: text(),
  pictureType: text('picture_type'),
  createdAt: integer('created_at').notNull(),
})

export const ties = sqliteTable('ties', {
  id: text().primaryKey(),
  personId: text('person_id').notNull(),
  phone: text().notNull(),
  relation: text({ enum: ['household', 'family', 'business'] }).notNull(),
  lenderId: text('lender_id'),
  statedBy: text('stated_by').notNull(),
  statedAt: integer('stated_at').notNull(),
  endedAt: integer('ended_at'),
})
