/** What a lender has lent and how good it is, as of the last day counted. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parsed, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/reporting/portfolio/answers'
import * as queries from '#worker/lending/reporting/portfolio/queries'
import * as requests from '#worker/lending/reporting/portfolio/requests'
import { loanHead, loanLine, sheetRows } from '#worker/lending/reporting/portfolio/sheets'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'

const DAYS = 60

async function portfolioOf(c: Ctx) {
  const { db, now } = c.var
  const lender = lenderIn(c, c.req.param('slug') ?? '')
  const [days, parts] = await read(db, [
    queries.listDays(db, lender.id, DAYS),
    queries.listParts(db, lender.id),
  ])
  return answers.describePortfolio({ lender, today: dateIn(c.env.ZONE, now) }, days, parts)
}

export const portfolios = new Hono<HonoEnv>()
  .get(
    '/:slug/portfolio',
    about('The portfolio as of the last day counted', answers.PortfolioAnswer),
    allow('portfolio.read'),
    async (c) => c.json(await portfolioOf(c)),
  )
  .get(
    '/:slug/portfolio/loans',
    about('The loans behind a figure of the portfolio', answers.PortfolioLoansAnswer),
    allow('portfolio.read'),
    parseQuery(requests.PortfolioLoansQuery),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const asked = c.req.valid('query')
      const { after, limit } = asked
      const part = requests.partAsked(asked)
      const key = after ? { after: after.map(String) } : { after: undefined }
      const [listed] = await read(db, [queries.listPart(db, lender.id, part, { ...key, limit })])
      const { rows, next } = paged(listed, limit, (row) => [row.id, row.nextDueOn])
      return c.json({ day: rows[0]?.day ?? null, items: rows.map(answers.describeLoan), next })
    },
  )
  .get(
    '/:slug/portfolio/loans/sheet',
    about('The loans behind a figure of the portfolio as CSV', null),
    allow('portfolio.read'),
    parseQuery(requests.PortfolioLoansSheetQuery),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const asked = c.req.valid('query')
      const pages = queries.readPart(c.var.db, lender.id, requests.partAsked(asked))
      return c.body(streamed(pages), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${lender.slug}-pinjaman.csv"`,
      })
    },
  )
  .get(
    '/:slug/portfolio/sheets/:sheet',
    about('A table of the portfolio as CSV', null),
    allow('portfolio.read'),
    async (c) => {
      const portfolio = await portfolioOf(c)
      const sheet = parsed(requests.SheetParameter, c.req.param('sheet'))
      const name = `${portfolio.lender.slug}-${sheet}-${portfolio.day ?? 'kosong'}.csv`
      const rows = sheetRows(sheet, portfolio)
      return c.body(BYTE_ORDER_MARK + rows.map(csvLine).join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )

/** Sent as it is read. A failure breaks it off, so that half a sheet is not taken for one. */
function streamed(
  pages: AsyncGenerator<readonly queries.PortfolioLoanRow[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let head: string | null = BYTE_ORDER_MARK
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      const above = head === null ? '' : head + csvLine(loanHead(value[0]?.day ?? null))
      head = null
      const lines = value.map((row) => csvLine(loanLine(answers.describeLoan(row)))).join('')
      controller.enqueue(encoder.encode(above + lines))
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
}
