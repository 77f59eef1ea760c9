/** How statements are answered, each line with its account, so that it can be opened. */
import * as v from 'valibot'
import { BookAnswer } from '#worker/ledger/books/answers'
import { CHART, type AccountCode } from '#worker/ledger/account'
import type { CashFlow } from '#worker/ledger/financial-statements/cash-flow'
import type {
  BalanceSheet,
  IncomeStatement,
  StatementLine,
} from '#worker/ledger/financial-statements/statements'

const Names = v.strictObject({ id: v.string(), en: v.string() })
const Figure = v.strictObject({ amount: v.number(), compared: v.number() })
const Line = v.strictObject({
  code: v.string(),
  number: v.string(),
  name: Names,
  type: v.picklist(['asset', 'liability', 'equity', 'income', 'expense']),
  ...Figure.entries,
})
const Span = v.strictObject({ from: v.string(), until: v.string() })

export const BalanceSheetAnswer = v.strictObject({
  book: BookAnswer,
  until: v.pipe(v.string(), v.description('The month at whose end it stands')),
  compared: v.pipe(v.string(), v.description('The end of the year before')),
  lines: v.array(Line),
  assets: Figure,
  liabilities: Figure,
  currentResult: Figure,
  equity: v.pipe(Figure, v.description('The current result included')),
})

export const IncomeStatementAnswer = v.strictObject({
  book: BookAnswer,
  ...Span.entries,
  compared: Span,
  lines: v.array(Line),
  income: Figure,
  expense: Figure,
  result: Figure,
})

export const CashFlowAnswer = v.strictObject({
  book: BookAnswer,
  ...Span.entries,
  opening: v.number(),
  parts: v.array(
    v.strictObject({
      of: v.picklist(['operating', 'lending', 'funding']),
      lines: v.array(
        v.strictObject({
          code: v.pipe(v.string(), v.description('An account, or `result`')),
          name: Names,
          amount: v.number(),
        }),
      ),
      total: v.number(),
    }),
  ),
  change: v.number(),
  closing: v.number(),
})

export type Book = v.InferOutput<typeof BookAnswer>
export type Months = { from: string; until: string }

function describeLine({ code, amount, compared }: StatementLine): v.InferOutput<typeof Line> {
  const { number, type, id, en } = CHART[code]
  return { code, number, name: { id, en }, type, amount, compared }
}

export function describeBalanceSheet(
  sheet: BalanceSheet,
  book: Book,
  { until, compared }: { until: string; compared: string },
): v.InferOutput<typeof BalanceSheetAnswer> {
  return { ...sheet, book, until, compared, lines: sheet.lines.map(describeLine) }
}

export function describeIncome(
  statement: IncomeStatement,
  book: Book,
  { now, compared }: { now: Months; compared: Months },
): v.InferOutput<typeof IncomeStatementAnswer> {
  return { ...statement, book, ...now, compared, lines: statement.lines.map(describeLine) }
}

const RESULT = { id: 'Sisa hasil usaha', en: 'Result' }

export function describeCashFlow(
  flow: CashFlow,
  book: Book,
  months: Months,
): v.InferOutput<typeof CashFlowAnswer> {
  const nameOf = (code: AccountCode | 'result') => {
    if (code === 'result') return RESULT
    const { id, en } = CHART[code]
    return { id, en }
  }
  const parts = flow.parts.map((part) => ({
    ...part,
    lines: part.lines.map((line) => ({ ...line, name: nameOf(line.code) })),
  }))
  return { ...flow, book, ...months, parts }
}
