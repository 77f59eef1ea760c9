/** Changes of running loans, by two people. Under `/loans`, `/loan-changes` and `/lenders`. */
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
import { found, Refusal } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/loan-changes/answers'
import { bookedAs } from '#worker/lending/loan-changes/booked'
import { decideChange, proposeChange, refuseUnseen } from '#worker/lending/loan-changes/loan-change'
import { carryOut, refuseUnfit } from '#worker/lending/loan-changes/measure'
import { changedMessage } from '#worker/lending/loan-changes/messages'
import * as queries from '#worker/lending/loan-changes/queries'
import * as requests from '#worker/lending/loan-changes/requests'
import { lenderIn } from '#worker/lending/loan-products/routes'
import { describeLoan } from '#worker/lending/loans/answers'
import type { Given } from '#worker/lending/loans/change'
import {
  changeLoan,
  findLoanWithin,
  listLoanEvents,
  loanOf,
  recordLoanChange,
} from '#worker/lending/loans/queries'
import { loanEvent } from '#worker/lending/loans/record'
import { daysOf, loanAtTheDesk } from '#worker/lending/loans/routes'
import { insertMessages } from '#worker/outbox/queries'

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
      const { given } = await loanAtTheDesk(c, c.req.param('id'))
      const change = carryOut(given, c.req.valid('json').measure)
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
      const { row, given } = await loanAtTheDesk(c, c.req.param('id'))

      refuseUnfit(asked.measure, asked.occasion)
      carryOut(given, asked.measure)
      const made = { id: newId(), by: act.actorId, at: act.at }
      const change = proposeChange(given, asked, made)

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

/** Under `/loan-changes`. */
export const loanChanges = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('A proposed change, on the loan as it is now', answers.ChangeViewAnswer),
    allow('loan.read'),
    async (c) => {
      const { row, loan, given } = await changeIn(c)
      const change = queries.changeOf(row)
      const { effect, obstacle } =
        change.status === 'proposed' ? effectOn(given, change.measure) : NOTHING_AHEAD
      return c.json({
        change: answers.describeChange(change, row),
        loan: describeLoan(given.loan, loan, daysOf(c)),
        loanVersion: given.loan.version,
        isStale: change.status === 'proposed' && change.loanVersion !== given.loan.version,
        isMine: change.proposedBy === signedIn(c.var.actor).id,
        effect,
        obstacle,
      })
    },
  )
  .post(
    '/:id/approval',
    about('Agree: the loan is changed as it was looked at', answers.ChangeAnswer, 201),
    allow('loan-change.decide'),
    once(),
    parseJson(requests.ApprovalRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { row, loan, given, reached } = await changeIn(c)
      const act = actOf(c)
      const told = { by: act.actorId, at: act.at, reasons: null }

      const decided = decideChange(queries.changeOf(row), 'applied', told, loan.borrowerId)
      refuseUnseen(given, c.req.valid('json').loanVersion)
      const carried = carryOut(given, decided.measure)
      const applied = { ...decided, seq: carried.event.seq }

      const body = answers.describeChange(applied, { ...row, deciderName: null })
      const { kind } = decided.measure
      const entry = { act, today: given.today, entryId: newId(), ...bookedAs(kind, loan.number) }
      const about = { loanId: loan.id, number: loan.number, lender: loan.lenderName }
      await commit(
        c,
        [
          recordEvents(db, [
            { ...act, subject: applied.id, seq: applied.version, type: 'applied' },
          ]),
          changeLoan(db, carried.loan),
          ...recordLoanChange(db, carried, entry),
          queries.changeChange(db, applied),
          ...insertMessages(
            db,
            reached.map((one) => ({
              ...changedMessage(kind, { ...about, ...one }, siteOf(c)),
              id: newId(),
            })),
            now,
          ),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/refusal',
    about('Disagree, and say why', answers.ChangeAnswer, 201),
    allow('loan-change.decide'),
    parseJson(requests.RefusalRequest),
    async (c) => c.json(await ended(c, 'refused', c.req.valid('json').reasons), 201),
  )
  .post(
    '/:id/withdrawal',
    about('Take back a change that is not decided', answers.ChangeAnswer, 201),
    allow('loan-change.propose'),
    async (c) => c.json(await ended(c, 'withdrawn', null), 201),
  )

const NOTHING_AHEAD = { effect: null, obstacle: null }

/** What it would do now, or why it cannot be done any more. */
function effectOn(given: Given, measure: Parameters<typeof carryOut>[1]) {
  try {
    return { effect: answers.describeEffect(carryOut(given, measure)), obstacle: null }
  } catch (reason) {
    if (reason instanceof Refusal) return { effect: null, obstacle: reason.detail }
    throw reason
  }
}

/** A change of a lender for which the actor holds the permission of the route, with its loan. */
async function changeIn(c: Ctx) {
  const { db, scope } = c.var
  const id = c.req.param('id') ?? ''
  const loanId = queries.loanOfChange(id)
  const [answered, rows, loans, recorded, reached] = await read(db, [
    findAnswered(c),
    queries.findChange(db, id, scope),
    findLoanWithin(db, loanId, scope),
    listLoanEvents(db, loanId),
    queries.findReached(db, loanId),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'change')
  const loan = found(loans[0], 'loan')
  const given = {
    ...{ loan: loanOf(loan), events: recorded.map(loanEvent), today: daysOf(c).today },
  }
  return { row, loan, given, reached }
}

async function ended(c: Ctx, to: 'refused' | 'withdrawn', reasons: string | null) {
  const { db } = c.var
  const { row, loan } = await changeIn(c)
  const act = actOf(c)

  const told = { by: act.actorId, at: act.at, reasons }
  const over = decideChange(queries.changeOf(row), to, told, loan.borrowerId)

  const body = answers.describeChange(over, { ...row, deciderName: null })
  const event = { ...act, subject: over.id, seq: over.version, type: to, data: { reasons } }
  await commit(c, [recordEvents(db, [event]), queries.changeChange(db, over)], body)
  return body
}
