/**
 * An override is where a person differed: an officer from the scorecard, or whoever decided from what was
 * recommended. It is kept with its reason, and the lender reads all of them in one list.
 */
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import type { Decision, Recommendation } from '#worker/lending/reviewing/reviews/judgement'
import { differs } from '#worker/lending/reviewing/reviews/judgement'
import type { ScoreSheet } from '#worker/lending/reviewing/scorecards/scorecard'

/** What was suggested or done: to lend so much in so many instalments, to look closer, to decline. */
export type Course = {
  advice: 'lend' | 'look' | 'decline'
  amount: number | null
  instalments: number | null
}

export type Override = {
  applicationId: string
  /** The number of the event by which she differed. */
  seq: number
  lenderId: string
  personId: string
  against: 'score' | 'recommendation'
  suggested: Course
  chosen: Course
  why: string
  at: number
}

type Act = { personId: string; at: number }

/** The officer's, where she advised against the score. */
export function overrideOfScore(
  recommended: Application,
  { advice, why }: Pick<Recommendation, 'advice' | 'why'>,
  sheet: ScoreSheet,
  { personId, at }: Act,
): Override[] {
  if (!differs(sheet, advice) || why === null) return []
  return [
    {
      ...of(recommended),
      ...{ personId, at, why, against: 'score' },
      suggested: { advice: sheet.advice, amount: null, instalments: null },
      chosen: advised(recommended, advice),
    },
  ]
}

/** The decision's, where it is not what was recommended: the other way, or other terms. */
export function overrideOfAdvice(
  decided: Application,
  advice: 'lend' | 'decline',
  decision: Decision,
  { personId, at }: Act,
): Override[] {
  if (decision.outcome === 'returned') return []
  const suggested = advised(decided, advice)
  const { outcome } = decision
  const chosen = outcome === 'approved' ? lent(decision) : DECLINED
  const follows =
    chosen.advice === suggested.advice &&
    chosen.amount === suggested.amount &&
    chosen.instalments === suggested.instalments
  if (follows) return []
  const why = decision.reasons
  return [
    { ...of(decided), ...{ personId, at, why, against: 'recommendation' }, suggested, chosen },
  ]
}

const DECLINED: Course = { advice: 'decline', amount: null, instalments: null }

const lent = ({ amount, instalments }: { amount: number; instalments: number }): Course => ({
  advice: 'lend',
  amount,
  instalments,
})

const advised = (one: Application, advice: 'lend' | 'decline'): Course =>
  advice === 'decline'
    ? DECLINED
    : lent({ amount: one.recommendedAmount ?? 0, instalments: one.recommendedInstalments ?? 0 })

const of = ({ id, version, lenderId }: Application) => ({
  applicationId: id,
  seq: version,
  lenderId,
})
