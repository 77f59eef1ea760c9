/**
 * A committee votes on what was recommended, amount and conditions as they stand. Whichever side first has
 * the votes that the lender asks for decides, with the reasons of all who voted so; until then the
 * application waits. A new recommendation begins a new round.
 */
import { amount, type Amount } from '#worker/kernel/money'
import { found, Refusal } from '#worker/kernel/refusal'
import {
  refuseDebt,
  refuseVote,
  tally,
  type ApprovalRules,
  type Vote,
} from '#worker/lending/reviewing/approvals/approval'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import type { Cause } from '#worker/lending/reviewing/reviews/causes'
import {
  asSecondPerson,
  decide,
  type Decision,
  type Judge,
} from '#worker/lending/reviewing/reviews/judgement'

type Cast = Vote & { reason: string; causes: string }

/** What is voted on, and by whom so far. */
type Standing = {
  row: Application
  product: LoanProduct
  judge: Judge
  rules: ApprovalRules
  standing: { round: number | null; owed: number }
  votes: readonly Cast[]
}

export type Ballot =
  | { outcome: 'approve'; reason: string }
  | { outcome: 'reject'; reason: string; causes: readonly Cause[] }

type Voted = { changed: Application; decision: Decision | null; round: number }

export function voted(review: Standing, ballot: Ballot): Voted {
  const { row, product, judge, rules, standing, votes } = review
  if (row.status !== 'recommended') {
    throw new Refusal('illegal-transition', 'There is nothing to vote on.')
  }
  asSecondPerson(row, judge)
  refuseVote(rules, votes, judge.personId)
  const round = found(standing.round, 'recommendation')
  const causes = ballot.outcome === 'reject' ? ballot.causes : []
  const { outcome, reason } = ballot
  const cast = { personId: judge.personId, outcome, reason, causes: JSON.stringify(causes) }
  const all = [...votes, cast]

  const { outcome: reached } = tally(all, rules.votes)
  if (reached === null) {
    return { changed: { ...row, version: row.version + 1 }, decision: null, round }
  }
  const decision = reached === 'approved' ? approval(row, all) : rejection(all)
  if (decision.outcome === 'approved') refuseDebt(rules, standing.owed, decision.amount)
  return { changed: decide(row, product, judge, decision), decision, round }
}

const reasonsOf = (votes: readonly Cast[], outcome: Vote['outcome']) =>
  votes
    .filter((one) => one.outcome === outcome)
    .map((one) => one.reason)
    .join('\n')

const approval = (row: Application, votes: readonly Cast[]) => ({
  outcome: 'approved' as const,
  amount: (row.recommendedAmount ?? amount(0)) satisfies Amount,
  instalments: row.recommendedInstalments ?? 0,
  reasons: reasonsOf(votes, 'approve'),
})

function rejection(votes: readonly Cast[]) {
  const against = votes.filter((one) => one.outcome === 'reject')
  const causes = new Set(against.flatMap((one) => JSON.parse(one.causes) as Cause[]))
  const reasons = reasonsOf(votes, 'reject')
  return { outcome: 'rejected' as const, causes: [...causes], reasons }
}
