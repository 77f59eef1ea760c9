/** Balance sheet, income statement and cash flow of a book, and each as a file; from sums that are kept. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { parsed, parseQuery } from '#worker/http/parse'
import { addMonths, dateIn, localDate, monthOf, yearOf } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'
import * as answers from '#worker/ledger/financial-statements/answers'
import { cashFlow } from '#worker/ledger/financial-statements/cash-flow'
import * as queries from '#worker/ledger/financial-statements/queries'
import * as requests from '#worker/ledger/financial-statements/requests'
import * as sheets from '#worker/ledger/financial-statements/sheets'
import * as statements from '#worker/ledger/financial-statements/statements'

function bookOf(c: Ctx): answers.Book {
  const own = ownOrganization(c, c.req.param('organization') ?? '', 'book')
  return { id: own.organizationId, slug: own.slug, name: own.name, kind: own.kind }
}

const shifted = (month: string, by: number) => addMonths(localDate(`${month}-01`), by).slice(0, 7)
const counted = (month: string) => {
  const day = localDate(`${month}-01`)
  return yearOf(day) * 12 + monthOf(day)
}

const MOST_MONTHS = 36

/** The months asked for: this one when none is said. */
function monthsOf(c: Ctx, { from, until }: { from?: string; until?: string }): answers.Months {
  const last = until ?? dateIn(c.env.ZONE, c.var.now).slice(0, 7)
  const first = from ?? last
  const length = counted(last) - counted(first)
  if (length >= 0 && length < MOST_MONTHS) return { from: first, until: last }
  throw new Refusal('outside-limits', `A statement covers 1 to ${MOST_MONTHS} months.`)
}

/** As many months, just before. */
function before({ from, until }: answers.Months): answers.Months {
  const length = counted(until) - counted(from) + 1
  return { from: shifted(from, -length), until: shifted(from, -1) }
}

const yearEndBefore = (month: string) => `${Number(month.slice(0, 4)) - 1}-12`

async function sheetOf(c: Ctx, book: answers.Book, until: string) {
  const { db } = c.var
  const compared = yearEndBefore(until)
  const [now, then] = await read(db, [
    queries.listSumsUntil(db, book.id, until),
    queries.listSumsUntil(db, book.id, compared),
  ])
  return { sheet: statements.balanceSheet(now, then), compared, now }
}

async function incomeOf(c: Ctx, book: answers.Book, now: answers.Months) {
  const { db } = c.var
  const compared = before(now)
  const [sums, closings, past, pastClosings] = await read(db, [
    queries.listSumsBetween(db, book.id, now),
    queries.listClosings(db, book.id, now),
    queries.listSumsBetween(db, book.id, compared),
    queries.listClosings(db, book.id, compared),
  ])
  const statement = statements.incomeStatement(
    statements.withoutClosings(sums, closings),
    statements.withoutClosings(past, pastClosings),
  )
  return { statement, compared }
}

async function flowOf(c: Ctx, book: answers.Book, months: answers.Months) {
  const { db } = c.var
  const [opening, moved, closings] = await read(db, [
    queries.listSumsUntil(db, book.id, shifted(months.from, -1)),
    queries.listSumsBetween(db, book.id, months),
    queries.listClosings(db, book.id, months),
  ])
  return cashFlow(opening, statements.withoutClosings(moved, closings))
}

async function rowsOf(c: Ctx, kind: requests.StatementKind, book: answers.Book) {
  const months = monthsOf(c, parsed(requests.StatementQuery, c.req.query()))
  if (kind === 'cash-flow') {
    return { months, rows: sheets.cashFlowRows(await flowOf(c, book, months)) }
  }
  if (kind === 'income-statement') {
    const { statement, compared } = await incomeOf(c, book, months)
    const span = (one: answers.Months) => `${one.from} s.d. ${one.until}`
    const heads = { now: span(months), compared: span(compared) }
    return { months, rows: sheets.incomeRows(statement, heads) }
  }
  const { until } = months
  const { sheet, compared, now } = await sheetOf(c, book, until)
  if (kind === 'trial-balance') return { months, rows: sheets.trialBalanceRows(now) }
  return { months, rows: sheets.balanceSheetRows(sheet, { until, compared }) }
}

export const financialStatements = new Hono<HonoEnv>()
  .get(
    '/:organization/balance-sheet',
    about('What a book owns and owes at the end of a month', answers.BalanceSheetAnswer),
    allow('book.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const book = bookOf(c)
      const { until } = monthsOf(c, c.req.valid('query'))
      const { sheet, compared } = await sheetOf(c, book, until)
      return c.json(answers.describeBalanceSheet(sheet, book, { until, compared }))
    },
  )
  .get(
    '/:organization/income-statement',
    about('What a book earned and spent between two months', answers.IncomeStatementAnswer),
    allow('book.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const book = bookOf(c)
      const now = monthsOf(c, c.req.valid('query'))
      const { statement, compared } = await incomeOf(c, book, now)
      return c.json(answers.describeIncome(statement, book, { now, compared }))
    },
  )
  .get(
    '/:organization/cash-flow',
    about('Where the cash of a book came from and went to', answers.CashFlowAnswer),
    allow('book.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const book = bookOf(c)
      const months = monthsOf(c, c.req.valid('query'))
      return c.json(answers.describeCashFlow(await flowOf(c, book, months), book, months))
    },
  )
  .get(
    '/:organization/statements/:kind/file',
    about('A statement of a book as CSV', null),
    allow('book.read'),
    async (c) => {
      const book = bookOf(c)
      const kind = parsed(requests.KindParameter, c.req.param('kind'))
      const { months, rows } = await rowsOf(c, kind, book)
      const name = `${book.slug}-${kind}-${months.from}-${months.until}.csv`
      return c.body(BYTE_ORDER_MARK + rows.map(csvLine).join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
