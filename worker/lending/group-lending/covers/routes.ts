/** What one member paid for another goes back between them; what the reserve paid, into the reserve. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { reserveFilled } from '#worker/ledger/posting-rules/groups'
import { recordEntries } from '#worker/ledger/queries'
import { payBack } from '#worker/lending/group-lending/covers/cover'
import * as queries from '#worker/lending/group-lending/covers/queries'
import { CoverRepaymentRequest } from '#worker/lending/group-lending/covers/requests'
import { CoverAnswer, describeCover } from '#worker/lending/group-lending/loan-shares/answers'
import { notAhead } from '#worker/lending/servicing/loans/change'
import { daysOf } from '#worker/lending/servicing/loans/routes'

export const covers = new Hono<HonoEnv>().post(
  '/:id/repayments',
  about('Write down that a member paid back who had paid for her', CoverAnswer, 201),
  allow('self'),
  once(),
  parseJson(CoverRepaymentRequest),
  async (c) => {
    const { db, now, newId, actor } = c.var
    const id = c.req.param('id')
    const asked = c.req.valid('json')
    const person = signedIn(actor)
    const [answered, rows] = await read(db, [findAnswered(c), queries.findCover(db, id)])
    replayAnswered(c, answered)
    const row = found(rows[0], 'cover')
    const recording = organizationsWith(actor, 'meeting.record').includes(row.lenderId)
    const hers = row.creditorId === person.id
    refuseUnless(recording || hers, 'not-found', 'No such cover.')
    const { today } = daysOf(c)
    const paidOn = asked.paidOn ?? today
    notAhead(paidOn, today, '/paidOn')

    const cover = payBack(row, asked.amount)

    const { lenderId, groupId, owedTo } = row
    const repayment = { id: newId(), coverId: id, meetingId: null, amount: asked.amount, paidOn }
    const posting = reserveFilled({ book: lenderId, on: today }, { ...repayment, groupId })
    const move = {
      ...{ id: newId(), lenderId, groupId, kind: 'paid-back' as const, shareId: row.owedBy },
      ...{ amount: asked.amount, movedOn: paidOn },
    }
    const toReserve = [
      ...queries.insertReserveMoves(db, [move]),
      ...recordEntries(db, [entryOf(posting, { ...actOf(c), id: newId() })]),
    ]
    const data = { amount: asked.amount }
    const event = { ...actOf(c), subject: id, seq: cover.version, type: 'paid-back', data }
    const body = describeCover({ ...row, ...cover, left: cover.amount - cover.repaid })
    await commit(
      c,
      [
        ...queries.insertCoverRepayments(db, [
          { ...repayment, recordedBy: person.id, recordedAt: now },
        ]),
        ...(owedTo === null ? toReserve : []),
        queries.changeCover(db, cover),
        recordEvents(db, [event]),
      ],
      body,
    )
    return c.json(body, 201)
  },
)
