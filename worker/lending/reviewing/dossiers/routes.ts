/** The dossier: all a reviewer needs on one page. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read, type Results } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { dateIn, offsetOf } from '#worker/kernel/calendar'
import { isForCommittee } from '#worker/lending/reviewing/approvals/approval'
import { describeCondition } from '#worker/lending/reviewing/conditions/answers'
import { listConditions } from '#worker/lending/reviewing/conditions/queries'
import { DossierAnswer } from '#worker/lending/reviewing/dossiers/answers'
import { mayDo } from '#worker/lending/reviewing/dossiers/dossier'
import { evidenceOf, salesEvidence } from '#worker/lending/reviewing/evidence/evidence'
import { findEvidence, type LoanAroundRow } from '#worker/lending/reviewing/evidence/queries'
import { describeVisit } from '#worker/lending/reviewing/field-visits/answers'
import { describeRecord } from '#worker/lending/group-lending/groups/answers'
import { USUAL, type Ladder } from '#worker/lending/group-lending/groups/ladder'
import {
  findLadderOf,
  findRecordOfApplicant,
  lenderOfApplication,
  type RecordRow,
} from '#worker/lending/group-lending/groups/queries'
import { listGroupMembers } from '#worker/lending/applying/loan-applications/queries'
import { describeProduct } from '#worker/lending/offering/loan-products/answers'
import { describeReviewed } from '#worker/lending/reviewing/reviews/answers'
import * as reviews from '#worker/lending/reviewing/reviews/queries'
import { findReview, reviewFrom, type Review } from '#worker/lending/reviewing/reviews/routes'
import { cardOf } from '#worker/lending/reviewing/scorecards/queries'
import {
  judge,
  type FactValues,
  type Scorecard,
  type ScoreSheet,
} from '#worker/lending/reviewing/scorecards/scorecard'
import { monthsBefore, salesHistory } from '#worker/market/selling/sales/sales'

const MONTHS_SHOWN = 12
const MONTHS_OF_SEASONS = 25
const MONTH_MS = 31 * 24 * 60 * 60 * 1000

export const dossiers = new Hono<HonoEnv>().get(
  '/:id/dossier',
  about('All a reviewer needs on one page', DossierAnswer),
  allow('loan-application.read'),
  async (c) => {
    const { db, actor } = c.var
    const id = c.req.param('id')
    const personId = signedIn(actor).id
    const [members, events, conditions, recommendations, shared, ladders, ...rest] = await read(
      db,
      [
        listGroupMembers(db, id),
        reviews.listNamedEvents(db, id),
        listConditions(db, id),
        reviews.listRecommendations(db, id),
        findRecordOfApplicant(db, id),
        findLadderOf(db, lenderOfApplication(id)),
        ...findReview(c, id, personId),
        ...findEvidence(db, id, spanOf(c)),
      ],
    )
    const [kept, rows, products, rules, standings, votes, ...gathered] = rest
    const review = reviewFrom(c, [kept, rows, products, rules, standings, votes], personId)
    const cast = votes
    return c.json({
      ...described(c, review, gathered),
      members,
      member: memberOf(shared, ladders),
      conditions: conditions.map(describeCondition),
      recommendations: recommendations.map(describeRecommendation),
      approval: approvalOf(c, review, gathered, cast),
      history: events.map((one) => ({ ...one, at: instantText(one.at) })),
    })
  },
)

/** Her own record in groups that borrowed here, however those fared; for a loan of her own. */
const memberOf = (rows: readonly RecordRow[], ladders: readonly Ladder[]) =>
  rows[0] ? describeRecord(rows[0], ladders[0] ?? USUAL) : null

type Gathered = Results<ReturnType<typeof findEvidence>>

/** How far back sales are read: a year of months, and two for the seasons. */
export function spanOf(c: Ctx) {
  const { now } = c.var
  return {
    since: now - MONTHS_SHOWN * MONTH_MS,
    seasonsSince: now - MONTHS_OF_SEASONS * MONTH_MS,
    offsetMs: offsetOf(c.env.ZONE),
  }
}

