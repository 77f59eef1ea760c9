/** The map of the site, for whoever wants to know all that is here. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { isRegion } from '#worker/market/buying/shipping/regencies'
import { Extent, Slugs } from '#worker/market/finding/sitemap/answers'
import * as queries from '#worker/market/finding/sitemap/queries'

export const sitemap = new Hono<HonoEnv>()
  .get('/', about('How far the map of the site reaches', Extent), allow('public'), async (c) => {
    const [rows] = await read(c.var.db, [queries.findExtent(c.var.db)])
    const { last, provinces } = found(rows[0], 'sitemap')
    const productPages = Math.ceil(last / queries.PRODUCTS_A_PAGE)
    return c.json({ productPages, provinces: JSON.parse(provinces) as string[] })
  })
  .get(
    '/products/:page',
    about('The products on a page of the map, counted from 0', Slugs),
    allow('public'),
    async (c) => {
      const page = c.req.param('page')
      refuseUnless(/^\d{1,3}$/.test(page), 'not-found', 'There is no such page of the map.')
      const [rows] = await read(c.var.db, [queries.listStretch(c.var.db, Number(page))])
      return c.json({ slugs: rows.map((one) => one.slug) })
    },
  )
  .get(
    '/shops/:province',
    about('The open shops of a province', Slugs),
    allow('public'),
    async (c) => {
      const province = c.req.param('province')
      const known = isRegion(province) && province.length === 2
      refuseUnless(known, 'not-found', 'There is no such province.')
      const [rows] = await read(c.var.db, [queries.listShopsOfProvince(c.var.db, province)])
      return c.json({ slugs: rows.map((one) => one.slug) })
    },
  )
