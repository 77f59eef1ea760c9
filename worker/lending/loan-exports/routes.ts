/** All that a desk has recorded of its loans, as sheets to take elsewhere. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parsed } from '#worker/http/parse'
import { readSheet, type ExportRow } from '#worker/lending/loan-exports/queries'
import { ExportParameter } from '#worker/lending/loan-exports/requests'
import { lenderIn } from '#worker/lending/loan-products/routes'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/exports/cells'

export const loanExports = new Hono<HonoEnv>().get(
  '/:slug/loan-exports/:sheet',
  about('A sheet of all that a lender has recorded, as CSV', null),
  allow('loan-export.read'),
  async (c) => {
    const lender = lenderIn(c, c.req.param('slug'))
    const sheet = parsed(ExportParameter, c.req.param('sheet'))
    return c.body(streamed(readSheet(c.var.db, sheet, lender.id)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${lender.slug}-${sheet}.csv"`,
    })
  },
)

/** Sent as it is read. A failure breaks it off, so that half a sheet is not taken for one. */
function streamed(pages: AsyncGenerator<readonly ExportRow[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let begun = false
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) return controller.close()
      const head = begun ? '' : BYTE_ORDER_MARK + csvLine(Object.keys(value[0] ?? {}))
      begun = true
      controller.enqueue(
        encoder.encode(head + value.map((row) => csvLine(Object.values(row))).join('')),
      )
    },
    async cancel() {
      await pages.return(undefined)
    },
  })
}
