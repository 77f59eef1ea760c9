import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Kept by triggers on transfers and accounts; nobody writes them. */
export const accountLines = sqliteTable(
  'account_lines',
  {
    account: text().notNull(),
    seq: integer().notNull(),
    entryId: text('entry_id').notNull(),
    n: integer().notNull(),
    valueOn: text('value_on').notNull(),
    change: integer().notNull(),
    balance: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.seq] })],
)

export const accountMonths = sqliteTable(
  'account_months',
  {
    account: text().notNull(),
    month: text().notNull(),
    debits: integer().notNull(),
    credits: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.month] })],
)

export const bookMonths = sqliteTable(
  'book_months',
  {
    book: text().notNull(),
    code: text().notNull(),
    month: text().notNull(),
    debits: integer().notNull(),
    credits: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.book, table.code, table.month] })],
)

export const bookTotals = sqliteTable(
  'book_totals',
  {
    book: text().notNull(),
    code: text().notNull(),
    debits: integer().notNull(),
    credits: integer().notNull(),
    owing: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.book, table.code] })],
)
