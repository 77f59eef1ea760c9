/** Suspense: money that no purchase explains is kept, assigned to purchases, or returned. */
import { sql } from 'drizzle-orm'
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
import { entryOf } from '#worker/ledger/entry'
import * as rules from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import { paid } from '#worker/market/paying/payments/paid'
import { recordPaid } from '#worker/market/paying/payments/queries'
import { refuseReturn, refuseFuture } from '#worker/market/paying/payments/settlement'
import { shortMessage } from '#worker/market/buying/purchases/messages'
import {
  idOfCode,
  listOrdersOf,
  listPurchases,
  purchaseFrom,
} from '#worker/market/buying/purchases/queries'
import * as answers from '#worker/market/paying/suspense/answers'
import * as queries from '#worker/market/paying/suspense/queries'
import * as requests from '#worker/market/paying/suspense/requests'
import * as suspense from '#worker/market/paying/suspense/suspense'
import { insertMessages } from '#worker/outbox/queries'

export const unmatched = new Hono<HonoEnv>()
  .get(
    '/',
    about('Money that came without an open purchase of its amount', answers.UnmatchedPage),
    allow('payment.read'),
    parseQuery(requests.UnmatchedQuery),
    async (c) => {
      const { db, scope, now } = c.var
      const { status, after, limit } = c.req.valid('query')
      const asked = { status, after, limit: limit + 1 }
      const rows = await queries.listUnmatched(db, found(scope[0], 'book'), asked)
      const page = paged(rows, limit, (row) => [row.id])
      const items = page.rows.map(({ code, invoiceYear, invoiceN, ...row }) =>
        answers.describeUnmatched(queries.unmatchedFrom(row), { code, invoiceYear, invoiceN }, now),
      )
      return c.json({ items, next: page.next })
    },
  )
  .post(
    '/',
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
      const book = found(scope[0], 'book')
      const [rows, parts] = await read(db, [
        listPurchases(db, idOfCode(code)),
        queries.listPartsOf(db, idOfCode(code)),
      ])
      const purchase = code === '' ? null : purchaseFrom(found(rows[0], 'purchase'))

      refuseFuture(received.receivedOn, dateIn(c.env.ZONE, now))
      const cause = suspense.causeOf(purchase, received.amount)
      const come = { id: newId(), book, purchaseId: purchase?.id ?? null, cause, createdAt: now }
      const item = suspense.suspended({ ...received, ...come })
      const common = { book, on: received.receivedOn }
      const posting = rules.paymentUnexplained(common, { ...item, subject: item.id })
      const missing = purchase
        ? suspense.missingOf(purchase, [...parts.map(queries.unmatchedFrom), item])
        : null
      const messages = purchase && missing ? [shortMessage(purchase, missing, siteOf(c))] : []

      const body = answers.describeUnmatched(item, { code: code || null }, now)
      const act = actOf(c)
      await commit(
        c,
        [
          ...queries.recordSuspended(db, [item], act),
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
  .post(
    '/assignments',
    about(
      'Pay one purchase out of suspense, with one item or several together',
      answers.AssignmentAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.AssignmentRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const { items: ids, code } = c.req.valid('json')
      const book = found(scope[0], 'book')
      const [answered, rows, orders, items] = await read(db, [
        findAnswered(c),
        listPurchases(db, idOfCode(code)),
        listOrdersOf(db, idOfCode(code)),
        queries.listItems(db, book, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`),
      ])
      replayAnswered(c, answered)
      const purchase = purchaseFrom(found(rows[0], 'purchase'))
      const given = ids.map((id) =>
        queries.unmatchedFrom(
          found(
            items.find((one) => one.id === id),
            'payment',
          ),
        ),
      )

      const taken = suspense.assign(given, purchase, now)
      const today = dateIn(c.env.ZONE, now)
      const received = { amount: purchase.total, receivedOn: today, reference: 'Dana titipan' }
      const settled = paid({ purchase, orders }, received, {
        ...{ book, now, today, site: siteOf(c) },
        placedOn: dateIn(c.env.ZONE, purchase.placedAt),
        from: taken.map(({ item, amount }) => rules.inSuspense(book, item.id, amount)),
      })

      const body = {
        ...{ code: purchase.code, status: 'settled', total: purchase.total },
        items: taken.map(({ item, amount }) => ({ id: item.id, taken: amount, rest: item.rest })),
      }
      const act = actOf(c)
      const changed = taken.map(({ item, amount }) => ({
        ...item,
        purchaseId: purchase.id,
        happened: { type: 'assigned', data: { purchaseId: purchase.id, amount } },
      }))
      await commit(
        c,
        [...queries.changeSuspended(db, changed, act), ...recordPaid(db, settled, { act, newId })],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/return',
    about(
      'What is left of it has been transferred back to its sender',
      answers.UnmatchedAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.ReturnRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const back = c.req.valid('json')
      const book = found(scope[0], 'book')
      const [answered, rows] = await read(db, [
        findAnswered(c),
        queries.listItems(db, book, sql`(SELECT ${c.req.param('id')})`),
      ])
      replayAnswered(c, answered)
      const item = queries.unmatchedFrom(found(rows[0], 'payment'))

      refuseReturn(back.returnedOn, { today: dateIn(c.env.ZONE, now), since: item.receivedOn })
      const { item: after, amount } = suspense.giveBack(item, back, now)
      const common = { book, on: back.returnedOn }
      const posting = rules.suspenseReturned(common, { ...item, amount })

      const body = answers.describeUnmatched(after, {}, now)
      const act = actOf(c)
      const happened = { type: 'returned', data: { ...back, amount } }
      await commit(
        c,
        [
          ...queries.changeSuspended(db, [{ ...after, happened }], act),
          ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
