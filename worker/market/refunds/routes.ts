/** Refunds that are due; one is recorded at its order. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { describeDueRefund, DueRefundPage } from '#worker/market/refunds/answers'
import { listDueRefunds } from '#worker/market/refunds/queries'
import { RefundsQuery } from '#worker/market/refunds/requests'

export const refunds = new Hono<HonoEnv>().get(
  '/due',
  about('Buyers who are owed the money of a cancelled order', DueRefundPage),
  allow('payment.read'),
  parseQuery(RefundsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const book = found(c.var.scope[0], 'book')
    const [rows] = await read(c.var.db, [
      listDueRefunds(c.var.db, { book, after: after?.[0], limit: limit + 1 }),
    ])

    const page = paged(rows, limit, (row) => [row.orderId])
    return c.json({ items: page.rows.map(describeDueRefund), next: page.next })
  },
)
