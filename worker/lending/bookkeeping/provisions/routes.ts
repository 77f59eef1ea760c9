/** What a lender sets aside for loans that may be lost. Under `/lenders/{slug}`. */
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
import { entryOf } from '#worker/ledger/entry'
import { provisionChanged } from '#worker/ledger/posting-rules/books'
import { recordEntries } from '#worker/ledger/queries'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { notAhead } from '#worker/lending/servicing/loans/change'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/bookkeeping/provisions/answers'
import { provide } from '#worker/lending/bookkeeping/provisions/provision'
import * as queries from '#worker/lending/bookkeeping/provisions/queries'
import * as requests from '#worker/lending/bookkeeping/provisions/requests'

const lenderOf = (c: Ctx) => lenderIn(c, c.req.param('slug') ?? '')

export const provisions = new Hono<HonoEnv>()
  .get(
    '/:slug/provisions',
    about('The provisions that were booked, newest first', answers.ProvisionsAnswer),
    allow('book.read'),
    parseQuery(requests.ProvisionsQuery),
    async (c) => {
      const { db } = c.var
      const lender = lenderOf(c)
      const { after, limit } = c.req.valid('query')
      const [[standing], rows] = await read(db, [
        queries.findAllowance(db, lender.id),
        queries.listProvisions(db, lender.id, { after: after?.[0], limit }),
      ])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      const items = shown.map(answers.describeBooked)
      return c.json({ allowance: standing?.allowance ?? 0, items, next })
    },
  )
  .post(
    '/:slug/provisions',
    about('Bring the loss allowance to what the classes ask for', answers.ProvisionAnswer, 201),
    allow('period.close'),
    once(),
    parseJson(requests.ProvisionRequest),
    async (c) => {
      const { db, newId } = c.var
      const lender = lenderOf(c)
      const { on: asked, source, classes, dryRun } = c.req.valid('json')
      const { today } = daysOf(c)
      const on = asked ?? today
      notAhead(on, today, '/on')
      const [answered, [standing]] = await read(db, [
        findAnswered(c),
        queries.findAllowance(db, lender.id),
      ])
      replayAnswered(c, answered)

      const provision = provide(classes, standing?.allowance ?? 0)
      const { target, change } = provision
      if (dryRun) return c.json({ id: null, on, source, ...provision, entryId: null }, 201)
      const act = actOf(c)
      const id = newId()
      const draft = provisionChanged({ book: lender.id, on }, { id, change })
      const entry = change === 0 ? null : entryOf(draft, { ...act, id: newId() })

      const entryId = entry?.id ?? null
      const body = { id, on, source, ...provision, entryId }
      const kept = { id, lenderId: lender.id, providedOn: on, source, target, change, entryId }
      await commit(
        c,
        [
          recordEvents(db, [{ ...act, subject: id, seq: 1, type: 'provided', data: body }]),
          ...(entry ? recordEntries(db, [entry]) : []),
          queries.insertProvision(db, {
            ...kept,
            classes: JSON.stringify(provision.classes),
            decidedBy: act.actorId,
            decidedAt: act.at,
          }),
          queries.guardAllowance(db, lender.id, target),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
