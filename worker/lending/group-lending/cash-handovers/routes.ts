/** The money of a meeting on its way: handed over in one sum, counted by another. Under `/meetings`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { handOverReceived } from '#worker/ledger/posting-rules/groups'
import { recordEntries } from '#worker/ledger/queries'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { describeMeeting, MeetingAnswer } from '#worker/lending/group-lending/meetings/answers'
import { handOver, receive, type Meeting } from '#worker/lending/group-lending/meetings/meeting'
import {
  changeMeeting,
  findMeeting,
  type MeetingReach,
  type MeetingRow,
} from '#worker/lending/group-lending/meetings/queries'
import { HandOverRequest } from '#worker/lending/group-lending/meetings/requests'

export const cashHandovers = new Hono<HonoEnv>()
  .post(
    '/:id/hand-over',
    about('Hand the cash of a meeting over: exactly the sum of its sheet', MeetingAnswer, 201),
    allow('self'),
    once(),
    parseJson(HandOverRequest),
    async (c) => {
      const { actor, now } = c.var
      const row = await meetingIn(c, {
        groups: organizationsWith(actor, 'group-loan.apply'),
        lenders: organizationsWith(actor, 'meeting.record'),
      })
      const { id: by, name } = signedIn(actor)

      const handed = handOver(row, { amount: c.req.valid('json').amount, by, at: now })

      const body = describeMeeting({ ...row, ...handed, handerName: name })
      await commit(c, changed(c, handed, 'handed-over'), body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/hand-over/confirmation',
    about('Count what was handed over, and take it in', MeetingAnswer, 201),
    allow('loan.repay'),
    once(),
    parseJson(HandOverRequest),
    async (c) => {
      const { db, now, newId, scope, actor } = c.var
      const row = await meetingIn(c, { groups: [], lenders: scope })
      const { id: by, name } = signedIn(actor)

      const received = receive(row, { amount: c.req.valid('json').amount, by, at: now })

      const body = describeMeeting({ ...row, ...received, receiverName: name })
      const common = { book: row.lenderId, on: daysOf(c).today }
      const entry = entryOf(handOverReceived(common, row), { ...actOf(c), id: newId() })
      await commit(c, [...changed(c, received, 'received'), ...recordEntries(db, [entry])], body)
      return c.json(body, 201)
    },
  )

/** The meeting of the address, within what the actor may see. */
export async function meetingIn(c: Ctx, reach: MeetingReach): Promise<MeetingRow> {
  const { db } = c.var
  const [answered, rows] = await read(db, [
    findAnswered(c),
    findMeeting(db, c.req.param('id') ?? '', reach),
  ])
  replayAnswered(c, answered)
  return found(rows[0], 'meeting')
}

/** The row as it is now, and the event that locks and remembers it. */
function changed(c: Ctx, meeting: Meeting, type: string) {
  const { id: subject, version: seq, cash } = meeting
  const event = { ...actOf(c), subject, seq, type, data: { amount: cash } }
  return [changeMeeting(c.var.db, meeting), recordEvents(c.var.db, [event])]
}
