/**
 * Running loans that move here from a spreadsheet: a sheet is read and shown first, differences are
 * accepted or mended in the file, then its loans are brought here page by page. Under `/lenders/{slug}`.
 */
import { Hono } from 'hono'
import { commit as write, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { sheetAnswer } from '#worker/http/sheet'
import { bringLoans } from '#worker/jobs/moving-in'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/moving-in/loan-imports/answers'
import { accept, begin, type LoanImport } from '#worker/lending/moving-in/loan-imports/loan-import'
import { OUTCOMES } from '#worker/lending/moving-in/loan-imports/planning'
import * as queries from '#worker/lending/moving-in/loan-imports/queries'
import * as requests from '#worker/lending/moving-in/loan-imports/requests'
import {
  PROBLEM_HEADINGS,
  problemRows,
  sampleRows,
} from '#worker/lending/moving-in/loan-imports/sheets'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import type { Amount } from '#worker/kernel/money'

/** A Worker may go on for half a minute after it has answered; the clock does the rest. */
const PAGES_AT_ONCE = 40
const PROBLEMS_A_TRIP = 200

/** Sheets that go out. */
export const loanImportSheets = new Hono<HonoEnv>()
  .get(
    '/:slug/loan-imports/sample',
    about('A sheet of running loans to fill in, as CSV', null),
    allow('loan-import.read'),
    (c) => {
      lenderIn(c, c.req.param('slug'))
      return sheetAnswer('contoh-pinjaman-berjalan', rowsIn(sampleRows(languageOf(c.req.raw))))
    },
  )
  .get(
    '/:slug/loan-imports/:id/problems',
    about('What is wrong with a sheet of loans, line by line, as CSV', null),
    allow('loan-import.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [
        queries.findImport(c.var.db, lender.id, c.req.param('id')),
      ])
      const { id, fileName } = found(rows[0], 'import')
      const name = `perbaiki-${fileName.replace(/\.\w+$/, '').replace(/[^\w-]+/g, '-') || id}`
      return sheetAnswer(name, problems(c, id))
    },
  )

async function* rowsIn<Rows>(rows: Rows): AsyncGenerator<Rows> {
  yield rows
}

async function* problems(c: Ctx, id: string) {
  const language = languageOf(c.req.raw)
  yield [PROBLEM_HEADINGS[language]]
  const asked = { outcomes: ['faulty', 'differs'] as const, limit: PROBLEMS_A_TRIP }
  for (let after = 0; ;) {
    const [items] = await read(c.var.db, [queries.listItems(c.var.db, id, { ...asked, after })])
    yield items.flatMap((row) => problemRows(answers.describeItem(row, language), language))
    if (items.length < PROBLEMS_A_TRIP) return
    after = items.at(-1)!.n
  }
}

export const loanImports = new Hono<HonoEnv>()
  .get(
    '/:slug/loan-imports',
    about(
      'Sheets of running loans that a lender has read, the latest first',
      answers.LoanImportList,
    ),
    allow('loan-import.read'),
    parseQuery(requests.LoanImportsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listImports(c.var.db, lender.id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeImport), next })
    },
  )
  .get(
    '/:slug/loan-imports/:id',
    about('A sheet of running loans, and how far it has come', answers.LoanImportAnswer),
    allow('loan-import.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const { db } = c.var
      const [rows] = await read(db, [queries.findImport(db, lender.id, c.req.param('id'))])
      return c.json(answers.describeImport(found(rows[0], 'import')))
    },
  )
  .get(
    '/:slug/loan-imports/:id/items',
    about(
      'The loans of a sheet: faults by line and column, differences to the rupiah',
      answers.ItemList,
    ),
    allow('loan-import.read'),
    parseQuery(requests.ItemsQuery),
    async (c) => {
      const { db } = c.var
      const { outcome, after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const id = c.req.param('id')
      const outcomes = outcome ? [outcome] : OUTCOMES
      const [rows, items] = await read(db, [
        queries.findImport(db, lender.id, id),
        queries.listItems(db, id, { outcomes, after: after?.[0], limit: limit + 1 }),
      ])
      found(rows[0], 'import')
      const { rows: shown, next } = paged(items, limit, (row) => [row.n])
      const language = languageOf(c.req.raw)
      return c.json({ items: shown.map((row) => answers.describeItem(row, language)), next })
    },
  )
  .post(
    '/:slug/loan-imports/:id/acceptances',
    about('Take the old books’ word where loans differ', answers.LoanImportAnswer, 201),
    allow('loan-import.manage'),
    parseJson(requests.AcceptanceRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const id = c.req.param('id')
      const { items: chosen } = c.req.valid('json')
      const [rows, sums] = await read(db, [
        queries.findImport(db, lender.id, id),
        queries.sumDiffering(db, id, chosen),
      ])
      const { count, principal, earned } = sums[0]!
      const sum = { count, principal: principal as Amount, earned: earned as Amount }

      const accepted = accept(found(rows[0], 'import'), sum)

      await write(db, [
        eventOf(c, accepted, 'accepted', { items: chosen, count }),
        queries.changeImport(db, accepted),
        queries.acceptItems(db, id, chosen),
      ])
      return c.json(answers.describeImport(accepted), 201)
    },
  )
  .post(
    '/:slug/loan-imports/:id/application',
    about('Bring the loans of a sheet as they were shown', answers.LoanImportAnswer, 201),
    allow('loan-import.manage'),
    once(),
    async (c) => {
      const { db, newId } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const [kept, rows] = await read(db, [
        findAnswered(c),
        queries.findImport(db, lender.id, c.req.param('id')),
      ])
      replayAnswered(c, kept)

      const begun = begin(found(rows[0], 'import'))

      const body = answers.describeImport(begun)
      await commit(c, [queries.changeImport(db, begun), eventOf(c, begun, 'begun')], body)
      const rest = bringLoans({ db, act: actOf(c), newId }, begun, PAGES_AT_ONCE)
      c.executionCtx.waitUntil(rest.catch(() => undefined))
      return c.json(body, 201)
    },
  )

function eventOf(
  c: Ctx,
  { id: subject, version: seq, fileName }: LoanImport,
  type: string,
  more = {},
) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data: { fileName, ...more } }])
}
