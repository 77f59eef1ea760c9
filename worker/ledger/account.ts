/**
 * The chart of accounts. A book belongs to one organization: the operator's holds buyers' and sellers'
 * money, a lender's holds its fund and its loans. An account is a code of the chart and a holder (an
 * order, an enterprise, a loan; '' where the book has just one). `guarded` accounts never change sides:
 * the database refuses a batch that would overdraw one.
 */
import { ASSETS } from '#worker/ledger/chart/assets'
import { LIABILITIES_AND_EQUITY } from '#worker/ledger/chart/liabilities'
import type { Line, Side } from '#worker/ledger/chart/line'
import { RESULTS } from '#worker/ledger/chart/results'

export type { AccountType, Side } from '#worker/ledger/chart/line'

export const CHART = { ...ASSETS, ...LIABILITIES_AND_EQUITY, ...RESULTS } as const satisfies Record<
  string,
  Line
>

export type AccountCode = keyof typeof CHART

/** One account of one book. */
export type AccountKey = { book: string; code: AccountCode; holder: string }

export function account(book: string, code: AccountCode, holder = ''): AccountKey {
  return { book, code, holder }
}

export function accountId({ book, code, holder }: AccountKey): string {
  return `${book}/${code}/${holder}`
}

/** The side on which the account grows. */
export function normalSide(code: AccountCode): Side {
  const { type } = CHART[code]
  return type === 'asset' || type === 'expense' ? 'debit' : 'credit'
}
