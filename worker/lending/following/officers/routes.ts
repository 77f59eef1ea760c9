/** Who looks after loans, and handing them to another. Under `/loans` and `/lenders`. */
import { Hono } from 'hono'
import type { SQL } from 'drizzle-orm'
import { read, type Statement } from '#db/client'
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
import { found } from '#worker/kernel/refusal'
import { findReached } from '#worker/lending/changing/loan-changes/queries'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { findLoan, findLoanWithin, loanOf } from '#worker/lending/servicing/loans/queries'
import { daysOf, reachOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/following/officers/answers'
import {
  handOverAll,
  handOverLoan,
  MOST_AT_ONCE,
  type Handover,
} from '#worker/lending/following/officers/handover'
import { officerMessage } from '#worker/lending/following/officers/messages'
import * as queries from '#worker/lending/following/officers/queries'
import * as requests from '#worker/lending/following/officers/requests'
import { findColleague } from '#worker/lending/reviewing/ties/queries'
import { insertMessages } from '#worker/outbox/queries'
import { sql } from 'drizzle-orm'

/** Under `/loans`. */
export const officersOfLoans = new Hono<HonoEnv>()
  .get(
    '/:id/officer',
    about('Who looks after a loan, and who did before', answers.LoanOfficerAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const [loans, officers, rows] = await read(db, [
        findLoan(db, id, reachOf(c)),
        queries.findOfficer(db, id),
        queries.listHandoversOf(db, id),
      ])
      const { lenderId } = found(loans[0], 'loan')
      const atDesk = reachOf(c).lenders.includes(lenderId)
      const handovers = atDesk ? rows.map(answers.describeHandover) : []
      return c.json({ officer: officers[0] ?? null, handovers })
    },
  )
  .post(
    '/:id/officer-handovers',
    about('Hand a loan to another officer; its borrower is told', answers.HandoverAnswer, 201),
    allow('officer.assign'),
    once(),
    parseJson(requests.AssignmentRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const id = c.req.param('id')
      const asked = c.req.valid('json')
      const [answered, loans, colleagues, officers, reached] = await read(db, [
        findAnswered(c),
        findLoanWithin(db, id, scope),
        findColleague(db, queries.lenderOfLoan(id), asked.toId),
        queries.findOfficer(db, id),
        findReached(db, id),
      ])
      replayAnswered(c, answered)
      const row = found(loans[0], 'loan')
      const to = { ...found(colleagues[0], 'officer'), id: asked.toId }

      const handover = handOverLoan(loanOf(row), to, asked, noted(c))

      const told = { loanId: id, number: row.number, lender: row.lenderName, officer: to.name }
      const messages = reached.map((one) => officerMessage({ ...told, ...one }, siteOf(c)))
      const names = { fromName: officers[0]?.name ?? null, toName: to.name }
      const body = await handedOver(c, handover, {
        ...{ names, which: queries.oneLoan(id, handover.fromId) },
        also: insertMessages(
          db,
          messages.map((one) => ({ ...one, id: newId() })),
          now,
        ),
      })
      return c.json(body, 201)
    },
  )

/** Under `/lenders`. */
export const officersOfLenders = new Hono<HonoEnv>()
  .get(
    '/:slug/officers',
    about('Who looks after loans and how many, and who has left', answers.OfficersAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [queries.listOfficers(c.var.db, lender.id)])
      return c.json({ items: rows.map(answers.describeOfficer), next: null as string | null })
    },
  )
  .get(
    '/:slug/officer-handovers',
    about('How loans went from hand to hand, the latest first', answers.HandoversAnswer),
    allow('loan.read'),
    parseQuery(requests.HandoversQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const page = { after: after?.[0], limit }
      const [listed] = await read(c.var.db, [queries.listHandovers(c.var.db, lender.id, page)])
      const { rows, next } = paged(listed, limit, (row) => [row.id])
      return c.json({ items: rows.map(answers.describeHandover), next })
    },
  )
  .post(
    '/:slug/officer-handovers',
    about('Hand all that one looks after to another', answers.HandedOverAnswer, 201),
    allow('officer.assign'),
    once(),
    parseJson(requests.HandoverRequest),
    async (c) => {
      const { db } = c.var
      const asked = c.req.valid('json')
      const lender = lenderIn(c, c.req.param('slug'))
      const held = { lenderId: lender.id, fromId: asked.fromId, toId: asked.toId }
      const [answered, colleagues, movable, officers] = await read(db, [
        findAnswered(c),
        findColleague(db, sql`${lender.id}`, asked.toId),
        queries.countMovable(db, held),
        queries.listOfficers(db, lender.id),
      ])
      replayAnswered(c, answered)
      const to = { ...found(colleagues[0], 'officer'), id: asked.toId }
      const loans = movable[0]?.loans ?? 0

      const handover = handOverAll(to, { ...held, loans, note: asked.note }, noted(c))

      const from = officers.find((one) => one.id === asked.fromId)
      const more = { more: loans > MOST_AT_ONCE }
      const body = await handedOver(c, handover, {
        ...{ names: { fromName: from?.name ?? null, toName: to.name }, more },
        which: queries.allOf(held),
        also: [queries.countAgain(db, lender.id, daysOf(c).today)],
      })
      return c.json({ ...body, ...more }, 201)
    },
  )

function noted(c: Ctx) {
  const act = actOf(c)
  return { id: c.var.newId(), by: act.actorId, at: act.at }
}

type Around = {
  names: { fromName: string | null; toName: string }
  /** The loans that it is about. */
  which: SQL
  more?: object
  also: readonly Statement[]
}

async function handedOver(c: Ctx, handover: Handover, { names, which, more, also }: Around) {
  const { db, actor } = c.var
  const deciderName = signedIn(actor).name
  const body = answers.describeHandover({ ...handover, ...names, deciderName })
  const { fromId: from, toId: to, loans } = handover
  const event = {
    ...{ ...actOf(c), subject: handover.id, seq: 1, type: 'handed-over' },
    data: { from, to, loans },
  }
  await commit(
    c,
    [...queries.recordHandover(db, handover, which), recordEvents(db, [event]), ...also],
    { ...body, ...more },
  )
  return body
}
