/** What an enterprise has sold, day by day, week by week, month by month. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { SalesAnswer } from '#worker/market/selling/sales-charts/answers'
import * as queries from '#worker/market/selling/sales-charts/queries'
import { SalesQuery } from '#worker/market/selling/sales-charts/requests'
import { bucketsOf, firstDay } from '#worker/market/selling/sales-charts/sales-chart'

const BEST = 10

export const salesCharts = new Hono<HonoEnv>().get(
  '/:slug/sales',
  about('Completed sales by day, week or month, and what brought most', SalesAnswer),
  allow('balance.read'),
  parseQuery(SalesQuery),
  async (c) => {
    const { db, now } = c.var
    const { by, product: wanted } = c.req.valid('query')
    const { organizationId: enterpriseId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const until = dateIn(c.env.ZONE, now)
    const since = firstDay(until, by)
    const asked = { enterpriseId, product: wanted, since, until }
    const [days, best, products] = await read(db, [
      queries.listDays(db, asked),
      queries.listBest(db, asked, { by, limit: BEST }),
      queries.findProduct(db, enterpriseId, wanted ?? ''),
    ])
    const product = wanted === undefined ? null : found(products[0], 'product')
    const buckets = bucketsOf(days, until, by)
    const sum = (of: 'orders' | 'pieces' | 'amount') =>
      buckets.reduce((all, one) => all + one[of], 0)
    const total = { orders: sum('orders'), pieces: sum('pieces'), amount: sum('amount') }
    return c.json({ by, from: since, until, total, buckets, product, best })
  },
)
