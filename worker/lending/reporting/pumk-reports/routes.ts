/** The report on partners that a PUMK lender hands in, of one fund or of all. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/reporting/pumk-reports/answers'
import { collectabilityOf } from '#worker/lending/reporting/pumk-reports/pumk-report'
import * as queries from '#worker/lending/reporting/pumk-reports/queries'
import * as requests from '#worker/lending/reporting/pumk-reports/requests'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'

/** The fund that was asked for, which must be one of the lender's; none where none was. */
function fundIn(funds: readonly { id: string; name: string }[], id: string | undefined) {
  return id === undefined
    ? null
    : found(
        funds.find((one) => one.id === id),
        'fund',
      )
}

export const pumkReports = new Hono<HonoEnv>()
  .get(
    '/:slug/pumk-report',
    about('What partners owe by quality, and partner by partner', answers.PumkAnswer),
    allow('portfolio.read'),
    parseQuery(requests.PumkQuery),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const { fund, after, limit } = c.req.valid('query')
      const [funds, held, listed] = await read(db, [
        queries.listFundNames(db, lender.id),
        queries.listHeld(db, lender.id, fund),
        queries.listPartners(db, lender.id, { fund, after: after?.[0], limit }),
      ])
      const { rows, next } = paged(listed, limit, (row) => [row.id])
      const page = { items: rows.map(answers.describePartner), next }
      const of = { lender, funds, fund: fundIn(funds, fund) }
      return c.json(answers.describePumk(of, held, page))
    },
  )
  .get(
    '/:slug/pumk-report/sheet',
    about('What partners owe by quality, and every partner, as CSV', null),
    allow('portfolio.read'),
    parseQuery(requests.PumkSheetQuery),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const { fund } = c.req.valid('query')
      const [funds, held] = await read(db, [
        queries.listFundNames(db, lender.id),
        queries.listHeld(db, lender.id, fund),
      ])
      const day = held[0]?.day ?? null
      const name = fundIn(funds, fund)?.name ?? null
      const head = answers.headOf(lender, { day, fund: name, of: collectabilityOf(held) })
      const rows = queries.readPartners(db, lender.id, fund)
      return c.body(streamed(BYTE_ORDER_MARK + head.map(csvLine).join(''), rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${lender.slug}-pumk-${day ?? 'kosong'}.csv"`,
      })
    },
  )

/** Sent as it is read. A failure breaks it off, so that half a sheet is not taken for one. */
function streamed(
  head: string,
  pages: AsyncGenerator<readonly queries.PartnerRow[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let before = head
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      const lines = value.map((row) => csvLine(answers.lineOf(row))).join('')
      controller.enqueue(encoder.encode(before + lines))
      before = ''
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
}
