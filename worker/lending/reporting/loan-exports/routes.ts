/**
 * All that a desk has recorded, as sheets to take elsewhere, sent as they are read. Identity numbers are
 * sealed, and stay. Under `/lenders/{slug}`.
 */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parsed, parseQuery } from '#worker/http/parse'
import { jsonAnswer, sheetAnswer, type SheetRows } from '#worker/http/sheet'
import { readSheet, type ExportRow } from '#worker/lending/reporting/loan-exports/queries'
import { ExportParameter, ExportQuery } from '#worker/lending/reporting/loan-exports/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'

export const loanExports = new Hono<HonoEnv>().get(
  '/:slug/loan-exports/:sheet',
  about('A sheet of all that a lender has recorded, as CSV or JSON', null),
  allow('loan-export.read'),
  parseQuery(ExportQuery),
  async (c) => {
    const lender = lenderIn(c, c.req.param('slug'))
    const sheet = parsed(ExportParameter, c.req.param('sheet'))
    const rows = readSheet(c.var.db, sheet, lender.id)
    const name = `${lender.slug}-${sheet}`
    const { format } = c.req.valid('query')
    return format === 'json' ? jsonAnswer(name, nested(rows)) : sheetAnswer(name, headed(rows))
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

/** Columns that hold JSON are told as what they are. */
const NESTED = new Set(['terms', 'unpaid', 'data', 'split', 'measure', 'offer'])

async function* nested(pages: AsyncGenerator<readonly ExportRow[]>): AsyncGenerator<object[]> {
  for await (const rows of pages) {
    yield rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => {
          return [key, NESTED.has(key) && typeof value === 'string' ? JSON.parse(value) : value]
        }),
      ),
    )
  }
}
