/** Money out of a group's reserve: asked by one, paid out by another. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteFrom } from '#worker/http/site'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { reserveWithdrawn } from '#worker/ledger/posting-rules/groups'
import { recordEntries } from '#worker/ledger/queries'
import { insertReserveMoves } from '#worker/lending/group-lending/covers/queries'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import {
  describeWithdrawal,
  WithdrawalAnswer,
} from '#worker/lending/group-lending/reserve-withdrawals/answers'
import { decidedMessage } from '#worker/lending/group-lending/reserve-withdrawals/messages'
import * as queries from '#worker/lending/group-lending/reserve-withdrawals/queries'
import * as requests from '#worker/lending/group-lending/reserve-withdrawals/requests'
import {
  askWithdrawal,
  decideWithdrawal,
  type Withdrawal,
} from '#worker/lending/group-lending/reserve-withdrawals/withdrawal'
import { insertMessages } from '#worker/outbox/queries'

/** Under `/lenders/{slug}/groups/{group}`. */
export const groupWithdrawals = new Hono<HonoEnv>().post(
  '/:slug/groups/:group/withdrawals',
  about('Ask for money out of a group’s reserve', WithdrawalAnswer, 201),
  allow('self'),
  once(),
  parseJson(requests.WithdrawalRequest),
  async (c) => {
    const { db, now, newId, actor } = c.var
    const person = signedIn(actor)
    const { slug, group } = c.req.param()
    const [answered, rows] = await read(db, [findAnswered(c), queries.findReserve(db, slug, group)])
    replayAnswered(c, answered)
    const { lenderId, groupId, reserve } = found(rows[0], 'group')
    const leads = organizationsWith(actor, 'group-loan.apply').includes(groupId)
    const works = organizationsWith(actor, 'meeting.record').includes(lenderId)
    refuseUnless(leads || works, 'not-found', 'No such group.')

    const wish = { ...c.req.valid('json'), id: newId(), lenderId, groupId, askedBy: person.id }
    const asked = askWithdrawal(wish, { reserve, at: now })

    const body = describeWithdrawal({ ...asked, askerName: person.name })
    await commit(c, [queries.insertWithdrawal(db, asked), happened(c, asked, 'asked')], body)
    return c.json(body, 201)
  },
)

export const reserveWithdrawals = new Hono<HonoEnv>().post(
  '/:id/decision',
  about('Pay out what a group asked of its reserve, or refuse', WithdrawalAnswer, 201),
  allow('loan.disburse'),
  once(),
  parseJson(requests.WithdrawalDecisionRequest),
  async (c) => {
    const { db, now, newId, scope, actor } = c.var
    const decision = c.req.valid('json')
    const [answered, rows] = await read(db, [
      findAnswered(c),
      queries.findWithdrawal(db, c.req.param('id'), scope),
    ])
    replayAnswered(c, answered)
    const row = found(rows[0], 'withdrawal')

    const by = signedIn(actor).id
    const decided = decideWithdrawal(queries.withdrawalOf(row), { ...decision, by, at: now })

    const body = describeWithdrawal({ ...row, ...decided })
    const { today } = daysOf(c)
    const { id, lenderId, groupId, amount } = row
    const posting = reserveWithdrawn({ book: lenderId, on: today }, { id, groupId, amount })
    const move = { id: newId(), lenderId, groupId, kind: 'withdrawn' as const, movedOn: today }
    const paid = [
      ...insertReserveMoves(db, [{ ...move, amount: -amount }]),
      ...recordEntries(db, [entryOf(posting, { ...actOf(c), id: newId() })]),
    ]
    const told = decidedMessage(row, decided, siteFrom(c.env)).map((one) => ({
      ...one,
      id: newId(),
    }))
    await commit(
      c,
      [
        queries.changeWithdrawal(db, decided),
        ...(decision.outcome === 'paid' ? paid : []),
        happened(c, decided, decision.outcome),
        ...insertMessages(db, told, now),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

function happened(c: Ctx, { id: subject, version: seq, amount }: Withdrawal, type: string) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data: { amount } }])
}
