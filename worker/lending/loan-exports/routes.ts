/** All that a desk has recorded of its loans, as sheets to take elsewhere. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parsed } from '#worker/http/parse'
import { sheetAnswer, type SheetRows } from '#worker/http/sheet'
import { readSheet, type ExportRow } from '#worker/lending/loan-exports/queries'
import { ExportParameter } from '#worker/lending/loan-exports/requests'
import { lenderIn } from '#worker/lending/loan-products/routes'

export const loanExports = new Hono<HonoEnv>().get(
  '/:slug/loan-exports/:sheet',
  about('A sheet of all that a lender has recorded, as CSV', null),
  allow('loan-export.read'),
  async (c) => {
    const lender = lenderIn(c, c.req.param('slug'))
    const sheet = parsed(ExportParameter, c.req.param('sheet'))
    return sheetAnswer(`${lender.slug}-${sheet}`, headed(readSheet(c.var.db, sheet, lender.id)))
  },
)

/** The names of the columns are those of the first row. */
async function* headed(pages: AsyncGenerator<readonly ExportRow[]>): AsyncGenerator<SheetRows> {
  let begun = false
  for await (const rows of pages) {
    const head = begun || rows.length === 0 ? [] : [Object.keys(rows[0]!)]
    begun = true
    yield [...head, ...rows.map((row) => Object.values(row))]
  }
}
