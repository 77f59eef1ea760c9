import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const reminderRules = sqliteTable('reminder_rules', {
  lenderId: text('lender_id').primaryKey(),
  /** JSON: the steps that are not sent. */
  off: text().notNull(),
  version: integer().notNull(),
})

/** When a loan is next looked at; kept by triggers and the clock. */
export const loanReminders = sqliteTable('loan_reminders', {
  loanId: text('loan_id').primaryKey(),
  remindOn: text('remind_on').notNull(),
})

export const sentReminders = sqliteTable(
  'sent_reminders',
  {
    loanId: text('loan_id').notNull(),
    dueOn: text('due_on').notNull(),
    step: text().notNull(),
    personId: text('person_id').notNull(),
    sentAt: integer('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.loanId, table.dueOn, table.step] })],
)

/** What a borrower said she would pay, and when. */
export const loanPromises = sqliteTable('loan_promises', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  loanId: text('loan_id').notNull(),
  madeOn: text('made_on').notNull(),
  promisedOn: text('promised_on').notNull(),
  amount: integer().notNull(),
  promisedBy: text('promised_by').notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: integer('recorded_at').notNull(),
})

export const loanVisits = sqliteTable('loan_visits', {
  id: text().primaryKey(),
  loanId: text('loan_id').notNull(),
  visitedOn: text('visited_on').notNull(),
  place: text().notNull(),
  note: text().notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: integer('recorded_at').notNull(),
})

/** Loans from the hands of one into those of another. */
export const officerHandovers = sqliteTable('officer_handovers', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  fromId: text('from_id'),
  toId: text('to_id').notNull(),
  loans: integer().notNull(),
  note: text().notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedAt: integer('decided_at').notNull(),
})

export const handedOverLoans = sqliteTable(
  'handed_over_loans',
  {
    handoverId: text('handover_id').notNull(),
    loanId: text('loan_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.handoverId, table.loanId] })],
)

/** How many loans each looks after; kept by triggers. */
export const officerTallies = sqliteTable(
  'officer_tallies',
  {
    lenderId: text('lender_id').notNull(),
    officerId: text('officer_id').notNull(),
    loans: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.officerId] })],
)
