/** Bank files: the payouts of a day made together, downloaded, and marked as transferred. */
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
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { payoutSent } from '#worker/ledger/posting-rules/payouts'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/market/settling/payout-batches/answers'
import { bankFile } from '#worker/market/settling/payout-batches/bank-file'
import { makeBatch, sendBatch } from '#worker/market/settling/payout-batches/batch'
import * as queries from '#worker/market/settling/payout-batches/queries'
import * as requests from '#worker/market/settling/payout-batches/requests'
import { payoutMessage } from '#worker/market/settling/payouts/messages'
import {
  changePayouts,
  listDue,
  listPayoutsOfBatch,
  payoutFrom,
  recordPayouts,
} from '#worker/market/settling/payouts/queries'
import { SendingRequest } from '#worker/market/settling/payouts/requests'
import { insertMessages } from '#worker/outbox/queries'

/** How many transfers one file takes. */
const MOST = 200

const bookOf = (c: Ctx) => found(c.var.scope[0], 'book')

async function batchAsked(c: Ctx) {
  const { db } = c.var
  const id = c.req.param('id') ?? ''
  const [kept, rows, payouts] = await read(db, [
    findAnswered(c),
    queries.findBatch(db, bookOf(c), id),
    listPayoutsOfBatch(db, id, MOST),
  ])
  replayAnswered(c, kept)
  const row = found(rows[0], 'batch')
  return { batch: queries.batchFrom(row), by: row.maker, payouts: payouts.map(payoutFrom) }
}

export const payoutBatches = new Hono<HonoEnv>()
  .post(
    '/',
    about('Prepare payouts for the bank file of the day', answers.BatchAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.BatchRequest),
    async (c) => {
      const { db, now, newId, random } = c.var
      const { enterpriseIds: of, least } = c.req.valid('json')
      const book = bookOf(c)
      const [kept, due, [last]] = await read(db, [
        findAnswered(c),
        listDue(db, { book, now, of, least, limit: MOST }),
        queries.findLastNumber(db, book),
      ])
      replayAnswered(c, kept)

      const on = dateIn(c.env.ZONE, now)
      const number = (last?.last ?? 0) + 1
      const newCode = () => shortCode(random)
      const { batch, payouts } = makeBatch(due, {
        id: newId(),
        number,
        at: now,
        on,
        newId,
        newCode,
      })

      const nameOf = new Map(
        due.map(({ enterpriseId, slug, name, phone }) => [enterpriseId, { slug, name, phone }]),
      )
      const shown = payouts.map((one) => ({ ...one, ...nameOf.get(one.enterpriseId)! }))
      const body = answers.describeBatch(batch, shown, signedIn(c.var.actor).name)
      const act = actOf(c)
      const data = { number, count: batch.count, total: batch.total }
      await commit(
        c,
        [
          queries.insertBatch(db, book, batch),
          recordEvents(db, [{ ...act, subject: batch.id, seq: 1, type: 'made', data }]),
          ...recordPayouts(db, payouts, { book, on, act, newId }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/',
    about('Bank files, the newest first', answers.BatchPage),
    allow('payment.read'),
    parseQuery(requests.BatchesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const asked = { before: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listBatches(c.var.db, bookOf(c), asked)])

      const page = paged(rows.map(queries.batchFrom), limit, (row) => [row.number])
      return c.json({ items: page.rows.map(answers.describeSummary), next: page.next })
    },
  )
  .get(
    '/:id',
    about('A bank file with its payouts', answers.BatchAnswer),
    allow('payment.read'),
    async (c) => {
      const { batch, payouts, by } = await batchAsked(c)
      return c.json(answers.describeBatch(batch, payouts, by))
    },
  )
  .get(
    '/:id/file',
    about('What still waits to be transferred, as a CSV file', null),
    allow('payment.read'),
    parseQuery(requests.FileQuery),
    async (c) => {
      const { batch, payouts } = await batchAsked(c)
      const { layout } = c.req.valid('query')
      const name = `pencairan-${batch.number}-${layout}.csv`
      return c.body(bankFile(payouts, layout), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
  .post(
    '/:id/sending',
    about(
      'Record that all that waited in a bank file has been transferred',
      answers.BatchAnswer,
      201,
    ),
    allow('payout.record'),
    once(),
    parseJson(SendingRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const sending = c.req.valid('json')
      const book = bookOf(c)
      const asked = await batchAsked(c)

      const today = dateIn(c.env.ZONE, now)
      const { batch, sent } = sendBatch(asked.batch, asked.payouts, { sending, at: now, today })
      const byId = new Map(sent.map((one) => [one.id, one]))
      const payouts = asked.payouts.map((one) => byId.get(one.id) ?? one)
      const act = actOf(c)
      const site = siteOf(c)
      const common = { book, on: sending.sentOn }
      const entries = sent.map((one) => entryOf(payoutSent(common, one), { ...act, id: newId() }))
      const messages = sent.map((one) => ({ ...payoutMessage(one, one, site), id: newId() }))

      const body = answers.describeBatch(batch, payouts, asked.by)
      const data = { ...sending }
      await commit(
        c,
        [
          queries.changeBatch(db, batch),
          changePayouts(db, sent),
          recordEvents(db, [
            { ...act, subject: batch.id, seq: batch.version, type: 'sent', data },
            ...sent.map(({ id, version, amount, reference }) => ({
              ...act,
              ...{ subject: id, seq: version, type: 'sent', data: { amount, reference } },
            })),
          ]),
          ...recordEntries(db, entries),
          ...insertMessages(db, messages, now),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
