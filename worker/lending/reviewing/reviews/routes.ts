/** Reviewing: the lender's queue, and whose hands an application is in. */
import { Hono } from 'hono'
import { read, type Results, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { limitOf } from '#worker/lending/reviewing/approvals/approval'
import * as approvals from '#worker/lending/reviewing/approvals/queries'
import {
  endsAt,
  type Application,
} from '#worker/lending/applying/loan-applications/loan-application'
import { applicationMessages } from '#worker/lending/applying/loan-applications/messages'
import { findProductOf, productOf } from '#worker/lending/offering/loan-products/queries'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import {
  describeReviewed,
  QueueAnswer,
  ReviewedAnswer,
} from '#worker/lending/reviewing/reviews/answers'
import { handOver, take, type Judge } from '#worker/lending/reviewing/reviews/judgement'
import * as queries from '#worker/lending/reviewing/reviews/queries'
import * as requests from '#worker/lending/reviewing/reviews/requests'
import { findColleague } from '#worker/lending/reviewing/ties/queries'
import { insertMessages } from '#worker/outbox/queries'

const DAY_MS = 24 * 60 * 60 * 1000

/** Under `/lenders/{slug}`. */
export const lenderApplications = new Hono<HonoEnv>().get(
  '/:slug/loan-applications',
  about('The queue of a lender, narrowed as asked, with the age of each', QueueAnswer),
  allow('loan-application.read'),
  parseQuery(requests.QueueQuery),
  async (c) => {
    const { db, now, actor } = c.var
    const { after, limit, waiting, days, ...filter } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const may = (permission: 'loan-application.recommend' | 'loan-application.decide') =>
      organizationsWith(actor, permission).includes(lender.id)
    const waitingFor = waiting && {
      personId: signedIn(actor).id,
      recommends: may('loan-application.recommend'),
      decides: may('loan-application.decide'),
    }
    const until = days === undefined ? undefined : now - days * DAY_MS
    const page = { ...filter, until, waitingFor, after: after?.[0], limit }
    const [rows] = await read(db, [queries.listQueue(db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map((row) => describeReviewed(row, now)), next })
  },
)

/** Under `/loan-applications`. */
export const reviewing = new Hono<HonoEnv>()
  .post(
    '/:id/taking',
    about('Take an application in hand', ReviewedAnswer, 201),
    allow('loan-application.recommend'),
    once(),
    async (c) => {
      const review = await reviewOf(c)
      const taken = take(review.row, review.judge)
      return answered(c, review, { changed: taken, type: 'taken' })
    },
  )
  .post(
    '/:id/handover',
    about('Hand what is in my hands to another officer', ReviewedAnswer, 201),
    allow('loan-application.recommend'),
    once(),
    parseJson(requests.HandoverRequest),
    async (c) => handedOver(c, c.req.valid('json'), true),
  )
  .put(
    '/:id/officer',
    about('Assign an application to an officer', ReviewedAnswer),
    allow('officer.assign'),
    parseJson(requests.HandoverRequest),
    async (c) => handedOver(c, c.req.valid('json'), false),
  )

/** To somebody who reviews here and whom it does not concern. */
async function handedOver(c: Ctx, asked: { officerId: string; note: string }, isMine: boolean) {
  const { officerId, note } = asked
  const { db, actor } = c.var
  const id = c.req.param('id') ?? ''
  const [kept, rows, products, rules, standings, votes, colleagues] = await read(db, [
    ...findReview(c, id, officerId),
    findColleague(db, queries.lenderOf(id), officerId),
  ])
  const review = reviewFrom(c, [kept, rows, products, rules, standings, votes], officerId)
  const isHers = review.row.officerId === signedIn(actor).id
  refuseUnless(isHers || !isMine, 'taken-by-another', 'It is not in your hands.')
  const { roles, name } = found(colleagues[0], 'officer')
  refuseUnless(roles.split(' ').includes('officer'), 'not-found', 'No such officer.')

  const changed = handOver(review.row, review.judge)

  const named = { row: { ...review.row, officerName: name } }
  const data = { to: officerId, note }
  return answered(c, named, { changed, type: 'handed-over', data, by: officerId })
}

export type Review = {
  row: queries.ReviewedRow
  product: ReturnType<typeof productOf>
  rules: ReturnType<typeof approvals.rulesOf>
  standing: queries.Standing
  judge: Judge
  /** Up to how much she decides; null: without limit. */
  limit: ReturnType<typeof limitOf>
  /** On the recommendation that stands. */
  votes: readonly approvals.VoteRow[]
}

/** All that an act of review is judged by, for one trip with whatever else it needs. */
export function findReview(c: Ctx, id: string, personId: string) {
  const { db, scope } = c.var
  return [
    findAnswered(c),
    queries.findReviewed(db, id, scope),
    findProductOf(db, id),
    approvals.findRules(db, queries.lenderOf(id)),
    queries.findStanding(db, id, personId, approvals.owedBeside(id)),
    approvals.listVotes(db, id),
  ] as const
}

export function reviewFrom(
  c: Ctx,
  [kept, rows, products, rules, standings, votes]: Results<ReturnType<typeof findReview>>,
  personId: string,
): Review {
  replayAnswered(c, kept)
  const row = found(rows[0], 'application')
  const standing = found(standings[0], 'application')
  const { id, memberships } = signedIn(c.var.actor)
  const isOwner = memberships.some(
    (one) => one.organizationId === row.lenderId && one.roles.includes('owner'),
  )
  const applied = approvals.rulesOf(rules)
  return {
    row,
    product: productOf(found(products[0], 'loan product')),
    rules: applied,
    standing,
    judge: {
      personId,
      organizationIds: personId === id ? memberships.map((one) => one.organizationId) : [],
      isTied: standing.tied === 1,
      at: c.var.now,
    },
    limit: limitOf(applied, { own: standing.ownLimit, isOwner }),
    votes: votes.filter((one) => one.round === standing.round),
  }
}

/** An application and how the actor stands to it. */
export async function reviewOf(c: Ctx): Promise<Review> {
  const personId = signedIn(c.var.actor).id
  const id = c.req.param('id') ?? ''
  return reviewFrom(c, await read(c.var.db, findReview(c, id, personId)), personId)
}

type Change = {
  changed: Application
  type: string
  data?: Readonly<Record<string, unknown>>
  /** Who must be impartial at the moment of the act: the actor, unless somebody else. */
  by?: string
  /** Written after the application has changed. */
  also?: readonly Statement[]
}

/** Commits what an act of review changed, and answers with the application as it stands. */
export async function answered(
  c: Ctx,
  { row }: Pick<Review, 'row'>,
  { changed, type, data = {}, by, also = [] }: Change,
) {
  const { db, now, actor, newId } = c.var
  const { id: personId, name } = signedIn(actor)
  const named = (who: string | null, before: string | null) => (who === personId ? name : before)
  const living = { ...changed, expiresAt: endsAt(changed.status, now) }
  const { id: subject, version: seq, status: state } = changed
  const isNews = state !== row.status && (state === 'approved' || state === 'rejected')
  const news = isNews ? applicationMessages(state, row, siteOf(c)) : []
  const messages = news.map((one) => ({ id: newId(), ...one }))
  const body = describeReviewed(
    {
      ...row,
      ...living,
      officerName: named(changed.officerId, row.officerName),
      recommenderName: named(changed.recommendedBy, row.recommenderName),
      deciderName: named(changed.decidedBy, row.deciderName),
    },
    now,
  )
  const status = c.req.method === 'POST' ? 201 : 200
  await commit(
    c,
    [
      recordEvents(db, [{ ...actOf(c), subject, seq, type, data }]),
      queries.changeReview(db, living),
      ...also,
      queries.impartialNow(db, subject, by ?? personId),
      ...insertMessages(db, messages, now),
    ],
    body,
  )
  return c.json(body, status)
}
