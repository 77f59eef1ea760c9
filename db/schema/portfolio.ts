import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const qualityProfiles = sqliteTable('quality_profiles', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  profile: text({ enum: ['bank', 'bpr', 'lkm', 'koperasi', 'upk', 'own'] }).notNull(),
  since: text().notNull(),
  classes: text(),
  source: text(),
  chosenBy: text('chosen_by').notNull(),
  chosenAt: integer('chosen_at').notNull(),
})

export const portfolioRuns = sqliteTable('portfolio_runs', {
  lenderId: text('lender_id').primaryKey(),
  dueOn: text('due_on').notNull(),
  day: text(),
  after: text(),
  page: integer().notNull(),
})

export const portfolioDays = sqliteTable(
  'portfolio_days',
  {
    lenderId: text('lender_id').notNull(),
    day: text().notNull(),
    profileId: text('profile_id'),
    whole: integer().notNull(),
    loans: integer().notNull(),
    running: integer().notNull(),
    balance: integer().notNull(),
    overdue: integer().notNull(),
    atRisk: integer('at_risk').notNull(),
    receivable: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.day] })],
)

export const portfolioParts = sqliteTable(
  'portfolio_parts',
  {
    lenderId: text('lender_id').notNull(),
    day: text().notNull(),
    kind: text({ enum: ['class', 'band', 'officer', 'vintage', 'due'] }).notNull(),
    key: text().notNull(),
    loans: integer().notNull(),
    lent: integer().notNull(),
    balance: integer().notNull(),
    overdue: integer().notNull(),
    atRisk: integer('at_risk').notNull(),
    due: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.day, table.kind, table.key] })],
)

export const portfolioLoans = sqliteTable('portfolio_loans', {
  loanId: text('loan_id').primaryKey(),
  lenderId: text('lender_id').notNull(),
  version: integer().notNull(),
  class: text().notNull(),
  band: text().notNull(),
  officer: text().notNull(),
  quarter: text().notNull(),
  lateSince: text('late_since'),
  missed: integer().notNull(),
  lent: integer().notNull(),
  balance: integer().notNull(),
  overdue: integer().notNull(),
  receivable: integer().notNull(),
})

export const loanAccruals = sqliteTable('loan_accruals', {
  loanId: text('loan_id').primaryKey(),
  through: text().notNull(),
  stopped: integer().notNull(),
  lenderId: text('lender_id'),
})

export const fundParts = sqliteTable(
  'fund_parts',
  {
    lenderId: text('lender_id').notNull(),
    day: text().notNull(),
    fundId: text('fund_id').notNull(),
    kind: text({ enum: ['class', 'band'] }).notNull(),
    key: text().notNull(),
    loans: integer().notNull(),
    balance: integer().notNull(),
    overdue: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lenderId, table.day, table.fundId, table.kind, table.key] }),
  ],
)
