/** What buyers see: goods on sale, one of them in full, and by what they can be filtered. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/finding/catalogue/answers'
import { regionOf } from '#worker/market/finding/catalogue/good'
import * as queries from '#worker/market/finding/catalogue/queries'
import { CatalogueQuery, CategoriesQuery } from '#worker/market/finding/catalogue/requests'
import { meantBy, searchWords } from '#worker/market/finding/catalogue/search'
import { listCategories, listRegions } from '#worker/market/finding/shelves/queries'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { provinceName } from '#worker/market/buying/shipping/regencies'

/** How many goods of the same shop, and of the same kind, stand beside one. */
const BESIDE = 4

const lookOf = (c: Ctx) => ({ now: c.var.now, today: dateIn(c.env.ZONE, c.var.now) })

export const catalogue = new Hono<HonoEnv>()
  .get(
    '/products',
    about('Goods on sale, by words and filters', answers.CataloguePage),
    allow('public'),
    parseQuery(CatalogueQuery),
    async (c) => {
      const { search, ...asked } = c.req.valid('query')
      const look = lookOf(c as Ctx)
      const words = searchWords(search.text)
      const [rows, terms] = await read(c.var.db, [
        queries.listGoods(c.var.db, search, { ...asked, ...look }),
        ...(words.length > 0 ? [queries.listTerms(c.var.db, words)] : []),
      ])
      const { rows: shown, next } = paged(rows, asked.limit, (row) => [row.fit, row.place])
      const items = shown.map((row) => answers.cardOf(row, look))
      return c.json({ items, next, meant: meantBy(terms ?? []) }, 200)
    },
  )
  .get(
    '/products/:slug',
    about('A product on sale with its variants, photos and shop', answers.ProductAnswer),
    allow('public'),
    async (c) => {
      const [{ db }, slug] = [c.var, c.req.param('slug')]
      const [goods, variants, photos] = await read(db, [
        queries.findGood(db, slug),
        queries.listVariantsOfGood(db, slug),
        queries.listPhotosOfGood(db, slug),
      ])
      const good = found(goods[0], 'product')
      return c.json(answers.describeGood(good, { variants, photos }, lookOf(c as Ctx)), 200)
    },
  )
  .get(
    '/products/:slug/beside',
    about('More goods of the same shop, and of the same kind from others', answers.BesideAnswer),
    allow('public'),
    async (c) => {
      const slug = c.req.param('slug')
      const [goods, shop, alike] = await read(c.var.db, [
        queries.findOnSale(c.var.db, slug),
        queries.listBeside(c.var.db, slug, BESIDE),
        queries.listAlike(c.var.db, slug, BESIDE),
      ])
      found(goods[0], 'product')
      const look = lookOf(c as Ctx)
      const cards = (rows: typeof shop) => rows.map((row) => answers.cardOf(row, look))
      return c.json({ shop: cards(shop), alike: cards(alike) }, 200)
    },
  )
  .get(
    '/categories',
    about('The categories of goods, each within the one it lies in', answers.Categories),
    allow('public'),
    parseQuery(CategoriesQuery),
    async (c) => {
      const which = c.req.valid('query').widest ? 'widest' : 'all'
      const [rows] = await read(c.var.db, [listCategories(c.var.db, which)])
      const items = rows.map(({ n: products, ...category }) => ({ ...category, products }))
      return c.json({ items, next: null }, 200)
    },
  )
  .get(
    '/regions',
    about('The regencies from which goods are on sale', answers.Regions),
    allow('public'),
    async (c) => {
      const [rows] = await read(c.var.db, [listRegions(c.var.db)])
      const items = rows.map(({ code, n: products }) => ({
        ...regionOf(code),
        province: provinceName(code as AreaCode) ?? '',
        products,
      }))
      return c.json({ items, next: null }, 200)
    },
  )
