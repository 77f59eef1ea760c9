/**
 * What an officer and a second person say to an application: a recommendation, then a decision with
 * reasons. Nobody judges her own application or that of a group she belongs to.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition } from '#worker/kernel/transitions'
import {
  APPLICATION,
  withinLimits,
  type Application,
} from '#worker/lending/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/loan-products/loan-product'

/** Who judges, and the organizations she belongs to. */
export type Judge = { personId: string; organizationIds: readonly string[]; at: number }

function impartial(application: Application, { personId, organizationIds }: Judge): void {
  const own =
    personId === application.applicantId ||
    (application.groupId !== null && organizationIds.includes(application.groupId))
  refuseUnless(!own, 'own-application', 'Somebody else must judge this application.')
}

export type Recommendation = { amount: Amount; instalments: number; note: string }

/** An officer recommends an amount and a term, at most what was asked for. */
export function recommend(
  application: Application,
  product: LoanProduct,
  judge: Judge,
  { amount, instalments, note }: Recommendation,
): Application {
  const status = transition(APPLICATION, application.status, 'recommended')
  impartial(application, judge)
  withinLimits(product, { amount, instalments })
  atMost(amount, application.amount)
  return {
    ...application,
    status,
    recommendedBy: judge.personId,
    recommendedAmount: amount,
    recommendedInstalments: instalments,
    recommendation: note,
    version: application.version + 1,
  }
}

export type Decision =
  | { outcome: 'approved'; amount: Amount; instalments: number; reasons: string }
  | { outcome: 'rejected'; reasons: string }

/** A second person decides. Refuses the one who recommended, and whoever is concerned. */
export function decide(
  application: Application,
  product: LoanProduct,
  judge: Judge,
  decision: Decision,
): Application {
  const status = transition(APPLICATION, application.status, decision.outcome)
  impartial(application, judge)
  refuseUnless(
    judge.personId !== application.recommendedBy,
    'same-person',
    'Whoever recommended does not decide.',
  )
  const decided = {
    ...application,
    status,
    decidedBy: judge.personId,
    decidedAt: judge.at,
    reasons: decision.reasons,
    version: application.version + 1,
  }
  if (decision.outcome === 'rejected') return decided
  withinLimits(product, decision)
  atMost(decision.amount, application.amount)
  return { ...decided, approvedAmount: decision.amount, approvedInstalments: decision.instalments }
}

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
