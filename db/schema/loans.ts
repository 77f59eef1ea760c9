import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const loans = sqliteTable('loans', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  number: integer().notNull(),
  applicationId: text('application_id').notNull(),
  productId: text('product_id').notNull(),
  borrowerId: text('borrower_id').notNull(),
  groupId: text('group_id'),
  principal: integer().notNull(),
  terms: text().notNull(),
  effectiveRate: integer('effective_rate').notNull(),
  disbursedOn: text('disbursed_on').notNull(),
  status: text({ enum: ['active', 'closed', 'overpaid'] }).notNull(),
  balance: integer().notNull(),
  overpayment: integer().notNull(),
  nextDueOn: text('next_due_on'),
  unpaid: text().notNull(),
  version: integer().notNull(),
})

export const receipts = sqliteTable('receipts', {
  code: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  number: integer().notNull(),
  loanId: text('loan_id').notNull(),
  seq: integer().notNull(),
  payerName: text('payer_name').notNull(),
  channel: text({ enum: ['cash', 'transfer'] }).notNull(),
  amount: integer().notNull(),
  receivedOn: text('received_on').notNull(),
  split: text().notNull(),
  balance: integer().notNull(),
  issuedAt: integer('issued_at').notNull(),
  issuedBy: text('issued_by').notNull(),
  reversedAt: integer('reversed_at'),
})