export function evidenceFrom(c: Ctx, { row, product }: Review, gathered: Gathered) {
  const [shops, months, facts, loans, events, visits] = gathered
  const today = dateIn(c.env.ZONE, c.var.now)
  const last = today.slice(0, 7)
  const sales = shops[0] && facts[0] ? salesTold(months, facts[0], last) : null
  return evidenceOf(
    { application: row, product, sales, loans, events, visits: visits.length },
    today,
  )
}

function salesTold(months: Gathered[1], facts: Gathered[2][number], last: string) {
  const year = { last, span: MONTHS_SHOWN }
  const shown = new Set(monthsBefore(last, MONTHS_SHOWN))
  const told = salesHistory(
    months.filter((one) => shown.has(one.month)),
    facts,
    year,
  )
  const { months: twoYears } = salesHistory(months, facts, { last, span: MONTHS_OF_SEASONS })
  return salesEvidence(told, twoYears)
}

function described(c: Ctx, review: Review, gathered: Gathered) {
  const { row, product } = review
  const today = dateIn(c.env.ZONE, c.var.now)
  const { means, sales, record, around, facts } = evidenceFrom(c, review, gathered)
  const [shops, , , loans, , visits, cards] = gathered
  const { card, version } = cardOf(cards[0])
  const lender = { id: row.lenderId, slug: row.lenderSlug, name: row.lenderName }
  return {
    application: describeReviewed(row, c.var.now),
    product: describeProduct(product, lender),
    ...means,
    sales: sales && shops[0] ? { enterprise: shops[0], ...sales, months: [...sales.months] } : null,
    loans: loans.map((one) => describeAround(one, today)),
    ...{ record, around, savings: null, training: null },
    visits: visits.map(describeVisit),
    sheet: describeSheet(version, judge(card, facts)),
  }
}

function describeAround(one: LoanAroundRow, today: string) {
  const { id, number, borrower, own, principal, balance, status, nextDueOn } = one
  const isLate = nextDueOn !== null && nextDueOn < today
  const overdueSince = isLate ? nextDueOn : null
  const named = { id, number: String(number), borrower, own: own === 1 }
  return { ...named, principal, balance, status, overdueSince }
}

const describeSheet = (version: number, { score, advice, facts }: ScoreSheet) => ({
  ...{ version, score, advice },
  facts: facts.map((one) => ({ ...one })),
})

/** With its score read anew from the facts and the card of then: it must come out the same. */
function describeRecommendation(row: reviews.RecommendationRow) {
  const { officerName: by, at, advice, amount, instalments, note, why } = row
  const sheet = judge(JSON.parse(row.card) as Scorecard, JSON.parse(row.facts) as FactValues)
  return {
    ...{ by, at: instantText(at), advice, amount, instalments, note, why },
    conditions: JSON.parse(row.conditions) as string[],
    sheet: describeSheet(row.version, sheet),
  }
}

type Cast = Results<ReturnType<typeof findReview>>[5]

function approvalOf(c: Ctx, review: Review, gathered: Gathered, cast: Cast) {
  const { row, rules, standing, limit } = review
  const { actor } = c.var
  const holds = (permission: 'loan-application.recommend' | 'loan-application.decide') =>
    organizationsWith(actor, permission).includes(row.lenderId)
  const { card } = cardOf(gathered[6][0])
  const sheet = judge(card, evidenceFrom(c, review, gathered).facts)
  const isCommittee = isForCommittee(rules, row.recommendedAmount ?? row.amount)
  const held = {
    recommends: holds('loan-application.recommend'),
    decides: holds('loan-application.decide'),
  }
  return {
    votes: isCommittee ? rules.votes : 1,
    cast: cast.map(({ name: by, outcome, reason, at, round }) => ({
      ...{ by, outcome, reason, at: instantText(at), counts: round === standing.round },
    })),
    owed: standing.owed,
    borrowerLimit: rules.borrowerLimit,
    limit,
    may: mayDo(review, sheet, held),
  }
}
