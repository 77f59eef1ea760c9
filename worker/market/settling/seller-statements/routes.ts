/** The months of a seller's account: figures, every line, and the same as a file. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parsed, parseQuery } from '#worker/http/parse'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'
import type { SellerAccount } from '#worker/market/settling/balances/queries'
import * as answers from '#worker/market/settling/seller-statements/answers'
import * as queries from '#worker/market/settling/seller-statements/queries'
import * as requests from '#worker/market/settling/seller-statements/requests'

/** A file holds so many lines; a month of a community enterprise has far fewer. */
const MOST_IN_A_FILE = 5000

const HEADING = ['Tanggal', 'Keterangan', 'Pesanan', 'Pencairan', 'Perubahan', 'Saldo']

const accountOf = (c: Ctx, of: SellerAccount) => ({
  enterpriseId: ownOrganization(c, c.req.param('slug') ?? '', 'enterprise').organizationId,
  of,
})

export const sellerStatements = new Hono<HonoEnv>()
  .get(
    '/:slug/statements',
    about('The months of a seller’s account, the newest first', answers.MonthsPage),
    allow('balance.read'),
    parseQuery(requests.MonthsQuery),
    async (c) => {
      const { db } = c.var
      const { of, after, limit } = c.req.valid('query')
      const account = accountOf(c, of)
      const asked = { before: after?.[0], limit: limit + 1 }
      const [[now], rows] = await read(db, [
        queries.findNow(db, account),
        queries.listMonths(db, account, asked),
      ])

      const months = answers.describeMonths(rows, after?.[1] ?? now?.balance ?? 0)
      const page = paged(months, limit, (row) => [row.month, row.opening])
      return c.json({ items: page.rows, next: page.next })
    },
  )
  .get(
    '/:slug/statements/:month',
    about('A month of a seller’s account, line by line', answers.SellerStatementAnswer),
    allow('balance.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const { db } = c.var
      const { of, after, limit } = c.req.valid('query')
      const account = accountOf(c, of)
      const month = parsed(requests.Month, c.req.param('month'))
      const place = after && ([after[0], after[1]] as const)
      const [[totals], rows] = await read(db, [
        queries.findMonth(db, account, month),
        queries.listMonthLines(db, account, { month, after: place, limit: limit + 1 }),
      ])

      const shown = { of, totals: totals!, rows, from: after?.[2], limit }
      return c.json(answers.describeStatement(shown))
    },
  )
  .get(
    '/:slug/statements/:month/file',
    about('A month of a seller’s account as CSV', null),
    allow('balance.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const { db } = c.var
      const { of } = c.req.valid('query')
      const account = accountOf(c, of)
      const month = parsed(requests.Month, c.req.param('month'))
      const [[totals], rows] = await read(db, [
        queries.findMonth(db, account, month),
        queries.listMonthLines(db, account, { month, limit: MOST_IN_A_FILE }),
      ])

      const opening = totals?.opening ?? 0
      const lines = answers.withRunning(rows, opening).map((row) => {
        const { valueOn, description, orderCode, payoutCode, change, balance } = row
        return csvLine([valueOn, description, orderCode, payoutCode, change, balance])
      })
      const first = csvLine([`${month}-01`, 'Saldo awal', null, null, 0, opening])
      const name = `${c.req.param('slug')}-${of}-${month}.csv`
      return c.body(BYTE_ORDER_MARK + csvLine(HEADING) + first + lines.join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
