/** How a lender's book is kept: its basis, and the closing of its months. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parsed, parseJson, parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/bookkeeping/periods/answers'
import { closed } from '#worker/lending/bookkeeping/periods/closing'
import { bookHistory as historyOf, close } from '#worker/lending/bookkeeping/periods/period'
import * as queries from '#worker/lending/bookkeeping/periods/queries'
import * as requests from '#worker/lending/bookkeeping/periods/requests'

const lenderOf = (c: Ctx) => lenderIn(c, c.req.param('slug') ?? '')

export const periods = new Hono<HonoEnv>()
  .get(
    '/:slug/periods',
    about('Which months of the book are closed, and which may be', answers.PeriodsAnswer),
    allow('book.read'),
    parseQuery(requests.PeriodsQuery),
    async (c) => {
      const { db } = c.var
      const lender = lenderOf(c)
      const { after, limit } = c.req.valid('query')
      const [kept, rows] = await read(db, [
        queries.findKept(db, lender.id),
        queries.listClosed(db, lender.id, { before: after?.[0], limit }),
      ])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.month])
      const keeping = answers.describeKeeping(found(kept[0], 'book'), daysOf(c).today)
      return c.json({ ...keeping, items: shown.map(answers.describeClosed), next })
    },
  )
  .post(
    '/:slug/periods/:month/closing',
    about(
      'Close a month and those before it, at once or when all interest is in; December ends the year',
      answers.ClosingAnswer,
      201,
    ),
    allow('period.close'),
    once(),
    async (c) => {
      const { db, newId } = c.var
      const lender = lenderOf(c)
      const month = parsed(requests.Month, c.req.param('month'))
      const [answered, kept, balances] = await read(db, [
        findAnswered(c),
        queries.findKept(db, lender.id, month),
        queries.listYearBalances(db, lender.id, month),
      ])
      replayAnswered(c, answered)
      const book = found(kept[0], 'book')

      const months = close(book, month, daysOf(c).today)
      const act = actOf(c)
      const { version } = book
      if (book.behind > 0) {
        const body = answers.describeAsked(book, month)
        const asked = { lenderId: lender.id, month, by: act.actorId, at: act.at }
        await commit(c, book.closing ? [] : queries.askToClose(db, asked, { act, version }), body)
        return c.json(body, 201)
      }
      const entryId = newId()
      const given = { lenderId: lender.id, months, version, by: act.actorId, balances }
      const done = closed({ ...given, act, entryId })

      const body = answers.describeClosing(done)
      await commit(c, queries.recordClosing(db, done), body)
      return c.json(body, 201)
    },
  )
  .put(
    '/:slug/basis',
    about(
      'Whether interest of new loans is income when paid or when earned',
      answers.KeepingAnswer,
    ),
    allow('period.close'),
    parseJson(requests.BasisRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderOf(c)
      const { basis } = c.req.valid('json')
      const [kept] = await read(db, [queries.findKept(db, lender.id)])
      const book = found(kept[0], 'book')

      const body = answers.describeKeeping({ ...book, basis }, daysOf(c).today)
      const event = { ...actOf(c), subject: historyOf(lender.id), seq: book.version + 1 }
      await commit(c, [
        recordEvents(db, [{ ...event, type: 'basis-changed', data: { basis } }]),
        queries.changeBasis(db, lender.id, basis),
      ])
      return c.json(body)
    },
  )
