/** Payouts: what is due to sellers, and what has been sent to them. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { payoutSent } from '#worker/ledger/posting-rules/payouts'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/market/payouts/answers'
import { payoutMessage } from '#worker/market/payouts/messages'
import { recordSent } from '#worker/market/payouts/payout'
import * as queries from '#worker/market/payouts/queries'
import * as requests from '#worker/market/payouts/requests'
import { insertMessages } from '#worker/outbox/queries'

export const payouts = new Hono<HonoEnv>()
  .get(
    '/due',
    about('Sellers who are owed money, and where it goes', answers.DuePayoutPage),
    allow('payment.read'),
    parseQuery(requests.PayoutsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const book = found(c.var.scope[0], 'book')
      const [rows] = await read(c.var.db, [
        queries.listDue(c.var.db, { book, after: after?.[0], limit: limit + 1 }),
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
        queries.findPayee(db, book, asked.enterpriseId),
      ])
      replayAnswered(c, kept)
      const payee = found(rows[0], 'enterprise')

      const payout = recordSent({ ...asked, enterpriseId: payee.enterpriseId }, payee, {
        id: newId(),
        code: shortCode(random),
        at: now,
        today: dateIn(c.env.ZONE, now),
      })
      const posting = payoutSent({ book, on: asked.sentOn }, payout)
      const message = payoutMessage(payout, payee, siteOf(c))

      const body = answers.describePayout({ ...payout, slug: payee.slug, name: payee.name })
      const act = actOf(c)
      const data = { amount: payout.amount, reference: payout.reference }
      await commit(
        c,
        [
          queries.insertPayout(db, payout),
          recordEvents(db, [{ ...act, subject: payout.id, seq: 1, type: 'sent', data }]),
          ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
          ...insertMessages(db, [{ ...message, id: newId() }], now),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

/** Mounted with the enterprises: what one of them has received. */
export const payoutsToEnterprises = new Hono<HonoEnv>().get(
  '/:slug/payouts',
  about('Payouts to an enterprise, the newest first', answers.PayoutPage),
  allow('balance.read'),
  parseQuery(requests.PayoutsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const [rows] = await read(c.var.db, [
      queries.listPayoutsTo(c.var.db, organizationId, { before: after?.[0], limit: limit + 1 }),
    ])

    const page = paged(rows.map(queries.payoutFrom), limit, (row) => [row.id])
    return c.json({ items: page.rows.map(answers.describePayout), next: page.next })
  },
)
