/** What becomes of a payout that was prepared: sent, settled, or its money came back. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn, type LocalDate } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { entryOf, type Posting } from '#worker/ledger/entry'
import { payoutReturned, payoutSent } from '#worker/ledger/posting-rules/payouts'
import { recordEntries } from '#worker/ledger/queries'
import { describePayout, PayoutAnswer } from '#worker/market/settling/payouts/answers'
import { payoutMessage, payoutReturnedMessage } from '#worker/market/settling/payouts/messages'
import * as payout from '#worker/market/settling/payouts/payout'
import * as queries from '#worker/market/settling/payouts/queries'
import * as requests from '#worker/market/settling/payouts/requests'
import type { Message } from '#worker/outbox/message'
import { insertMessages } from '#worker/outbox/queries'

/** The payout of the address, its seller, and the book from which it is paid. */
async function payoutAsked(c: Ctx) {
  const { db, scope } = c.var
  const [kept, rows] = await read(db, [
    findAnswered(c),
    queries.findPayout(db, c.req.param('id') ?? ''),
  ])
  replayAnswered(c, kept)
  const row = found(rows[0], 'payout')
  const { slug, name, phone } = row
  return { before: queries.payoutFrom(row), payee: { slug, name, phone }, book: scope[0]! }
}

type Step = {
  changed: payout.Payout
  payee: { slug: string; name: string }
  data?: Record<string, unknown>
  posting?: Posting
  message?: Message
}

/** Writes a step of one payout, all of it or nothing. */
async function take(c: Ctx, { changed, payee, data = {}, posting, message }: Step) {
  const { db, now, newId } = c.var
  const act = actOf(c)
  const { slug, name } = payee
  const body = describePayout({ ...changed, slug, name })
  const statements: Statement[] = [
    queries.changePayouts(db, [changed]),
    recordEvents(db, [
      { ...act, subject: changed.id, seq: changed.version, type: changed.status, data },
    ]),
    ...(posting ? recordEntries(db, [entryOf(posting, { ...act, id: newId() })]) : []),
    ...(message ? insertMessages(db, [{ ...message, id: newId() }], now) : []),
  ]
  await commit(c, statements, body)
  return body
}

function clockOf(c: Ctx): { at: typeof c.var.now; today: LocalDate } {
  return { at: c.var.now, today: dateIn(c.env.ZONE, c.var.now) }
}

export const payoutSteps = new Hono<HonoEnv>()
  .post(
    '/:id/sending',
    about('Record that a prepared payout has been transferred', PayoutAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.SendingRequest),
    async (c) => {
      const sending = c.req.valid('json')
      const { before, payee, book } = await payoutAsked(c)

      const changed = payout.sendPayout(before, sending, clockOf(c))
      const posting = payoutSent({ book, on: sending.sentOn }, changed)
      const message = payoutMessage(changed, payee, siteOf(c))

      const data = { amount: changed.amount, reference: changed.reference }
      return c.json(await take(c, { changed, payee, data, posting, message }), 201)
    },
  )
  .post(
    '/:id/settlement',
    about('Record that a payout has reached its account', PayoutAnswer, 201),
    allow('payout.record'),
    once(),
    async (c) => {
      const { before, payee } = await payoutAsked(c)

      const changed = payout.settlePayout(before)

      return c.json(await take(c, { changed, payee }), 201)
    },
  )
  .post(
    '/:id/return',
    about('Record that a payout was not made, or that its money came back', PayoutAnswer, 201),
    allow('payout.record'),
    once(),
    parseJson(requests.ReturnRequest),
    async (c) => {
      const { reason, on } = c.req.valid('json')
      const { before, payee, book } = await payoutAsked(c)

      const now = clockOf(c)
      payout.refuseAhead(on, now.today, '/on')
      const { payout: changed, from } = payout.returnPayout(before, reason, now)
      const posting = payoutReturned({ book, on }, changed, from)
      const message = payoutReturnedMessage(changed, payee, siteOf(c))

      const data = { amount: changed.amount, reason }
      return c.json(await take(c, { changed, payee, data, posting, message }), 201)
    },
  )
