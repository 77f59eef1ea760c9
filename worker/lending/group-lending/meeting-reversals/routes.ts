/** A sheet that was wrong is taken back as a whole, before it is written anew. Under `/meetings`. */
import { dayText } from '#worker/kernel/calendar'
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { meetingReversed } from '#worker/ledger/posting-rules/groups'
import { recordEntries } from '#worker/ledger/queries'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { reverseRepayment } from '#worker/lending/servicing/loans/servicing'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import {
  changeLoan,
  findLoanWithin,
  listLoanEvents,
  loanOf,
  recordLoanChange,
  type LoanRow,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { reverseSheet } from '#worker/lending/group-lending/meeting-recording/queries'
import { describeMeeting, MeetingAnswer } from '#worker/lending/group-lending/meetings/answers'
import {
  isCarried,
  reverseMeeting,
  type Meeting,
} from '#worker/lending/group-lending/meetings/meeting'
import {
  changeMeeting,
  countRepaidSince,
  findMeeting,
  loanOfMeeting,
} from '#worker/lending/group-lending/meetings/queries'
import { MeetingReversalRequest } from '#worker/lending/group-lending/meetings/requests'
import { markReversed } from '#worker/lending/servicing/receipts/queries'

export const meetingReversals = new Hono<HonoEnv>().post(
  '/:id/reversal',
  about('Take a meeting back: its repayments, covers and receipts', MeetingAnswer, 201),
  allow('loan.reverse'),
  once(),
  parseJson(MeetingReversalRequest),
  async (c) => {
    const { db, now, newId, scope } = c.var
    const id = c.req.param('id')
    const { reason } = c.req.valid('json')
    const [answered, rows, since, loans, recorded] = await read(db, [
      findAnswered(c),
      findMeeting(db, id, { groups: [], lenders: scope }),
      countRepaidSince(db, id),
      findLoanWithin(db, loanOfMeeting(id), scope),
      listLoanEvents(db, loanOfMeeting(id)),
    ])
    replayAnswered(c, answered)
    const row = found(rows[0], 'meeting')
    const loan = found(loans[0], 'loan')

    const reversed = reverseMeeting(row, since[0]?.repaidSince ?? 0)

    const body = describeMeeting({ ...row, ...reversed })
    const { today } = daysOf(c)
    const carried = { ...reversed, isCarried: isCarried(row) }
    const posting = meetingReversed({ book: row.lenderId, on: today }, carried)
    const entry = entryOf(posting, { ...actOf(c), id: newId() })
    const event = { ...actOf(c), subject: id, seq: reversed.version, type: 'reversed' }
    const given = { row: loan, events: recorded.map(loanEvent), meeting: row, reason }
    await commit(
      c,
      [
        changeMeeting(db, reversed),
        ...repaymentsBack(c, given),
        ...reverseSheet(db, { meeting: reversed, at: now, moveId: newId() }),
        ...recordEntries(db, [entry]),
        recordEvents(db, [{ ...event, data: { reason } }]),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

type Back = { row: LoanRow; events: readonly LoanEvent[]; meeting: Meeting; reason: string }

/** The loan without what the meeting brought: the cash, and what came out of the reserve. */
function repaymentsBack(c: Ctx, { row, events, meeting, reason }: Back): Statement[] {
  const { db, now, newId } = c.var
  const { today } = daysOf(c)
  const act = actOf(c)
  const description = `Pembatalan pertemuan ${dayText(meeting.heldOn)}, pinjaman ${row.number} (${reason})`
  const statements: Statement[] = []
  let given: { loan: Loan; events: readonly LoanEvent[] } = { loan: loanOf(row), events }
  for (const seq of [meeting.reserveSeq, meeting.cashSeq]) {
    if (seq === null) continue
    const change = reverseRepayment({ ...given, today }, seq)
    given = { loan: change.loan, events: [...given.events, change.event] }
    const rule = 'loan-repayment-reversed'
    statements.push(
      ...recordLoanChange(db, change, { act, today, entryId: newId(), rule, description }),
      markReversed(db, { loanId: row.id, seq, at: now }),
    )
  }
  return [changeLoan(db, given.loan), ...statements]
}
