/** Payments: what the operator's treasurer awaits, matches, and cannot match. */
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
import { amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { paymentUnexplained } from '#worker/ledger/posting-rules/payments'
import { purchasePaid } from '#worker/ledger/posting-rules/sales'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/market/payments/answers'
import * as queries from '#worker/market/payments/queries'
import * as requests from '#worker/market/payments/requests'
import { refuseFuture, settle } from '#worker/market/payments/settlement'
import { settledMessages } from '#worker/market/purchases/messages'
import { listOrdersOf, listPurchases, purchaseFrom } from '#worker/market/purchases/queries'
import { sponsorsOf } from '#worker/market/vouchers/given-discount'
import { discountsFrom } from '#worker/market/vouchers/queries'
import { insertMessages } from '#worker/outbox/queries'
import { sql } from 'drizzle-orm'

export const payments = new Hono<HonoEnv>()
  .get(
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
  .get(
    '/unmatched',
    about('Money that came without an open purchase of its amount', answers.UnmatchedPage),
    allow('payment.read'),
    parseQuery(requests.UnmatchedQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const rows = await queries.listUnmatched(db, scope[0] ?? '', { after, limit: limit + 1 })
      const page = paged(rows, limit, (row) => [row.id])
      const items = page.rows.map((row) => answers.describeUnmatched(row, row.code))
      return c.json({ items, next: page.next })
    },
  )
  .post(
    '/unmatched',
    about(
      'Book money that no open purchase explains; it waits in suspense',
      answers.UnmatchedAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.UnmatchedRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const { code, ...received } = c.req.valid('json')
      const [named] = await read(db, [queries.findCodeOf(db, code)])
      const purchaseId = code === '' ? null : found(named[0], 'purchase').purchaseId
      const book = found(scope[0], 'book')

      refuseFuture(received.receivedOn, dateIn(c.env.ZONE, now))
      const payment = { ...received, id: newId(), purchaseId, createdAt: now }
      const on = received.receivedOn
      const posting = paymentUnexplained({ book, on }, { ...payment, subject: payment.id })

      const body = answers.describeUnmatched(payment, code || null)
      const act = actOf(c)
      await commit(
        c,
        [
          ...queries.recordUnmatched(db, { ...payment, book }, act),
          ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
        ],
        body,
      )
      return c.json(body, 201)
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
    const settled = settle({ purchase, orders }, received, { now, today, placedOn })
    const book = { book: found(scope[0], 'book'), on: received.receivedOn }
    const paid = settled.orders.map((order) => ({
      ...order,
      sponsors: sponsorsOf(discountsFrom(order.discounts)),
    }))
    const posting = purchasePaid(book, { ...purchase, orders: paid })
    const shown = settled.orders.map((order) => ({
      ...order,
      total: amount(order.total),
      seller: { slug: order.sellerSlug, phone: order.sellerPhone },
    }))
    const messages = settledMessages(purchase, shown, siteOf(c))

    const body = answers.describeSettlement(settled)
    const act = actOf(c)
    await commit(
      c,
      [
        ...queries.recordSettlement(db, settled, received, act),
        ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
        ...insertMessages(
          db,
          messages.map((one) => ({ ...one, id: newId() })),
          now,
        ),
      ],
      body,
    )
    return c.json(body, 201)
  },
)
