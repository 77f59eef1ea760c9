/** Pauses for all loans of a region, by two people. Under `/lenders/{slug}`. */
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
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/changing/region-pauses/answers'
import * as queries from '#worker/lending/changing/region-pauses/queries'
import { decidePause, proposePause } from '#worker/lending/changing/region-pauses/region-pause'
import * as requests from '#worker/lending/changing/region-pauses/requests'

const lenderOf = (c: Ctx) => lenderIn(c, c.req.param('slug') ?? '')

export const regionPauses = new Hono<HonoEnv>()
  .get(
    '/:slug/region-pauses',
    about('Pauses of whole regions, and where the lender has running loans', answers.PausesAnswer),
    allow('loan.read'),
    parseQuery(requests.PausesQuery),
    async (c) => {
      const { db } = c.var
      const { after, limit } = c.req.valid('query')
      const lender = lenderOf(c)
      const [rows, regions] = await read(db, [
        queries.listPauses(db, lender.id, { after: after?.[0], limit }),
        queries.listRegions(db, lender.id),
      ])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      const items = shown.map((row) => answers.describePause(queries.pauseOf(row), row))
      return c.json({ items, next, regions })
    },
  )
  .get(
    '/:slug/region-pauses/:id',
    about('A pause of a region, and what became of each loan', answers.PauseViewAnswer),
    allow('loan.read'),
    parseQuery(requests.PausesQuery),
    async (c) => {
      const { db, actor } = c.var
      const { after, limit } = c.req.valid('query')
      const id = c.req.param('id')
      const [rows, outcomes] = await read(db, [
        queries.findPause(db, lenderOf(c).id, id),
        queries.listOutcomes(db, id, { after: after?.[0], limit }),
      ])
      const row = found(rows[0], 'pause')
      const { rows: items, next } = paged(outcomes, limit, (one) => [one.loanId])
      const isMine = row.proposedBy === signedIn(actor).id
      const pause = answers.describePause(queries.pauseOf(row), row)
      return c.json({ pause, isMine, loans: { items, next } })
    },
  )
  .post(
    '/:slug/region-pauses',
    about('Propose a pause for all running loans of a regency', answers.PauseAnswer, 201),
    allow('region-pause.propose'),
    once(),
    parseJson(requests.PauseRequest),
    async (c) => {
      const { db, newId } = c.var
      const asked = c.req.valid('json')
      const lender = lenderOf(c)
      const [answered, names] = await read(db, [
        findAnswered(c),
        queries.findRegionName(db, asked.regionCode),
      ])
      replayAnswered(c, answered)
      const act = actOf(c)
      const made = { id: newId(), lenderId: lender.id, by: act.actorId, at: act.at }

      const wish = { ...asked, regionName: names[0]?.name ?? asked.regionCode }
      const pause = proposePause(wish, { ...made, today: daysOf(c).today })

      const body = answers.describePause(pause, { proposerName: null, deciderName: null })
      const event = { ...act, subject: pause.id, seq: 1, type: 'proposed', data: asked }
      await commit(c, [queries.insertPause(db, pause), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:slug/region-pauses/:id/approval',
    about('Agree: the loans of the region are paused within minutes', answers.PauseAnswer, 201),
    allow('loan-change.decide'),
    once(),
    async (c) => c.json(await decided(c, 'running', null), 201),
  )
  .post(
    '/:slug/region-pauses/:id/refusal',
    about('Disagree, and say why', answers.PauseAnswer, 201),
    allow('loan-change.decide'),
    parseJson(requests.PauseRefusalRequest),
    async (c) => c.json(await decided(c, 'refused', c.req.valid('json').reasons), 201),
  )
  .post(
    '/:slug/region-pauses/:id/withdrawal',
    about('Take back a pause that is not decided', answers.PauseAnswer, 201),
    allow('region-pause.propose'),
    async (c) => c.json(await decided(c, 'withdrawn', null), 201),
  )

async function decided(c: Ctx, to: 'running' | 'refused' | 'withdrawn', reasons: string | null) {
  const { db } = c.var
  const [answered, rows] = await read(db, [
    findAnswered(c),
    queries.findPause(db, lenderOf(c).id, c.req.param('id') ?? ''),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'pause')
  const act = actOf(c)

  const before = queries.pauseOf(row)
  const told = { by: act.actorId, at: act.at, reasons, today: daysOf(c).today }
  const pause = decidePause(before, to, told)

  const body = answers.describePause(pause, { ...row, deciderName: null })
  const type = to === 'running' ? 'approved' : to
  const event = { ...act, subject: pause.id, seq: pause.version, type, data: { reasons } }
  await commit(c, [recordEvents(db, [event]), ...queries.changePause(db, before, pause)], body)
  return body
}
