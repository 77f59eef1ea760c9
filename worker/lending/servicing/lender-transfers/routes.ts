/** What the operator keeps of sales for lenders, and sends them: one act in both books. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import * as rules from '#worker/ledger/posting-rules/payout-shares'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/lending/servicing/lender-transfers/answers'
import * as queries from '#worker/lending/servicing/lender-transfers/queries'
import * as requests from '#worker/lending/servicing/lender-transfers/requests'
import { notAhead } from '#worker/lending/servicing/loans/change'
import { daysOf } from '#worker/lending/servicing/loans/routes'

const bookOf = (c: Ctx) => found(c.var.scope[0], 'book')

export const lenderTransfers = new Hono<HonoEnv>()
  .get(
    '/due',
    about('Lenders for whom shares of sales are kept', answers.LendersDueAnswer),
    allow('payment.read'),
    parseQuery(requests.LenderTransfersQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listLendersDue(c.var.db, bookOf(c), page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(({ due, ...lender }) => ({ lender, due })), next })
    },
  )
  .post(
    '/',
    about('Record what has been sent to a lender', answers.LenderTransferAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.LenderTransferRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { lenderId, amount, reference, sentOn } = c.req.valid('json')
      const book = bookOf(c)
      const [answered, rows] = await read(db, [
        findAnswered(c),
        queries.findLenderDue(db, book, lenderId),
      ])
      replayAnswered(c, answered)
      const { due, ...lender } = found(rows[0], 'lender')

      notAhead(sentOn, daysOf(c).today, '/sentOn')
      refuseUnless(amount <= due, 'amount-mismatch', `${lender.name} is owed ${due}.`)

      const sent = { id: newId(), lenderId, amount, reference, sentOn }
      const act = actOf(c)
      const entries = [
        rules.lenderTransferSent({ book, on: sentOn }, sent),
        rules.lenderTransferReceived({ book: lenderId, on: sentOn }, sent),
      ].map((one) => entryOf(one, { ...act, id: newId() }))
      const body = { id: sent.id, lender, amount, reference, sentOn }
      await commit(
        c,
        [
          queries.insertTransfer(db, { ...sent, createdAt: now }),
          recordEvents(db, [{ ...act, subject: sent.id, seq: 1, type: 'sent', data: body }]),
          ...recordEntries(db, entries),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
