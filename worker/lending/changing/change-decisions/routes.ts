/** The second person: what was proposed about a running loan is looked at, agreed to or not. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { found, Refusal } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/changing/loan-changes/answers'
import { bookedAs } from '#worker/lending/changing/loan-changes/booked'
import { decideChange, refuseUnseen } from '#worker/lending/changing/loan-changes/loan-change'
import { carryOut, type Measure } from '#worker/lending/changing/loan-changes/measure'
import { changedMessage } from '#worker/lending/changing/loan-changes/messages'
import * as queries from '#worker/lending/changing/loan-changes/queries'
import * as requests from '#worker/lending/changing/loan-changes/requests'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import type { Given } from '#worker/lending/servicing/loans/change'
import {
  changeLoan,
  findLoanWithin,
  listLoanEvents,
  loanOf,
  recordLoanChange,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { capOf, listCaps } from '#worker/lending/offering/rate-caps/queries'
import { capsInForce } from '#worker/lending/offering/rate-caps/rate-cap'
import { insertMessages } from '#worker/outbox/queries'

/** Under `/loan-changes`. */
export const loanChanges = new Hono<HonoEnv>()
  .get(
    '/:id',
    about('A proposed change, on the loan as it is now', answers.ChangeViewAnswer),
    allow('loan.read'),
    async (c) => {
      const { row, loan, given, caps } = await changeIn(c)
      const change = queries.changeOf(row)
      const { effect, obstacle } =
        change.status === 'proposed' ? effectOn(given, change.measure, caps) : NOTHING_AHEAD
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
      const { row, loan, given, caps, reached } = await changeIn(c)
      const act = actOf(c)
      const told = { by: act.actorId, at: act.at, reasons: null }

      const decided = decideChange(queries.changeOf(row), 'applied', told, loan.borrowerId)
      refuseUnseen(given, c.req.valid('json').loanVersion)
      const carried = carryOut(given, decided.measure, caps)
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
function effectOn(given: Given, measure: Measure, caps: readonly RateCap[]) {
  try {
    return { effect: answers.describeEffect(carryOut(given, measure, caps)), obstacle: null }
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
  const [answered, rows, loans, recorded, recordedCaps, programmes, reached] = await read(db, [
    findAnswered(c),
    queries.findChange(db, id, scope),
    findLoanWithin(db, loanId, scope),
    listLoanEvents(db, loanId),
    listCaps(db, queries.lenderOf(loanId)),
    queries.findProgramme(db, loanId),
    queries.findReached(db, loanId),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'change')
  const loan = found(loans[0], 'loan')
  const { today } = daysOf(c)
  const given = { loan: loanOf(loan), events: recorded.map(loanEvent), today }
  const caps = capsInForce(recordedCaps.map(capOf), programmes[0]?.programme ?? '', today)
  return { row, loan, given, caps, reached }
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
