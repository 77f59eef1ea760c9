import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const loanShares = sqliteTable('loan_shares', {
  id: text().primaryKey(),
  loanId: text('loan_id').notNull(),
  position: integer().notNull(),
  personId: text('person_id'),
  name: text().notNull(),
  phone: text(),
  amount: integer().notNull(),
})

export const loanShareChanges = sqliteTable('loan_share_changes', {
  id: text().primaryKey(),
  loanId: text('loan_id').notNull(),
  shares: text().notNull(),
  reason: text().notNull(),
  status: text({ enum: ['waiting', 'approved', 'refused'] }).notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: integer('proposed_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
})

export const paymentParts = sqliteTable('payment_parts', {
  loanId: text('loan_id').notNull(),
  seq: integer().notNull(),
  shareId: text('share_id').notNull(),
  amount: integer().notNull(),
})

export const covers = sqliteTable('covers', {
  id: text().primaryKey(),
  loanId: text('loan_id').notNull(),
  seq: integer().notNull(),
  meetingId: text('meeting_id').notNull(),
  owedBy: text('owed_by').notNull(),
  owedTo: text('owed_to'),
  amount: integer().notNull(),
  repaid: integer().notNull(),
  coveredOn: text('covered_on').notNull(),
  reversedAt: integer('reversed_at'),
  version: integer().notNull(),
})

export const coverRepayments = sqliteTable('cover_repayments', {
  id: text().primaryKey(),
  coverId: text('cover_id').notNull(),
  meetingId: text('meeting_id'),
  amount: integer().notNull(),
  paidOn: text('paid_on').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: integer('recorded_at').notNull(),
  reversedAt: integer('reversed_at'),
})

export const reserveMoves = sqliteTable('reserve_moves', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  groupId: text('group_id').notNull(),
  kind: text({ enum: ['saved', 'paid-back', 'covered', 'withdrawn', 'reversed'] }).notNull(),
  amount: integer().notNull(),
  shareId: text('share_id'),
  meetingId: text('meeting_id'),
  movedOn: text('moved_on').notNull(),
})

export const reserveWithdrawals = sqliteTable('reserve_withdrawals', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  groupId: text('group_id').notNull(),
  amount: integer().notNull(),
  reason: text().notNull(),
  status: text({ enum: ['waiting', 'paid', 'refused'] }).notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: integer('asked_at').notNull(),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at'),
  version: integer().notNull(),
  answer: text().notNull().default(''),
})

export const groupLadders = sqliteTable('group_ladders', {
  lenderId: text('lender_id').primaryKey(),
  firstLimit: integer('first_limit').notNull(),
  most: integer().notNull(),
  growth: integer().notNull(),
  kept: integer().notNull(),
  lowered: integer().notNull(),
  lateAllowed: integer('late_allowed').notNull(),
  version: integer().notNull(),
})
