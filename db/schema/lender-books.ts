import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Where the money of a fund stands; kept by triggers, nobody writes them. */
export const fundSums = sqliteTable('fund_sums', {
  fundId: text('fund_id').primaryKey(),
  received: integer().notNull(),
  returned: integer().notNull(),
  brought: integer().notNull(),
  lent: integer().notNull(),
  lentToWomen: integer('lent_to_women').notNull(),
  balance: integer().notNull(),
  writtenOff: integer('written_off').notNull(),
  recovered: integer().notNull(),
  loans: integer().notNull(),
  running: integer().notNull(),
  borrowers: integer().notNull(),
})

export const fundBorrowers = sqliteTable(
  'fund_borrowers',
  { fundId: text('fund_id').notNull(), borrowerId: text('borrower_id').notNull() },
  (table) => [primaryKey({ columns: [table.fundId, table.borrowerId] })],
)

export const broughtLoans = sqliteTable('brought_loans', {
  loanId: text('loan_id').primaryKey(),
  amount: integer().notNull(),
})

export const lenderBooks = sqliteTable('lender_books', {
  lenderId: text('lender_id').primaryKey(),
  basis: text({ enum: ['cash', 'accrual'] }).notNull(),
  closedThrough: text('closed_through'),
  version: integer().notNull(),
  closing: text(),
  closingBy: text('closing_by'),
  closingAt: integer('closing_at'),
})

export const closedMonths = sqliteTable(
  'closed_months',
  {
    lenderId: text('lender_id').notNull(),
    month: text().notNull(),
    yearEntryId: text('year_entry_id'),
    closedBy: text('closed_by').notNull(),
    closedAt: integer('closed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.month] })],
)

export const closedBalances = sqliteTable(
  'closed_balances',
  {
    lenderId: text('lender_id').notNull(),
    month: text().notNull(),
    code: text().notNull(),
    debits: integer().notNull(),
    credits: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.month, table.code] })],
)

export const bookProposals = sqliteTable('book_proposals', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  number: integer().notNull(),
  kind: text({ enum: ['entry', 'reversal', 'fund-return', 'reopening'] }).notNull(),
  valueOn: text('value_on').notNull(),
  description: text().notNull(),
  amount: integer().notNull(),
  data: text().notNull(),
  fundId: text('fund_id'),
  reverses: text(),
  status: text({ enum: ['proposed', 'approved', 'refused', 'withdrawn'] }).notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: integer('proposed_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
  reasons: text(),
  entryId: text('entry_id'),
  version: integer().notNull(),
})

export const lossProvisions = sqliteTable('loss_provisions', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  providedOn: text('provided_on').notNull(),
  source: text().notNull(),
  classes: text().notNull(),
  target: integer().notNull(),
  change: integer().notNull(),
  entryId: text('entry_id'),
  decidedBy: text('decided_by').notNull(),
  decidedAt: integer('decided_at').notNull(),
})
