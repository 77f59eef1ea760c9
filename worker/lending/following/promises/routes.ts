/** Promises to pay. Under `/loans` and `/lenders`. */
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
import { signedIn } from '#worker/identity/actor'
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { findLoan, findLoanWithin, loanOf } from '#worker/lending/servicing/loans/queries'
import { daysOf, reachOf } from '#worker/lending/servicing/loans/routes'
import {
  describePromise,
  PromiseAnswer,
  PromisesAnswer,
} from '#worker/lending/following/promises/answers'
import { recordPromise } from '#worker/lending/following/promises/promise'
import * as queries from '#worker/lending/following/promises/queries'
import { PromiseRequest, PromisesQuery } from '#worker/lending/following/promises/requests'

/** Under `/loans`. */
export const promisesOfLoans = new Hono<HonoEnv>()
  .get(
    '/:id/promises',
    about('What was promised on a loan, and whether it was kept', PromisesAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const [loans, rows] = await read(db, [
        findLoan(db, id, reachOf(c)),
        queries.listPromisesOf(db, id),
      ])
      found(loans[0], 'loan')
      const { today } = daysOf(c)
      const items = rows.map((row) => describePromise(row, today))
      return c.json({ items, next: null as string | null })
    },
  )
  .post(
    '/:id/promises',
    about('Write down a promise to pay; reminders rest until its day', PromiseAnswer, 201),
    allow('loan.follow'),
    once(),
    parseJson(PromiseRequest),
    async (c) => {
      const { db, scope, newId, actor } = c.var
      const id = c.req.param('id')
      const [answered, loans] = await read(db, [findAnswered(c), findLoanWithin(db, id, scope)])
      replayAnswered(c, answered)
      const row = found(loans[0], 'loan')
      const { today } = daysOf(c)
      const act = actOf(c)
      const { madeOn = today, ...asked } = c.req.valid('json')

      const noted = { id: newId(), by: act.actorId, at: act.at, today }
      const promise = recordPromise(loanOf(row), { madeOn, ...asked }, noted)

      const named = { ...promise, ...row, id: promise.id, loanId: row.id }
      const recorderName = signedIn(actor).name
      const body = describePromise({ ...named, recorderName, received: 0 }, today)
      const event = { ...act, subject: promise.id, seq: 1, type: 'recorded' }
      await commit(c, [queries.insertPromise(db, promise), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )

const DAYS_BROKEN = 30
const DAYS_AHEAD = 92

/** The days that each list is about. */
function spanOf(which: 'today' | 'broken' | 'coming', today: LocalDate) {
  if (which === 'today') return { from: today, until: today }
  return which === 'broken'
    ? { from: addDays(today, -DAYS_BROKEN), until: addDays(today, -1) }
    : { from: addDays(today, 1), until: addDays(today, DAYS_AHEAD) }
}

/** Under `/lenders`. */
export const promisesOfLenders = new Hono<HonoEnv>().get(
  '/:slug/promises',
  about('Promises that name today, that were broken, or that are to come', PromisesAnswer),
  allow('loan.read'),
  parseQuery(PromisesQuery),
  async (c) => {
    const { db, actor } = c.var
    const { which, whose, after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const { today } = daysOf(c)
    const [listed] = await read(db, [
      queries.listPromises(db, {
        ...{ lenderId: lender.id, after, limit, ...spanOf(which, today) },
        state: which === 'broken' ? 'broken' : 'any',
        officerId: whose === 'mine' ? signedIn(actor).id : null,
      }),
    ])
    const { rows, next } = paged(listed, limit, (row) => [row.promisedOn, row.id])
    return c.json({ items: rows.map((row) => describePromise(row, today)), next })
  },
)
