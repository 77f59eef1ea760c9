/**
 * The statements of a book, from sums by account: what it owns and owes at the end of a month, and what it
 * earned and spent between two. Income and expenses that no year has closed yet are the current result,
 * which belongs to equity; so assets equal liabilities and equity to the rupiah. What the closing of a year
 * moved out of income is left out of the income statement, or every closed year would show nothing.
 */
import { CHART, normalSide, type AccountCode } from '#worker/ledger/account'

/** All that moved on one account of the chart. */
export type Sum = { code: AccountCode; debits: number; credits: number }

/** A figure, and the one it is compared with. */
export type Figure = { amount: number; compared: number }

export type StatementLine = Figure & { code: AccountCode }

const ORDER = (Object.keys(CHART) as AccountCode[]).sort((a, b) =>
  CHART[a].number < CHART[b].number ? -1 : 1,
)

/** What an account holds on its own side. */
function held(code: AccountCode, sums: readonly Sum[]): number {
  const found = sums.find((one) => one.code === code)
  if (!found) return 0
  const debit = found.debits - found.credits
  return normalSide(code) === 'debit' ? debit : -debit
}

/** Sums less what the entries that close years moved. */
export function withoutClosings(sums: readonly Sum[], closings: readonly Sum[]): Sum[] {
  return sums.map((one) => {
    const closing = closings.filter(({ code }) => code === one.code)
    return closing.reduce(
      (left, { debits, credits }) => ({
        ...left,
        debits: left.debits - debits,
        credits: left.credits - credits,
      }),
      one,
    )
  })
}

type Type = (typeof CHART)[AccountCode]['type']

function linesOf(types: readonly Type[], now: readonly Sum[], before: readonly Sum[]) {
  return ORDER.filter((code) => types.includes(CHART[code].type))
    .map((code) => ({ code, amount: held(code, now), compared: held(code, before) }))
    .filter((line) => line.amount !== 0 || line.compared !== 0)
}

function total(lines: readonly StatementLine[], of: (line: StatementLine) => boolean): Figure {
  return lines.filter(of).reduce(
    (sum, line) => ({
      amount: sum.amount + line.amount,
      compared: sum.compared + line.compared,
    }),
    { amount: 0, compared: 0 },
  )
}

const less = (a: Figure, b: Figure): Figure => ({
  amount: a.amount - b.amount,
  compared: a.compared - b.compared,
})
const plus = (a: Figure, b: Figure): Figure => ({
  amount: a.amount + b.amount,
  compared: a.compared + b.compared,
})

export type IncomeStatement = {
  lines: StatementLine[]
  income: Figure
  expense: Figure
  result: Figure
}

export function incomeStatement(now: readonly Sum[], before: readonly Sum[]): IncomeStatement {
  const lines = linesOf(['income', 'expense'], now, before)
  const income = total(lines, ({ code }) => CHART[code].type === 'income')
  const expense = total(lines, ({ code }) => CHART[code].type === 'expense')
  return { lines, income, expense, result: less(income, expense) }
}

export type BalanceSheet = {
  lines: StatementLine[]
  assets: Figure
  liabilities: Figure
  /** Earned and not yet moved into retained earnings. */
  currentResult: Figure
  /** The current result included. */
  equity: Figure
}

export function balanceSheet(now: readonly Sum[], before: readonly Sum[]): BalanceSheet {
  const lines = linesOf(['asset', 'liability', 'equity'], now, before)
  const of = (type: Type) => total(lines, ({ code }) => CHART[code].type === type)
  const { result } = incomeStatement(now, before)
  return {
    lines,
    assets: of('asset'),
    liabilities: of('liability'),
    currentResult: result,
    equity: plus(of('equity'), result),
  }
}
