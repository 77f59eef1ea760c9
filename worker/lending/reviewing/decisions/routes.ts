/** An officer recommends, another person or the committee decides. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import * as approving from '#worker/lending/reviewing/approvals/approval'
import * as approvals from '#worker/lending/reviewing/approvals/queries'
import { VoteRequest } from '#worker/lending/reviewing/approvals/requests'
import { insertConditions } from '#worker/lending/reviewing/conditions/queries'
import { evidenceFrom, spanOf } from '#worker/lending/reviewing/dossiers/routes'
import { findEvidence } from '#worker/lending/reviewing/evidence/queries'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import { overrideOfAdvice, overrideOfScore } from '#worker/lending/reviewing/overrides/override'
import { insertOverrides } from '#worker/lending/reviewing/overrides/queries'
import { ReviewedAnswer } from '#worker/lending/reviewing/reviews/answers'
import { voted } from '#worker/lending/reviewing/reviews/committee'
import {
  conditionsOf,
  decide,
  recommend,
  type Decision,
} from '#worker/lending/reviewing/reviews/judgement'
import * as reviews from '#worker/lending/reviewing/reviews/queries'
import * as requests from '#worker/lending/reviewing/reviews/requests'
import {
  answered,
  findReview,
  reviewFrom,
  reviewOf,
  type Review,
} from '#worker/lending/reviewing/reviews/routes'
import { cardOf, keepFirstCard } from '#worker/lending/reviewing/scorecards/queries'
import { judge as score } from '#worker/lending/reviewing/scorecards/scorecard'

export const decisions = new Hono<HonoEnv>()
  .post(
    '/:id/recommendation',
    about('Advise for or against, with the score as it is read now', ReviewedAnswer, 201),
    allow('loan-application.recommend'),
    once(),
    parseJson(requests.RecommendationRequest),
    async (c) => {
      const { db, now } = c.var
      const id = c.req.param('id')
      const asked = c.req.valid('json')
      const personId = signedIn(c.var.actor).id
      const [kept, rows, products, rules, standings, votes, ...gathered] = await read(db, [
        ...findReview(c, id, personId),
        ...findEvidence(db, id, spanOf(c)),
      ])
      const facts = [kept, rows, products, rules, standings, votes] as const
      const review = reviewFrom(c, facts, personId)
      const { row, product, judge } = review
      const evidence = evidenceFrom(c, review, gathered)
      const { card, version } = cardOf(gathered[6][0])
      const sheet = score(card, evidence.facts)

      const changed = recommend(row, { product, judge, sheet, version }, asked)

      const { advice, amount, instalments, note, conditions } = asked
      const seq = changed.version
      const also = [
        keepFirstCard(db, row.lenderId, now),
        reviews.insertRecommendation(db, {
          ...{ applicationId: id, seq, officerId: personId, lenderId: row.lenderId, at: now },
          ...{ advice, amount, instalments, note, conditions, facts: evidence.facts },
          ...{ scorecardVersion: version, score: sheet.score },
        }),
        ...insertOverrides(db, overrideOfScore(changed, asked, sheet, judge)),
      ]
      return answered(c, review, { changed, type: 'recommended', data: { advice }, also })
    },
  )
  .post(
    '/:id/decision',
    about('Approve, reject with reasons, or send back with a question', ReviewedAnswer, 201),
    allow('loan-application.decide'),
    once(),
    parseJson(requests.DecisionRequest),
    async (c) => {
      const review = await reviewOf(c)
      const { row, product, judge, rules, limit, standing } = review
      const decision = c.req.valid('json')

      const changed = decide(row, product, judge, decision)
      if (decision.outcome !== 'returned') {
        const about = decision.outcome === 'approved' ? decision.amount : row.recommendedAmount
        approving.refuseAlone(rules, found(about, 'recommendation'), limit)
      }
      if (decision.outcome === 'approved') {
        approving.refuseDebt(rules, standing.owed, decision.amount)
      }

      const type = decision.outcome
      return answered(c, review, { changed, type, also: decided(c, review, changed, decision) })
    },
  )
  .post(
    '/:id/votes',
    about('Vote on what was recommended; the last vote needed decides', ReviewedAnswer, 201),
    allow('loan-application.decide'),
    once(),
    parseJson(VoteRequest),
    async (c) => {
      const { db, now } = c.var
      const review = await reviewOf(c)
      const ballot = c.req.valid('json')

      const { changed, decision, round } = voted(review, ballot)

      const { outcome, reason } = ballot
      const causes = ballot.outcome === 'reject' ? ballot.causes : []
      const personId = review.judge.personId
      const vote = { applicationId: changed.id, round, personId, outcome, reason, causes, at: now }
      const also = [
        approvals.insertVote(db, vote),
        ...(decision ? decided(c, review, changed, decision) : []),
      ]
      const type = decision?.outcome ?? 'voted'
      return answered(c, review, { changed, type, data: { vote: outcome }, also })
    },
  )

/** What a decision writes besides the application: how it differs, conditions, and the borrower's limit. */
function decided(
  c: Ctx,
  { standing, judge }: Review,
  changed: Application,
  decision: Decision,
): Statement[] {
  const { db } = c.var
  const overrides = overrideOfAdvice(changed, standing.advice ?? 'lend', decision, judge)
  if (decision.outcome !== 'approved') return insertOverrides(db, overrides)
  return [
    ...insertOverrides(db, overrides),
    ...insertConditions(db, changed.id, conditionsOf(changed)),
    approvals.borrowerWithinLimit(db, changed.id),
  ]
}
