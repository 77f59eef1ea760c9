/** Payouts: what is due to sellers, what has been sent to them, and what each is made of. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/settling/payouts/answers'
import { payoutMessage } from '#worker/market/settling/payouts/messages'
import { refuseAhead, requestPayout, sendPayout } from '#worker/market/settling/payouts/payout'
import * as queries from '#worker/market/settling/payouts/queries'
import * as requests from '#worker/market/settling/payouts/requests'
import { insertMessages } from '#worker/outbox/queries'

type LinesAsked = { after?: readonly [number] | undefined; limit: number }

/** A payout with what it is made of; of this enterprise, where one is named. */
async function explained(c: Ctx, { after, limit }: LinesAsked, enterpriseId?: string) {
  const { db } = c.var
  const id = c.req.param('id') ?? ''
  const [rows, windows, lines, moments] = await read(db, [
    queries.findPayout(db, id, enterpriseId),
    queries.findWindow(db, id),
    queries.listLinesOf(db, id, { after: after?.[0], limit: limit + 1 }),
    queries.listMoments(db, id),
  ])

  const payout = queries.payoutFrom(found(rows[0], 'payout'))
  const page = paged(lines, limit, (row) => [row.seq])
  return answers.describeExplained(payout, { window: windows[0]!, page, moments })
}

export const payouts = new Hono<HonoEnv>()
  .get(
    '/due',
    about('Sellers who are owed money, and where it goes', answers.DuePayoutPage),
    allow('payment.read'),
    parseQuery(requests.PayoutsQuery),
    async (c) => {
      const { db, now } = c.var
      const { after, limit } = c.req.valid('query')
      const book = found(c.var.scope[0], 'book')
      const [rows] = await read(db, [
        queries.listDue(db, { book, now, after: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows, limit, (row) => [row.enterpriseId])
      return c.json({ items: page.rows.map(answers.describeDue), next: page.next })
    },
  )
  .get(
    '/',
    about('Payouts, the newest first', answers.PayoutPage),
    allow('payment.read'),
    parseQuery(requests.PayoutsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const [rows] = await read(c.var.db, [
        queries.listPayouts(c.var.db, { before: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows.map(queries.payoutFrom), limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describePayout), next: page.next })
    },
  )
  .get(
    '/:id',
    about('A payout, with the orders and refunds it is made of', answers.ExplainedPayoutAnswer),
    allow('payment.read'),
    parseQuery(requests.PayoutLinesQuery),
    async (c) => c.json(await explained(c, c.req.valid('query'))),
  )
  .post(
    '/',
    about('Record a payout that has been sent to a seller', answers.PayoutAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.PayoutRequest),
    async (c) => {
      const { db, now, newId, random } = c.var
      const asked = c.req.valid('json')
      const book = found(c.var.scope[0], 'book')
      const [kept, rows] = await read(db, [
        findAnswered(c),
        queries.findPayee(db, { book, name: asked.enterpriseId, now }),
      ])
      replayAnswered(c, kept)
      const payee = found(rows[0], 'enterprise')

      const today = dateIn(c.env.ZONE, now)
      refuseAhead(asked.sentOn, today, '/sentOn')
      const making = { id: newId(), code: shortCode(random), at: now }
      const requested = requestPayout(payee, making, asked.amount)
      const { reference, sentOn } = asked
      const payout = sendPayout(requested, { reference, sentOn }, { at: now, today })
      const message = payoutMessage(payout, payee, siteOf(c))

      const body = answers.describePayout({ ...payout, slug: payee.slug, name: payee.name })
      await commit(
        c,
        [
          ...queries.recordPayouts(db, [payout], { book, on: sentOn, act: actOf(c), newId }),
          ...insertMessages(db, [{ ...message, id: newId() }], now),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

/** Mounted with the enterprises: what one of them has received. */
export const payoutsToEnterprises = new Hono<HonoEnv>()
  .get(
    '/:slug/payouts',
    about('Payouts to an enterprise, the newest first', answers.PayoutPage),
    allow('balance.read'),
    parseQuery(requests.PayoutsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const asked = { before: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listPayoutsTo(c.var.db, organizationId, asked)])

      const page = paged(rows.map(queries.payoutFrom), limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describePayout), next: page.next })
    },
  )
  .get(
    '/:slug/payouts/:id',
    about('A payout of yours, line by line', answers.ExplainedPayoutAnswer),
    allow('balance.read'),
    parseQuery(requests.PayoutLinesQuery),
    async (c) => {
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      return c.json(await explained(c, c.req.valid('query'), organizationId))
    },
  )
