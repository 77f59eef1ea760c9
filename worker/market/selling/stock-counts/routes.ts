/** Stock takes: shelves to count, counts that are saved, and what has happened to a variant's stock. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { cursorOf } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { changeStock } from '#worker/market/offering/products/queries'
import * as answers from '#worker/market/selling/stock-counts/answers'
import * as queries from '#worker/market/selling/stock-counts/queries'
import { ShelvesQuery, StockCountRequest } from '#worker/market/selling/stock-counts/requests'
import { takeStock } from '#worker/market/selling/stock-counts/stock-count'

const STEPS = 50

export const stockCounts = new Hono<HonoEnv>()
  .get(
    '/:slug/shelves',
    about('What lies on the shelves, to be counted', answers.ShelfList),
    allow('product.manage'),
    parseQuery(ShelvesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { before: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listShelves(c.var.db, enterpriseOf(c), page)])
      const keys = [...new Set(rows.map((row) => row.key))]
      const shown = new Set(keys.slice(0, limit))
      const items = rows.filter((row) => shown.has(row.key)).map(describeShelf)
      const next = keys.length > limit ? cursorOf([keys[limit - 1]!]) : null
      return c.json({ items, next })
    },
  )
  .post(
    '/:slug/stock-counts',
    about('Save what was counted, with a reason', answers.StockCountAnswer, 201),
    allow('product.manage'),
    once(),
    parseJson(StockCountRequest),
    async (c) => {
      const { db } = c.var
      const { reason, counts } = c.req.valid('json')
      const ids = counts.map((one) => one.variantId)
      const [kept, shelves] = await read(db, [
        findAnswered(c),
        queries.findShelves(db, enterpriseOf(c), ids),
      ])
      replayAnswered(c, kept)

      const { changes, products } = takeStock(shelves, counts)

      const stocks = new Map(shelves.map((one) => [one.variantId, one.stock]))
      const body = {
        changed: changes.length,
        counts: changes.map(({ variantId, by }) => {
          return { variantId, by, stock: stocks.get(variantId)! + by }
        }),
      }
      const act = actOf(c)
      const events = products.map(({ productId, version, counts }) => {
        return {
          ...act,
          subject: productId,
          seq: version,
          type: 'stock-counted',
          data: { reason, counts },
        }
      })
      await commit(
        c,
        [
          ...changeStock(db, changes),
          queries.changeVersions(db, products),
          recordEvents(db, events),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug/variants/:id/stock-history',
    about('What has happened to the stock of a variant, the latest first', answers.StockHistory),
    allow('product.manage'),
    async (c) => {
      const { db } = c.var
      const enterpriseId = enterpriseOf(c)
      const of = { variantId: c.req.param('id'), enterpriseId }
      const [shelves, orders, acts] = await read(db, [
        queries.findShelves(db, enterpriseId, [of.variantId]),
        queries.listStockByOrders(db, of, STEPS),
        queries.listStockByHand(db, of, STEPS),
      ])
      const { variantId, productId, title, variantName, stock, held } = found(shelves[0], 'variant')
      const latest = [...orders, ...acts].sort((a, b) => b.at - a.at).slice(0, STEPS)
      const items = latest.map(answers.describeStockStep)
      return c.json({ variantId, productId, title, variantName, stock, held, items })
    },
  )

function describeShelf(row: queries.ShelfRow) {
  const { key: _, version: __, ...shelf } = row
  return shelf
}

const enterpriseOf = (c: Ctx) =>
  ownOrganization(c, c.req.param('slug') ?? '', 'enterprise').organizationId
