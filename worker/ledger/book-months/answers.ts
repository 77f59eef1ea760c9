/** What a book earned and spent, month by month, with the accounts that say so. */
import * as v from 'valibot'
import { CHART, normalSide, type AccountCode } from '#worker/ledger/account'
import type { MonthRow } from '#worker/ledger/books/queries'

const Account = v.strictObject({
  code: v.string(),
  number: v.string(),
  name: v.strictObject({ id: v.string(), en: v.string() }),
  type: v.picklist(['income', 'expense']),
})

export const BookMonthsAnswer = v.strictObject({
  accounts: v.pipe(v.array(Account), v.description('Those that moved in these months')),
  months: v.array(
    v.strictObject({
      month: v.string(),
      amounts: v.pipe(v.array(v.number()), v.description('One for each account, in their order')),
      income: v.number(),
      expense: v.number(),
    }),
  ),
})

const codesOf = Object.keys(CHART) as AccountCode[]

export const EARNING: readonly AccountCode[] = codesOf.filter(
  (code) => CHART[code].type === 'income' || CHART[code].type === 'expense',
)

export function describeBookMonths(
  rows: readonly MonthRow[],
  months: readonly string[],
): v.InferOutput<typeof BookMonthsAnswer> {
  const moved = EARNING.filter((code) => rows.some((row) => row.code === code))
  const amountOf = (month: string, code: AccountCode) => {
    const row = rows.find((one) => one.month === month && one.code === code)
    if (!row) return 0
    return normalSide(code) === 'debit' ? row.debits - row.credits : row.credits - row.debits
  }
  const total = (amounts: readonly number[], type: 'income' | 'expense') =>
    amounts.reduce((sum, one, i) => (CHART[moved[i]!].type === type ? sum + one : sum), 0)
  return {
    accounts: moved.map((code) => {
      const { number, id, en, type } = CHART[code]
      return { code, number, name: { id, en }, type: type === 'income' ? type : 'expense' }
    }),
    months: months.map((month) => {
      const amounts = moved.map((code) => amountOf(month, code))
      const [income, expense] = [total(amounts, 'income'), total(amounts, 'expense')]
      return { month, amounts, income, expense }
    }),
  }
}
