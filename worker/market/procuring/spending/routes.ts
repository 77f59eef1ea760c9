/** What a company has bought through the network, for its own reports. */
import { Hono } from 'hono'
import * as v from 'valibot'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { describeSpending, SpendingAnswer } from '#worker/market/procuring/spending/answers'
import { listSpending } from '#worker/market/procuring/spending/queries'

const SpendingQuery = v.object({
  year: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^20\d\d$/, 'A year: 2026.'),
      v.description('This year unless said'),
    ),
  ),
})

/** Mounted with the companies. */
export const spending = new Hono<HonoEnv>().get(
  '/:slug/spending',
  about('What a company has bought in a year', SpendingAnswer),
  allow('company.read'),
  parseQuery(SpendingQuery),
  async (c) => {
    const { db, now } = c.var
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'company')
    const today = dateIn(c.env.ZONE, now)
    const year = c.req.valid('query').year ?? today.slice(0, 4)
    const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)
    const [from = '', to = ''] = [months[0], months.at(-1)]
    const [rows] = await read(db, [listSpending(db, organizationId, { from, to })])
    return c.json(describeSpending(rows, { from, to, months }))
  },
)
