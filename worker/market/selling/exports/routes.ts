/** What a seller takes with her: what she brought and earned, as CSV, page by page as it is read. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { read, type Database } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { parseQuery } from '#worker/http/parse'
import { dateIn, offsetOf } from '#worker/kernel/calendar'
import { listBalanceLines } from '#worker/market/settling/balances/queries'
import { BYTE_ORDER_MARK, csvLine, type Cell } from '#worker/market/selling/exports/cells'
import * as queries from '#worker/market/selling/exports/queries'
import * as sheets from '#worker/market/selling/exports/sheets'
import { HEADINGS, type SheetName } from '#worker/market/selling/exports/sheets'
import { categoryPaths } from '#worker/market/selling/imports/category-paths'
import { listCategoryNames } from '#worker/market/selling/imports/queries'
import { holdsOn } from '#worker/market/offering/labels/label'
import { listDays } from '#worker/market/selling/sales-charts/queries'
import { SalesQuery } from '#worker/market/selling/sales-charts/requests'
import { bucketsOf, firstDay } from '#worker/market/selling/sales-charts/sales-chart'
import { listOwnProducts, productOf } from '#worker/market/offering/products/queries'

const PAGE = 200

type Pages = AsyncGenerator<Cell[][]>

export const exportsOfEnterprises = new Hono<HonoEnv>()
  .get(
    '/:slug/exports/products',
    about('All products as CSV, in the layout that imports read', null),
    allow('product.manage'),
    (c) => streamed(c, 'products', productPages(c)),
  )
  .get(
    '/:slug/exports/orders',
    about('All orders as CSV, line by line', null),
    allow('order.fulfil'),
    (c) => streamed(c, 'orders', orderPages(c)),
  )
  .get(
    '/:slug/exports/addresses',
    about('Addresses of parcels that are paid and not sent yet, as CSV', null),
    allow('order.fulfil'),
    (c) => streamed(c, 'addresses', addressPages(c)),
  )
  .get(
    '/:slug/exports/balance',
    about('The lines of the balance as CSV, the newest first', null),
    allow('balance.read'),
    (c) => streamed(c, 'balance', balancePages(c)),
  )
  .get(
    '/:slug/exports/sales',
    about('Sales by day, week or month as CSV', null),
    allow('balance.read'),
    parseQuery(SalesQuery),
    (c) => streamed(c, 'sales', salesPages(c, c.req.valid('query'))),
  )

const enterpriseOf = (c: Ctx) => ownOrganization(c, c.req.param('slug') ?? '', 'enterprise')

/** The first page is read before the answer begins, so that a failure is an answer of its own. */
async function streamed(c: Ctx, name: SheetName, pages: Pages): Promise<Response> {
  const { slug } = enterpriseOf(c)
  const first = await pages.next()
  const encoder = new TextEncoder()
  const linesOf = (rows: readonly Cell[][]) => encoder.encode(rows.map(csvLine).join(''))
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK))
      controller.enqueue(linesOf([[...HEADINGS[name]]]))
      if (first.done) controller.close()
      else controller.enqueue(linesOf(first.value))
    },
    pull: async (controller) => {
      const next = await pages.next()
      if (next.done) controller.close()
      else controller.enqueue(linesOf(next.value))
    },
  })
  const day = dateIn(c.env.ZONE, c.var.now)
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${name}-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

async function* productPages(c: Ctx): Pages {
  const { db, scope } = c.var
  const { slug } = enterpriseOf(c)
  const today = dateIn(c.env.ZONE, c.var.now)
  for (let before: number | undefined; ;) {
    const page = { slug, scope, limit: PAGE, ...(before === undefined ? {} : { before }) }
    const [rows, names] = await read(db, [listOwnProducts(db, page), listCategoryNames(db)])
    const paths = categoryPaths(names)
    yield rows.map(productOf).flatMap(({ product, labels }) =>
      sheets.productRows({
        product,
        category: paths.get(product.category) ?? product.category,
        labels: labels.filter((one) => holdsOn(one, today)),
      }),
    )
    if (rows.length < PAGE) return
    before = rows.at(-1)!.key
  }
}

async function* orderPages(c: Ctx): Pages {
  const ms = offsetOf(c.env.ZONE)
  const list = (db: Database, asked: queries.Asked) => queries.listOrderLines(db, asked, ms)
  for await (const rows of walk(c, list)) yield rows.map(sheets.orderRow)
}

async function* addressPages(c: Ctx): Pages {
  for await (const rows of walk(c, queries.listAddresses)) yield rows.map(sheets.addressRow)
}

/** From place to place until nothing follows: a page of orders may hold more lines than orders. */
async function* walk<Row extends { place: string }>(
  c: Ctx,
  list: (db: Database, asked: queries.Asked) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  const { organizationId: enterpriseId } = enterpriseOf(c)
  for (let after = ''; ;) {
    const rows = await list(c.var.db, { enterpriseId, after, limit: PAGE })
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.place
  }
}

async function* balancePages(c: Ctx): Pages {
  const { db } = c.var
  const { organizationId: id } = enterpriseOf(c)
  for (let before: number | undefined; ;) {
    const [rows] = await read(db, [
      listBalanceLines(db, id, { of: 'seller-payable', before, limit: PAGE }),
    ])
    yield rows.map(sheets.balanceRow)
    if (rows.length < PAGE) return
    before = rows.at(-1)!.seq
  }
}

async function* salesPages(c: Ctx, { by, product }: v.InferOutput<typeof SalesQuery>): Pages {
  const { organizationId: enterpriseId } = enterpriseOf(c)
  const until = dateIn(c.env.ZONE, c.var.now)
  const asked = { enterpriseId, product, since: firstDay(until, by), until }
  const [days] = await read(c.var.db, [listDays(c.var.db, asked)])
  yield bucketsOf(days, until, by).map((one) => [one.from, one.orders, one.pieces, one.amount])
}
