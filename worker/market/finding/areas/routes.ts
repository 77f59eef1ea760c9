/** The areas of Indonesia, step by step from the provinces to the village that an address needs. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { AreaList } from '#worker/market/finding/areas/answers'
import { AreaQuery } from '#worker/market/finding/areas/requests'
import { assetAreas } from '#worker/providers/areas'

export const areas = new Hono<HonoEnv>().get(
  '/',
  about('The provinces, or the areas within an area, by name', AreaList),
  allow('public'),
  parseQuery(AreaQuery),
  async (c) => {
    const { within } = c.req.valid('query')
    const rows = found(await assetAreas(c.env.ASSETS).within(within), 'area')
    const items = rows.map(([code, name]) => ({ code, name }))
    return c.json({ items, next: null }, 200, { 'cache-control': 'public, max-age=86400' })
  },
)
