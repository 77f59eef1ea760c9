/** Changes of running loans, proposed by one person. Under `/loans` and `/lenders`. */
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
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/changing/loan-changes/answers'
import { proposeChange } from '#worker/lending/changing/loan-changes/loan-change'
import { carryOut, refuseUnfit, settled } from '#worker/lending/changing/loan-changes/measure'
import * as queries from '#worker/lending/changing/loan-changes/queries'
import * as requests from '#worker/lending/changing/loan-changes/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { findLoanWithin, listLoanEvents, loanOf } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { capOf, listCaps } from '#worker/lending/offering/rate-caps/queries'
import { capsInForce } from '#worker/lending/offering/rate-caps/rate-cap'

/** Under `/loans`. */
export const changesOfLoans = new Hono<HonoEnv>()
  .get(
    '/:id/changes',
    about('What was proposed about a loan, the latest first', answers.ChangesAnswer),
    allow('loan.read'),
    async (c) => {
      const { db, scope } = c.var
      const id = c.req.param('id')
      const [loans, rows] = await read(db, [
        findLoanWithin(db, id, scope),
        queries.listChangesOf(db, id, scope),
      ])
      found(loans[0], 'loan')
      const items = rows.map((row) => answers.describeChange(queries.changeOf(row), row))
      return c.json({ items, next: null as string | null })
    },
  )
  .post(
    '/:id/changes/preview',
    about('What a change would do: the loan before and after it', answers.PreviewAnswer),
    allow('loan-change.propose'),
    parseJson(requests.PreviewRequest),
    async (c) => {
      const { given, caps } = await loanToChange(c)
      const change = carryOut(given, settled(given, c.req.valid('json').measure), caps)
      return c.json({
        loanVersion: given.loan.version,
        effect: answers.describeEffect(change),
      })
    },
  )
  .post(
    '/:id/changes',
    about('Propose a change of a loan; another person decides', answers.ChangeAnswer, 201),
    allow('loan-change.propose'),
    once(),
    parseJson(requests.ChangeRequest),
    async (c) => {
      const { db, newId } = c.var
      const asked = c.req.valid('json')
      const act = actOf(c)
      const { row, given, caps } = await loanToChange(c)

      refuseUnfit(asked.measure, asked.occasion)
      const measure = settled(given, asked.measure)
      carryOut(given, measure, caps)
      const made = { id: newId(), by: act.actorId, at: act.at }
      const change = proposeChange(given, { ...asked, measure }, made)

      const named = { loanNumber: row.number, proposerName: null, deciderName: null }
      const body = answers.describeChange(change, { ...row, ...named })
      const event = { ...act, subject: change.id, seq: 1, type: 'proposed', data: asked }
      await commit(c, [queries.insertChange(db, change), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )

/** Under `/lenders`. */
export const changesOfLenders = new Hono<HonoEnv>().get(
  '/:slug/loan-changes',
  about('Changes of a lender’s loans: at first those that wait', answers.ChangesAnswer),
  allow('loan.read'),
  parseQuery(requests.ChangesQuery),
  async (c) => {
    const { status, after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { status, after: after?.[0], limit }
    const [rows] = await read(c.var.db, [queries.listChanges(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    const items = shown.map((row) => answers.describeChange(queries.changeOf(row), row))
    return c.json({ items, next })
  },
)

/** A loan at the desk, with the ceilings that a new plan of it keeps within. */
async function loanToChange(c: Ctx) {
  const { db, scope } = c.var
  const id = c.req.param('id') ?? ''
  const [answered, rows, recorded, recordedCaps, programmes] = await read(db, [
    findAnswered(c),
    findLoanWithin(db, id, scope),
    listLoanEvents(db, id),
    listCaps(db, queries.lenderOf(id)),
    queries.findProgramme(db, id),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'loan')
  const { today } = daysOf(c)
  const given = { loan: loanOf(row), events: recorded.map(loanEvent), today }
  const caps = capsInForce(recordedCaps.map(capOf), programmes[0]?.programme ?? '', today)
  return { row, given, caps }
}
