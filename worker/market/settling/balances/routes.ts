/** The balance of an enterprise: what it is owed, what it owes, why, and what is still on its way. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { BalanceAnswer, describeBalance } from '#worker/market/settling/balances/answers'
import { findHeld, findTotals, listBalanceLines } from '#worker/market/settling/balances/queries'
import { BalanceQuery } from '#worker/market/settling/balances/requests'

export const balances = new Hono<HonoEnv>().get(
  '/:slug/balance',
  about('What an enterprise is owed and owes, line by line', BalanceAnswer),
  allow('balance.read'),
  parseQuery(BalanceQuery),
  async (c) => {
    const { db } = c.var
    const { organizationId: id } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const { of, after, limit } = c.req.valid('query')
    const [[totals], [held], rows] = await read(db, [
      findTotals(db, id),
      findHeld(db, id),
      listBalanceLines(db, id, { of, before: after?.[0], limit: limit + 1 }),
    ])

    const page = paged(rows, limit, (row) => [row.seq])
    return c.json(describeBalance({ ...totals!, ...held! }, page))
  },
)
