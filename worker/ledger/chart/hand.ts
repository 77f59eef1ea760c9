/**
 * What of the chart may be written by hand in a lender's book. Loans, their interest and the capital of
 * funds are not here: they are written by what happens to them, and agree with it to the rupiah.
 * Operating expenses are kept apart by what they were for.
 */
import type { AccountCode } from '#worker/ledger/account'

export const BY_HAND = [
  'cash',
  'bank',
  'other-assets',
  'other-liabilities',
  'retained-earnings',
  'opening-balances',
  'other-income',
  'fund-cost',
  'operating-expenses',
] as const satisfies readonly AccountCode[]

export type HandCode = (typeof BY_HAND)[number]

/** The holders of operating expenses. */
export const EXPENSES = {
  salaries: { id: 'Gaji dan honor', en: 'Salaries' },
  rent: { id: 'Sewa', en: 'Rent' },
  transport: { id: 'Perjalanan', en: 'Transport' },
  supplies: { id: 'Alat tulis dan perlengkapan', en: 'Supplies' },
  utilities: { id: 'Listrik, air, internet', en: 'Utilities' },
  meetings: { id: 'Rapat dan pelatihan', en: 'Meetings and training' },
  'bank-charges': { id: 'Biaya bank', en: 'Bank charges' },
  other: { id: 'Lain-lain', en: 'Other' },
} as const satisfies Record<string, Readonly<Record<'id' | 'en', string>>>

export type Expense = keyof typeof EXPENSES
