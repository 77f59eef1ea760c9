import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const loanImports = sqliteTable('loan_imports', {
  id: text().primaryKey(),
  lenderId: text('lender_id').notNull(),
  fileName: text('file_name').notNull(),
  asOf: text('as_of').notNull(),
  status: text({ enum: ['previewed', 'running', 'done'] }).notNull(),
  lines: integer().notNull(),
  loans: integer().notNull(),
  ready: integer().notNull(),
  differing: integer().notNull(),
  accepted: integer().notNull(),
  known: integer().notNull(),
  faulty: integer().notNull(),
  imported: integer().notNull(),
  held: integer().notNull(),
  principal: integer().notNull(),
  earned: integer().notNull(),
  done: integer().notNull(),
  readBy: text('read_by').notNull(),
  createdAt: integer('created_at').notNull(),
  finishedAt: integer('finished_at'),
  forgetAt: integer('forget_at'),
  version: integer().notNull(),
})

export const loanImportItems = sqliteTable(
  'loan_import_items',
  {
    importId: text('import_id').notNull(),
    n: integer().notNull(),
    line: integer().notNull(),
    outcome: text().notNull(),
    number: text().notNull(),
    borrower: text().notNull(),
    principal: integer().notNull(),
    earned: integer().notNull(),
    said: text().notNull(),
    prepared: text(),
    loanId: text('loan_id'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.n] })],
)

export const importedLoans = sqliteTable(
  'imported_loans',
  {
    lenderId: text('lender_id').notNull(),
    oldNumber: text('old_number').notNull(),
    loanId: text('loan_id').notNull(),
    importId: text('import_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lenderId, table.oldNumber] })],
)
