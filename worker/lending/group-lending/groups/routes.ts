/** Groups that a lender lends to: their loans, their record, the ladder. Under `/lenders`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { organizationsOf, organizationsWith } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { findProof, listMoves } from '#worker/lending/group-lending/group-proofs/queries'
import * as answers from '#worker/lending/group-lending/groups/answers'
import { cycleOf } from '#worker/lending/group-lending/groups/cycles'
import { nextLimit, USUAL } from '#worker/lending/group-lending/groups/ladder'
import * as queries from '#worker/lending/group-lending/groups/queries'
import * as requests from '#worker/lending/group-lending/groups/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import { loanOf } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { describeWithdrawal } from '#worker/lending/group-lending/reserve-withdrawals/answers'
import {
  findReserve,
  listWithdrawals,
} from '#worker/lending/group-lending/reserve-withdrawals/queries'

export const groups = new Hono<HonoEnv>()
  .get(
    '/:slug/groups',
    about('Loans to groups: on time, and who owes whom within', answers.GroupsAnswer),
    allow('loan.read'),
    parseQuery(requests.GroupsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [
        queries.listGroupLoans(c.var.db, { lenderId: lender.id }, page),
      ])
      return c.json(pageOf(c, rows, limit))
    },
  )
  .get(
    '/:slug/groups/:group',
    about(
      'A group with this lender: signs of life, record, each member’s own, reserve, next limit',
      answers.GroupDossierAnswer,
    ),
    allow('self'),
    async (c) => {
      const { db, actor } = c.var
      const { slug, group } = c.req.param()
      const [between, loans, events, proofs, records, ladders, moves, withdrawals] = await read(
        db,
        [
          findReserve(db, slug, group),
          queries.listCycles(db, slug, group),
          queries.listEventsOfCycles(db, slug, group),
          findProof(db, slug, group),
          queries.listMemberRecords(db, slug, group),
          queries.findLadder(db, slug),
          listMoves(db, slug, group),
          listWithdrawals(db, slug, group),
        ],
      )
      const { lenderId, groupId, reserve } = found(between[0], 'group')
      const leads = organizationsWith(actor, 'group-loan.apply').includes(groupId)
      const works = organizationsWith(actor, 'loan.read').includes(lenderId)
      refuseUnless(leads || works, 'not-found', 'No such group.')

      const ladder = ladders[0] ?? USUAL
      const { today } = daysOf(c)
      const lives = Map.groupBy(events, (event) => event.subject)
      const cycles = loans.map((row) => {
        const past = (lives.get(row.id) ?? []).map(loanEvent)
        const {
          amount: _,
          isOver: __,
          ...cycle
        } = cycleOf({ loan: loanOf(row), events: past }, today)
        return { number: row.number, ...cycle }
      })
      const climbed = cycles.map((one) => ({
        amount: one.principal,
        late: one.late,
        isOver: one.status !== 'active',
      }))

      const first = found(loans[0], 'group')
      return c.json({
        group: { slug: first.groupSlug ?? '', name: first.groupName ?? '' },
        lender: { slug: first.lenderSlug, name: first.lenderName },
        proof: answers.describeProof(proofs[0]!),
        cycles,
        limit: answers.describeLimit(nextLimit(climbed, ladder, ladder.firstLimit)),
        ladder: answers.describeLadder(ladder),
        members: records.map((row) => ({
          name: row.name,
          hasAccount: row.personId !== null,
          record: answers.describeRecord(row, ladder),
        })),
        reserve,
        moves: moves.map(answers.describeMove),
        withdrawals: withdrawals.map(describeWithdrawal),
      })
    },
  )
  .get(
    '/:slug/group-ladder',
    about('How limits of groups grow with this lender', answers.LadderAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [queries.findLadder(c.var.db, lender.id)])
      return c.json(answers.describeLadder(rows[0] ?? USUAL))
    },
  )
  .put(
    '/:slug/group-ladder',
    about('Set how limits of groups grow', answers.LadderAnswer),
    allow('group-ladder.manage'),
    parseJson(requests.LadderRequest),
    async (c) => {
      const { db } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const asked = c.req.valid('json')
      const [rows] = await read(db, [queries.findLadder(db, lender.id)])
      const seq = (rows[0]?.version ?? 0) + 1
      const subject = `${lender.id}/group-ladder`
      await commit(c, [
        queries.recordLadder(db, lender.id, { ...asked, version: seq }),
        recordEvents(db, [{ ...actOf(c), subject, seq, type: 'set', data: asked }]),
      ])
      return c.json(asked)
    },
  )

/** Under `/enterprises/{slug}`: what its leader looks after. */
export const loansOfGroups = new Hono<HonoEnv>().get(
  '/:slug/group-loans',
  about('Loans of my group, newest first', answers.GroupsAnswer),
  allow('group-loan.apply'),
  parseQuery(requests.GroupsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const mine = organizationsOf(c.var.actor).find(
      (one) => one.slug === c.req.param('slug') && c.var.scope.includes(one.organizationId),
    )
    const { organizationId: groupId } = found(mine, 'group')
    const page = { after: after?.[0], limit }
    const [rows] = await read(c.var.db, [queries.listGroupLoans(c.var.db, { groupId }, page)])
    return c.json(pageOf(c, rows, limit))
  },
)

function pageOf(c: Ctx, rows: readonly queries.GroupRow[], limit: number) {
  const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
  const days = daysOf(c)
  const items = shown.map((row) =>
    answers.describeGroup(row, describeLoan(queries.loanOfGroup(row), row, days)),
  )
  return { items, next }
}
