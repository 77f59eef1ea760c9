/** Shares of a group's loan and the ledger of its members. Under `/loans`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { listOpenCovers } from '#worker/lending/group-lending/covers/queries'
import * as answers from '#worker/lending/group-lending/loan-shares/answers'
import { membersOf, type GroupLoan } from '#worker/lending/group-lending/loan-shares/group-loan'
import * as queries from '#worker/lending/group-lending/loan-shares/queries'
import * as requests from '#worker/lending/group-lending/loan-shares/requests'
import {
  decideShares,
  proposeShares,
  refuseLosing,
  soundShares,
  type Share,
} from '#worker/lending/group-lending/loan-shares/share'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import {
  findLoan,
  findLoanWithin,
  listLoanEvents,
  loanOf,
} from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf, reachOf } from '#worker/lending/servicing/loans/routes'

/** What every look at a group's loan reads, in one trip with whatever else is asked. */
export function groupReads(c: Ctx, id: string) {
  const { db } = c.var
  return [
    listLoanEvents(db, id),
    queries.listShares(db, id),
    queries.listCredits(db, id),
    listOpenCovers(db, id),
    queries.findReserveOfLoan(db, id),
  ] as const
}

export const loanShares = new Hono<HonoEnv>()
  .get(
    '/:id/shares',
    about('A group’s loan by member: who was asked what, who really paid', answers.GroupLoanAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const [rows, changes, events, shares, credits, covers, reserves] = await read(db, [
        findLoan(db, id, reachOf(c)),
        queries.findWaitingChange(db, id),
        ...groupReads(c, id),
      ])
      const row = found(rows[0], 'loan')
      const days = daysOf(c)
      const loan = loanOf(row)
      const group: GroupLoan = {
        loan,
        events: events.map(loanEvent),
        shares,
        credits,
        today: days.today,
      }

      const view = membersOf(group)

      const members = answers.describeMembers(shares, view, covers)
      const said = new Set(credits.map((one) => one.seq))
      const change = changes[0]
      return c.json({
        loan: describeLoan(loan, row, days),
        isOnTime: view.projection.arrears.amount === 0,
        behind: members.filter((one) => one.short > 0 || one.owes > 0).length,
        reserve: reserves[0]?.reserve ?? 0,
        members,
        covers: covers.map(answers.describeCover),
        undivided: view.projection.allocations
          .filter((one) => !said.has(one.seq))
          .map(({ seq, on, amount }) => ({ seq, on, amount })),
        change: answers.describeChange(
          change ? queries.changeOf(change) : null,
          change?.proposerName ?? '',
        ),
      })
    },
  )
  .post(
    '/:id/shares',
    about('Set the members’ shares, or propose others', answers.ShareChangeAnswer, 201),
    allow('loan-share.propose'),
    once(),
    parseJson(requests.SharesRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const id = c.req.param('id')
      const asked = c.req.valid('json')
      const phones = asked.shares.flatMap((one) => (one.phone === null ? [] : [one.phone]))
      const [answered, rows, standing, versions, bound, people] = await read(db, [
        findAnswered(c),
        findLoanWithin(db, id, scope),
        queries.listShares(db, id),
        queries.findSharesVersion(db, id),
        queries.listBound(db, id),
        queries.listPeopleAt(db, phones),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'loan')
      refuseUnless(row.groupId !== null, 'not-found', 'This loan has no group.')
      const accounts = new Map(people.map((one) => [one.phone, one.personId]))
      const known = new Set(standing.map((one) => one.id))
      const shares = asked.shares.map(({ id: kept, name, phone, amount }): Share => ({
        id: kept !== null && known.has(kept) ? kept : newId(),
        personId: phone === null ? null : (accounts.get(phone) ?? null),
        name,
        phone,
        amount,
      }))
      soundShares(row.principal, shares)
      refuseLosing(shares, bound)

      const isFirst = standing.length === 0
      const status = isFirst ? ('set' as const) : ('waiting' as const)
      const body = { status, shares: answers.describeShares(shares) }
      const by = signedIn(c.var.actor).id
      const { reason } = asked
      const change = proposeShares(shares, { id: newId(), loanId: id, reason, by, at: now })
      const type = isFirst ? 'set' : 'proposed'
      await commit(
        c,
        [
          ...(isFirst
            ? queries.recordShares(db, id, shares)
            : [queries.insertShareChange(db, change)]),
          happened(c, { id, version: versions[0]!.version, type, data: { reason } }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/shares/decision',
    about('Decide on proposed shares; never who proposed them', answers.ShareChangeAnswer, 201),
    allow('loan-share.decide'),
    once(),
    parseJson(requests.ShareDecisionRequest),
    async (c) => {
      const { db, now, scope } = c.var
      const id = c.req.param('id')
      const { outcome } = c.req.valid('json')
      const [answered, rows, changes, versions, bound] = await read(db, [
        findAnswered(c),
        findLoanWithin(db, id, scope),
        queries.findWaitingChange(db, id),
        queries.findSharesVersion(db, id),
        queries.listBound(db, id),
      ])
      replayAnswered(c, answered)
      found(rows[0], 'loan')
      const change = queries.changeOf(found(changes[0], 'proposal'))

      const decided = decideShares(change, { outcome, by: signedIn(c.var.actor).id, at: now })
      if (outcome === 'approved') refuseLosing(decided.shares, bound)

      const body = { status: outcome, shares: answers.describeShares(decided.shares) }
      await commit(
        c,
        [
          queries.changeShareChange(db, decided),
          ...(outcome === 'approved' ? queries.recordShares(db, id, decided.shares) : []),
          happened(c, { id, version: versions[0]!.version, type: outcome, data: {} }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

type Happening = { id: string; version: number; type: string; data: Record<string, unknown> }

/** What happened to the shares of a loan; of two at once the second collides. */
export function happened(c: Ctx, { id, version, type, data }: Happening) {
  const subject = queries.sharesSubject(id)
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq: version + 1, type, data }])
}
