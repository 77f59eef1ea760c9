/**
 * An objection to a rejection: once, within fourteen days, in the applicant's own words. Somebody other
 * than who decided answers: the decision stands, with reasons, or the application is reviewed anew.
 */
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'

export const OBJECTION_WITHIN_MS = 14 * 24 * 60 * 60 * 1000

export type Objection = {
  applicationId: string
  lenderId: string
  words: string
  objectedAt: number
  /** The decision as it stood. */
  reasons: string
  decidedBy: string
  outcome: 'kept' | 'reopened' | null
  answer: string | null
  answeredBy: string | null
  answeredAt: number | null
}

type Rejected = Pick<
  Application,
  'id' | 'lenderId' | 'status' | 'decidedAt' | 'decidedBy' | 'reasons'
>

/** Until when she may object; null when there is nothing to object to. */
export function objectableUntil({ status, decidedAt }: Rejected): number | null {
  return status === 'rejected' && decidedAt !== null ? decidedAt + OBJECTION_WITHIN_MS : null
}

export function object(
  application: Rejected,
  before: Objection | undefined,
  { words, at }: { words: string; at: number },
): Objection {
  refuseUnless(before === undefined, 'already-exists', 'You have objected once already.')
  const until = objectableUntil(application)
  if (until === null) throw new Refusal('illegal-transition', 'There is no rejection to object to.')
  refuseUnless(at <= until, 'outside-limits', 'The fourteen days for an objection are over.')
  return {
    applicationId: application.id,
    lenderId: application.lenderId,
    words,
    objectedAt: at,
    reasons: application.reasons ?? '',
    decidedBy: application.decidedBy ?? '',
    outcome: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
}

type Answering = { outcome: 'kept' | 'reopened'; answer: string; by: string; at: number }

/** By another than who decided. */
export function answerObjection(objection: Objection, given: Answering): Objection {
  const { outcome, answer, by, at } = given
  refuseUnless(objection.outcome === null, 'illegal-transition', 'It has been answered.')
  refuseUnless(by !== objection.decidedBy, 'same-person', 'Whoever decided does not answer.')
  return { ...objection, outcome, answer, answeredBy: by, answeredAt: at }
}

/** The application under review again, as if nothing had been decided; the decision stays in its history. */
export function reopened(application: Application): Application {
  refuseUnless(
    application.status === 'rejected',
    'illegal-transition',
    'Only a rejected application is reviewed anew.',
  )
  return {
    ...application,
    status: 'in-review',
    ...{ recommendedBy: null, recommendedAmount: null, recommendedInstalments: null },
    ...{ recommendation: null, decidedBy: null, decidedAt: null, reasons: null, causes: null },
    version: application.version + 1,
  }
}
