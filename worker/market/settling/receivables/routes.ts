/** What sellers owe the network, and their transfers of it. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { receivablePaid } from '#worker/ledger/posting-rules/payouts'
import { recordEntries } from '#worker/ledger/queries'
import { findPayee } from '#worker/market/settling/payouts/queries'
import * as answers from '#worker/market/settling/receivables/answers'
import * as queries from '#worker/market/settling/receivables/queries'
import { receivePayment } from '#worker/market/settling/receivables/receivable'
import * as requests from '#worker/market/settling/receivables/requests'

export const receivables = new Hono<HonoEnv>()
  .get(
    '/',
    about('Sellers who owe the network something', answers.ReceivablePage),
    allow('payment.read'),
    parseQuery(requests.ReceivablesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const book = found(c.var.scope[0], 'book')
      const [rows] = await read(c.var.db, [
        queries.listReceivables(c.var.db, { book, after: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows, limit, (row) => [row.enterpriseId])
      return c.json({ items: page.rows.map(answers.describeReceivable), next: page.next })
    },
  )
  .post(
    '/:enterprise/payments',
    about('Record what a seller has paid of what she owes', answers.ReceivablePaymentAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.ReceivablePaymentRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const received = c.req.valid('json')
      const book = found(c.var.scope[0], 'book')
      const [kept, rows] = await read(db, [
        findAnswered(c),
        findPayee(db, { book, name: c.req.param('enterprise'), now }),
      ])
      replayAnswered(c, kept)
      const payee = found(rows[0], 'enterprise')

      const today = dateIn(c.env.ZONE, now)
      const payment = receivePayment(payee, received, { id: newId(), at: now, today })
      const posting = receivablePaid({ book, on: payment.receivedOn }, payment)

      const body = answers.describePayment(payment, payee.receivable)
      const act = actOf(c)
      const { amount, reference } = payment
      await commit(
        c,
        [
          queries.insertReceivablePayment(db, payment),
          recordEvents(db, [
            { ...act, subject: payment.id, seq: 1, type: 'received', data: { amount, reference } },
          ]),
          ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
