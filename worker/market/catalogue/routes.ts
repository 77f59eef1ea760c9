/** What buyers see: goods on sale, one of them in full, and by what they can be filtered. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import {
  Categories,
  CataloguePage,
  ProductAnswer,
  ProductCards,
  Regions,
  describeGood,
} from '#worker/market/catalogue/answers'
import { cardOf, regionOf } from '#worker/market/catalogue/good'
import * as queries from '#worker/market/catalogue/queries'
import { CatalogueQuery } from '#worker/market/catalogue/requests'
import { meantBy, searchWords } from '#worker/market/catalogue/search'
import type { AreaCode } from '#worker/market/shipping/area'
import { provinceName } from '#worker/market/shipping/regencies'

/** How many goods of the same shop stand beside one. */
const BESIDE = 4

export const catalogue = new Hono<HonoEnv>()
  .get(
    '/products',
    about('Goods on sale, by words and filters', CataloguePage),
    allow('public'),
    parseQuery(CatalogueQuery),
    async (c) => {
      const { search, ...asked } = c.req.valid('query')
      const page = { ...asked, now: c.var.now, today: dateIn(c.env.ZONE, c.var.now) }
      const words = searchWords(search.text)
      const [rows, terms] = await read(c.var.db, [
        queries.listGoods(c.var.db, search, page),
        ...(words.length > 0 ? [queries.listTerms(c.var.db, words)] : []),
      ])
      const { rows: shown, next } = paged(rows, page.limit, (row) => [row.fit, row.place])
      return c.json({ items: shown.map(cardOf), next, meant: meantBy(terms ?? []) }, 200)
    },
  )
  .get(
    '/products/:slug',
    about('A product on sale with its variants, photos and shop', ProductAnswer),
    allow('public'),
    async (c) => {
      const [{ db }, slug] = [c.var, c.req.param('slug')]
      const [goods, variants, photos] = await read(db, [
        queries.findGood(db, slug),
        queries.listVariantsOfGood(db, slug),
        queries.listPhotosOfGood(db, slug),
      ])
      return c.json(describeGood(found(goods[0], 'product'), variants, photos), 200)
    },
  )
  .get(
    '/products/:slug/beside',
    about('More goods of the same shop', ProductCards),
    allow('public'),
    async (c) => {
      const slug = c.req.param('slug')
      const [goods, rows] = await read(c.var.db, [
        queries.findOnSale(c.var.db, slug),
        queries.listBeside(c.var.db, slug, BESIDE),
      ])
      found(goods[0], 'product')
      return c.json({ items: rows.map(cardOf), next: null }, 200)
    },
  )
  .get('/categories', about('The categories of goods', Categories), allow('public'), async (c) => {
    const [items] = await read(c.var.db, [queries.listCategories(c.var.db)])
    return c.json({ items, next: null }, 200)
  })
  .get(
    '/regions',
    about('The regencies from which goods are on sale', Regions),
    allow('public'),
    async (c) => {
      const [rows] = await read(c.var.db, [queries.listRegions(c.var.db)])
      const items = rows.map(({ code }) => ({
        ...regionOf(code),
        province: provinceName(code as AreaCode) ?? '',
      }))
      return c.json({ items, next: null }, 200)
    },
  )
