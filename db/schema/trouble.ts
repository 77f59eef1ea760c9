import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What one person proposes about a running loan and another decides. */
export const loanChanges = sqliteTable('loan_changes', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  loanId: text('loan_id').notNull(),
  occasion: text({ enum: ['loan', 'death', 'closure'] }).notNull(),
  measure: text().notNull(),
  reason: text().notNull(),
  loanVersion: integer('loan_version').notNull(),
  status: text({ enum: ['proposed', 'applied', 'refused', 'withdrawn'] }).notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: integer('proposed_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
  reasons: text(),
  seq: integer(),
  version: integer().notNull(),
})

/** A pause for all running loans of a regency. */
export const regionPauses = sqliteTable('region_pauses', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  regionCode: text('region_code').notNull(),
  regionName: text('region_name').notNull(),
  until: text().notNull(),
  interest: text({ enum: ['none', 'runs'] }).notNull(),
  reason: text().notNull(),
  status: text({ enum: ['proposed', 'running', 'done', 'refused', 'withdrawn'] }).notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: integer('proposed_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
  since: text(),
  reasons: text(),
  lastLoan: text('last_loan').notNull(),
  paused: integer().notNull(),
  passedOver: integer('passed_over').notNull(),
  version: integer().notNull(),
})

/** What became of each loan of a region. */
export const regionPausedLoans = sqliteTable(
  'region_paused_loans',
  {
    pauseId: text('pause_id').notNull(),
    loanId: text('loan_id').notNull(),
    seq: integer(),
    obstacle: text(),
  },
  (table) => [primaryKey({ columns: [table.pauseId, table.loanId] })],
)
