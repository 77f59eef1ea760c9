/** Meetings of a group about its loan: the sheet, what was written on it, the list. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { organizationsWith } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { askedUntilOf, membersOf } from '#worker/lending/group-lending/loan-shares/group-loan'
import { findSharesVersion } from '#worker/lending/group-lending/loan-shares/queries'
import { groupReads } from '#worker/lending/group-lending/loan-shares/routes'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import {
  findLoan,
  findLoanWithin,
  loanOf,
  type LoanRow,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf, reachOf } from '#worker/lending/servicing/loans/routes'
import { recordedMeeting } from '#worker/lending/group-lending/meeting-recording/routes'
import * as answers from '#worker/lending/group-lending/meetings/answers'
import { expectedOf } from '#worker/lending/group-lending/meetings/expecting'
import * as queries from '#worker/lending/group-lending/meetings/queries'
import * as requests from '#worker/lending/group-lending/meetings/requests'

/** Groups that the actor leads and lenders that she works for. */
export const meetingReach = (c: Ctx): queries.MeetingReach => ({
  groups: organizationsWith(c.var.actor, 'group-loan.apply'),
  lenders: organizationsWith(c.var.actor, 'loan.read'),
})

/** Under `/loans`. */
export const meetingsOfLoans = new Hono<HonoEnv>()
  .get(
    '/:id/sheet',
    about(
      'The sheet of a meeting before it is held: all members, what each is asked',
      answers.SheetAnswer,
    ),
    allow('self'),
    parseQuery(requests.SheetQuery),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const days = daysOf(c)
      const on = c.req.valid('query').on ?? days.today
      const [rows, held, events, shares, credits, covers, reserves] = await read(db, [
        findLoan(db, id, reachOf(c)),
        queries.findMeetingOn(db, id, on),
        ...groupReads(c, id),
      ])
      const row = groupRow(rows[0])
      const loan = loanOf(row)
      const group = { loan, events: events.map(loanEvent), shares, credits, today: days.today }
      let until = on
      const view = membersOf(
        group,
        ({ instalments }) => (until = askedUntilOf(instalments, on, loan.terms)),
      )
      const names = new Map(shares.map((one) => [one.id, one.name]))
      return c.json({
        loan: describeLoan(loan, row, days),
        on,
        until,
        due: view.due,
        reserve: reserves[0]?.reserve ?? 0,
        members: answers.describeExpected(expectedOf(shares, view.standings, covers), names),
        recorded: held[0]?.id ?? null,
      })
    },
  )
  .get(
    '/:id/meetings',
    about('Meetings about a loan, newest first', answers.MeetingsAnswer),
    allow('self'),
    parseQuery(requests.MeetingsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const asked = { ...meetingReach(c), after: after?.[0], limit }
      const list = queries.listMeetingsOfLoan(c.var.db, c.req.param('id'), asked)
      const [rows] = await read(c.var.db, [list])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeMeeting), next })
    },
  )
  .post(
    '/:id/meetings',
    about(
      'Write a meeting down: attendance, payments, who covered whom',
      answers.RecordedMeetingAnswer,
      201,
    ),
    allow('meeting.record'),
    once(),
    parseJson(requests.MeetingRequest),
    async (c) => {
      const { db, scope } = c.var
      const id = c.req.param('id')
      const asked = c.req.valid('json')
      const [answered, rows, held, versions, ...facts] = await read(db, [
        findAnswered(c),
        findLoanWithin(db, id, scope),
        queries.findMeetingOn(db, id, asked.heldOn),
        findSharesVersion(db, id),
        ...groupReads(c, id),
      ])
      replayAnswered(c, answered)
      const row = groupRow(rows[0])
      refuseUnless(held.length === 0, 'already-exists', 'The meeting of this day is written down.')

      const [events, shares, credits, covers, reserves] = facts
      const recorded = recordedMeeting(c, {
        row,
        events: events.map(loanEvent),
        shares,
        credits,
        covers,
        reserve: reserves[0]?.reserve ?? 0,
        sharesVersion: versions[0]!.version,
        asked,
      })

      await commit(c, recorded.statements, recorded.body)
      return c.json(recorded.body, 201)
    },
  )

function groupRow(row: LoanRow | undefined): LoanRow & { groupId: string } {
  const { groupId, ...rest } = found(row, 'loan')
  return { ...rest, groupId: found(groupId, 'group loan') }
}

export const meetings = new Hono<HonoEnv>().get(
  '/:id',
  about('A meeting as it was written down, with each member’s receipt', answers.HeldMeetingAnswer),
  allow('self'),
  async (c) => {
    const { db } = c.var
    const id = c.req.param('id')
    const [rows, lines, covers, receipts] = await read(db, [
      queries.findMeeting(db, id, meetingReach(c)),
      queries.listLines(db, id),
      queries.listCoversOfMeeting(db, id),
      queries.listReceiptsOfMeeting(db, id),
    ])
    return c.json({
      meeting: answers.describeMeeting(found(rows[0], 'meeting')),
      lines: lines.map(answers.describeLine),
      covers: answers.describeCovers(covers),
      receipts: receipts.map((one) => one.code),
    })
  },
)

/** Under `/lenders/{slug}`. */
export const lenderMeetings = new Hono<HonoEnv>().get(
  '/:slug/meetings',
  about('A lender’s meetings, newest first', answers.MeetingsAnswer),
  allow('loan.read'),
  parseQuery(requests.MeetingsQuery),
  async (c) => {
    const { which, after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { which, after: after?.[0], limit }
    const [rows] = await read(c.var.db, [queries.listMeetingsOf(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map(answers.describeMeeting), next })
  },
)
