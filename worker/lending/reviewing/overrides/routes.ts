/** Where people differed from the score or from the recommendation. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { describeOverride, OverridesAnswer } from '#worker/lending/reviewing/overrides/answers'
import { listOverrides } from '#worker/lending/reviewing/overrides/queries'
import { OverridesQuery } from '#worker/lending/reviewing/overrides/requests'

export const overridesOfLenders = new Hono<HonoEnv>().get(
  '/:slug/overrides',
  about('Where a reviewer differed and why, the latest first', OverridesAnswer),
  allow('loan-application.read'),
  parseQuery(OverridesQuery),
  async (c) => {
    const lender = lenderIn(c, c.req.param('slug'))
    const { after, limit } = c.req.valid('query')
    const [rows] = await read(c.var.db, [listOverrides(c.var.db, lender.id, { after, limit })])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.at, row.applicationId, row.seq])
    return c.json({ items: shown.map(describeOverride), next })
  },
)
