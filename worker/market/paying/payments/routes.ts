/** Payments: what the operator's treasurer awaits and matches. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/paying/payments/answers'
import { paid } from '#worker/market/paying/payments/paid'
import * as queries from '#worker/market/paying/payments/queries'
import { recordPaid } from '#worker/market/paying/payments/queries'
import * as requests from '#worker/market/paying/payments/requests'
import { listOrdersOf, listPurchases, purchaseFrom } from '#worker/market/buying/purchases/queries'
import { sql } from 'drizzle-orm'

export const payments = new Hono<HonoEnv>().get(
  '/',
  about(
    'Payments by state: those with a proof first, or those of an exact total',
    answers.PaymentPage,
  ),
  allow('payment.read'),
  parseQuery(requests.PaymentsQuery),
  async (c) => {
    const { db } = c.var
    const query = c.req.valid('query')
    const filter = { ...query, limit: query.limit + 1 }
    const [rows, proofs] = await read(db, [
      queries.listPayments(db, filter),
      queries.listProofsOf(db, queries.idsOfPayments(filter)),
    ])
    const page = paged(rows, query.limit, (row) => [row.proofAt === null ? 1 : 0, row.id])
    const items = page.rows.map((row) => answers.describePayment(purchaseFrom(row), proofs))
    return c.json({ items, next: page.next })
  },
)

/** Mounted with the purchases: a purchase is settled. */
export const settlements = new Hono<HonoEnv>().post(
  '/:id/settlement',
  about(
    'Match a transfer of exactly the total; the orders are paid',
    answers.SettlementAnswer,
    201,
  ),
  allow('payment.match'),
  once(),
  parseJson(requests.SettlementRequest),
  async (c) => {
    const { db, now, newId, scope } = c.var
    const received = c.req.valid('json')
    const ids = sql`(SELECT ${c.req.param('id')})`
    const [answered, rows, orders] = await read(db, [
      findAnswered(c),
      listPurchases(db, ids),
      listOrdersOf(db, ids),
    ])
    replayAnswered(c, answered)
    const purchase = purchaseFrom(found(rows[0], 'purchase'))

    const [today, placedOn] = [dateIn(c.env.ZONE, now), dateIn(c.env.ZONE, purchase.placedAt)]
    const around = { now, today, placedOn, site: siteOf(c), book: found(scope[0], 'book') }
    const given = paid({ purchase, orders }, received, around)

    const body = answers.describeSettlement(given.settled)
    await commit(c, recordPaid(db, given, { act: actOf(c), newId }), body)
    return c.json(body, 201)
  },
)
