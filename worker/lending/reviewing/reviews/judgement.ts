/**
 * What an officer and a second person say to an application: it is taken in hand, recommended or advised
 * against, and decided with reasons the applicant reads. Nobody judges her own application, that of a
 * group she belongs to, or that of somebody she is tied to; whoever recommended does not decide.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition } from '#worker/kernel/transitions'
import {
  APPLICATION,
  type Application,
} from '#worker/lending/applying/loan-applications/loan-application'
import { withinLimits } from '#worker/lending/offering/loan-products/limits'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import type { Cause } from '#worker/lending/reviewing/reviews/causes'
import type { ScoreSheet } from '#worker/lending/reviewing/scorecards/scorecard'

/** Who judges, the organizations she belongs to, and whether she is kin to whom it concerns. */
export type Judge = {
  personId: string
  organizationIds: readonly string[]
  isTied: boolean
  at: number
}

export function impartial(application: Application, judge: Judge): void {
  const { applicantId, groupId } = application
  const own =
    judge.isTied ||
    judge.personId === applicantId ||
    (groupId !== null && judge.organizationIds.includes(groupId))
  refuseUnless(!own, 'own-application', 'Somebody else must judge this application.')
}

function inHand({ officerId }: Application, personId: string): void {
  refuseUnless(
    officerId === null || officerId === personId,
    'taken-by-another',
    'Another officer has it in hand.',
  )
}

/** An officer takes an application in hand; from then on it is hers. */
export function take(application: Application, judge: Judge): Application {
  inHand(application, judge.personId)
  const isFree = application.status === 'in-review' && application.officerId === null
  const status = isFree ? 'in-review' : transition(APPLICATION, application.status, 'in-review')
  impartial(application, judge)
  return {
    ...application,
    status,
    officerId: judge.personId,
    takenAt: judge.at,
    version: application.version + 1,
  }
}

/** Given to another officer, who must be impartial too. */
export function handOver(application: Application, to: Judge): Application {
  const status = application.status === 'submitted' ? 'in-review' : application.status
  refuseUnless(
    status === 'in-review' || status === 'recommended',
    'illegal-transition',
    'It is decided already.',
  )
  refuseUnless(application.officerId !== to.personId, 'already-exists', 'She has it already.')
  impartial(application, to)
  return {
    ...application,
    status,
    officerId: to.personId,
    takenAt: to.at,
    version: application.version + 1,
  }
}

export type Recommendation = {
  advice: 'lend' | 'decline'
  amount: Amount
  instalments: number
  note: string
  /** To be met before the money is handed over. */
  conditions: readonly string[]
  /** Why she differs from the scorecard. */
  why: string | null
}

/** Whether a person says the opposite of what the score suggests; where it says "look" she cannot. */
export function differs(sheet: ScoreSheet, advice: 'lend' | 'decline'): boolean {
  return sheet.advice !== 'look' && sheet.advice !== advice
}

const SAY_WHY = sentence(
  'Kartu nilai menyarankan lain. Tulis mengapa Anda berbeda.',
  'The scorecard suggests otherwise. Say why you differ.',
)

/** An officer advises for or against, with an amount and a term of at most what was asked for. */
export function recommend(
  application: Application,
  { product, judge, sheet, version }: Reading,
  { advice, amount, instalments, note, conditions, why }: Recommendation,
): Application {
  const status = transition(APPLICATION, application.status, 'recommended')
  inHand(application, judge.personId)
  impartial(application, judge)
  withinLimits(product, { amount, instalments })
  atMost(amount, application.amount)
  const isOverride = differs(sheet, advice)
  if (isOverride && why === null) {
    const errors = [{ pointer: '/why', detail: SAY_WHY }]
    throw new Refusal('outside-limits', 'Say why you differ from the scorecard.', { errors })
  }
  return {
    ...application,
    status,
    officerId: judge.personId,
    takenAt: application.takenAt ?? judge.at,
    recommendedBy: judge.personId,
    recommendedAmount: amount,
    recommendedInstalments: instalments,
    recommendation: note,
    conditions: conditions.length > 0 ? JSON.stringify(conditions) : null,
    score: sheet.score,
    scorecardVersion: version,
    overridden: isOverride ? why : null,
    version: application.version + 1,
  }
}

/** What a recommendation is read from: the product, who reads, and the score by a version of the card. */
export type Reading = { product: LoanProduct; judge: Judge; sheet: ScoreSheet; version: number }

export type Decision =
  | {
      outcome: 'approved'
      amount: Amount
      instalments: number
      reasons: string
      conditions?: readonly string[] | undefined
    }
  | { outcome: 'rejected'; causes: readonly Cause[]; reasons: string }
  | { outcome: 'returned'; reasons: string }

/** Refuses the one who recommended, and whoever is concerned. */
export function asSecondPerson(application: Application, judge: Judge): void {
  impartial(application, judge)
  refuseUnless(
    judge.personId !== application.recommendedBy,
    'same-person',
    'Whoever recommended does not decide.',
  )
}

/** A second person approves, rejects, or sends it back to the officer with a question. */
export function decide(
  application: Application,
  product: LoanProduct,
  judge: Judge,
  decision: Decision,
): Application {
  const version = application.version + 1
  if (decision.outcome === 'returned') {
    refuseUnless(application.status === 'recommended', 'illegal-transition', 'Not up to decide.')
    asSecondPerson(application, judge)
    return { ...application, status: transition(APPLICATION, 'recommended', 'in-review'), version }
  }
  const status = transition(APPLICATION, application.status, decision.outcome)
  asSecondPerson(application, judge)
  const decided = {
    ...application,
    status,
    decidedBy: judge.personId,
    decidedAt: judge.at,
    reasons: decision.reasons,
    version,
  }
  if (decision.outcome === 'rejected') {
    return { ...decided, causes: JSON.stringify(decision.causes), conditions: null }
  }
  const { amount, instalments, conditions } = decision
  withinLimits(product, { amount, instalments })
  atMost(amount, application.amount)
  const kept = conditions === undefined ? application.conditions : written(conditions)
  return {
    ...decided,
    approvedAmount: amount,
    approvedInstalments: instalments,
    conditions: kept,
  }
}

const written = (conditions: readonly string[]) =>
  conditions.length > 0 ? JSON.stringify(conditions) : null

/** The conditions of an application as they were written down. */
export const conditionsOf = ({ conditions }: Pick<Application, 'conditions'>): string[] =>
  conditions === null ? [] : (JSON.parse(conditions) as string[])

function atMost(amount: Amount, asked: Amount): void {
  if (amount <= asked) return
  throw new Refusal('outside-limits', 'Not more than was asked for.', {
    errors: [
      {
        pointer: '/amount',
        detail: sentence(`Paling banyak ${rupiah(asked)}.`, `At most ${rupiah(asked)}.`),
      },
    ],
  })
}
