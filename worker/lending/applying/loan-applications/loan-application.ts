/**
 * A loan application and what may become of it. An officer recommends, a different person approves or
 * rejects with reasons the applicant sees, the applicant accepts, a cashier disburses. Nobody decides on
 * her own application or on that of a group she belongs to. A person decides, never a score.
 */
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { withinLimits } from '#worker/lending/offering/loan-products/limits'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'

export type ApplicationStatus =
  | 'submitted'
  | 'in-review'
  | 'recommended'
  | 'approved'
  | 'rejected'
  | 'accepted'
  | 'disbursed'
  | 'withdrawn'
  | 'expired'

export const APPLICATION: Transitions<ApplicationStatus> = {
  submitted: ['in-review', 'recommended', 'withdrawn', 'expired'],
  'in-review': ['recommended', 'withdrawn', 'expired'],
  recommended: ['recommended', 'in-review', 'approved', 'rejected', 'withdrawn', 'expired'],
  approved: ['accepted', 'withdrawn', 'expired'],
  accepted: ['disbursed', 'withdrawn', 'expired'],
  rejected: ['in-review'],
  disbursed: [],
  withdrawn: [],
  expired: [],
}

export type Application = {
  id: string
  code: string
  lenderId: string
  productId: string
  /** The version of the product that was asked for, and is signed. */
  productVersion: number
  applicantId: string
  borrowerKind: 'person' | 'group' | 'enterprise'
  /** The group or enterprise it is for; null when it is for herself. */
  groupId: string | null
  purpose: string
  amount: Amount
  instalments: number
  monthlyIncome: Amount
  monthlyCosts: Amount
  /** The enterprise whose sales the lender may see, and by which consent. */
  salesOf: string | null
  salesConsentId: string | null
  /** Where the money may be sent; what is approved is this account. */
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
  status: ApplicationStatus
  submittedAt: number
  expiresAt: number | null
  /** Who took it in hand. */
  officerId: string | null
  takenAt: number | null
  score: number | null
  scorecardVersion: number | null
  recommendedBy: string | null
  recommendedAmount: Amount | null
  recommendedInstalments: number | null
  recommendation: string | null
  /** Why the reviewer differed from the scorecard. */
  overridden: string | null
  conditions: string | null
  decidedBy: string | null
  decidedAt: number | null
  reasons: string | null
  /** Why it was rejected, from the list of causes, as JSON. */
  causes: string | null
  approvedAmount: Amount | null
  approvedInstalments: number | null
  /** What was accepted, as JSON. */
  agreement: string | null
  acceptedAt: number | null
  /** The number of its last event. */
  version: number
}

export type Wish = {
  purpose: string
  amount: Amount
  instalments: number
  monthlyIncome: Amount
  monthlyCosts: Amount
}

export type BorrowerKind = 'person' | 'group' | 'enterprise'

type Submission = Wish & {
  id: string
  code: string
  applicantId: string
  borrowerKind: BorrowerKind
  groupId: string | null
  salesOf: string | null
  salesConsentId: string | null
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
  at: number
}

/** Those whose members each carry a share borrow as a group; a group without shares as an enterprise. */
export function borrowerKindOf(groupId: string | null, shares: readonly unknown[]): BorrowerKind {
  if (groupId === null) return 'person'
  return shares.length > 0 ? 'group' : 'enterprise'
}

/** A product for groups also lends to one whose members carry no shares of their own. */
const LENDS_TO: Readonly<Record<LoanProduct['audience'], readonly BorrowerKind[]>> = {
  any: ['person', 'group', 'enterprise'],
  person: ['person'],
  group: ['group', 'enterprise'],
  enterprise: ['enterprise'],
}

/** Refuses what the product does not lend: amount, number of instalments, or to whom. */
export function submit(product: LoanProduct, wish: Submission): Application {
  refuseUnless(product.status === 'offered', 'outside-limits', 'This product is no longer offered.')
  refuseUnless(
    LENDS_TO[product.audience].includes(wish.borrowerKind),
    'outside-limits',
    `This product lends to a ${product.audience} only.`,
  )
  withinLimits(product, wish)
  const { at, ...told } = wish
  return {
    ...told,
    lenderId: product.lenderId,
    productId: product.id,
    productVersion: product.version,
    status: 'submitted',
    submittedAt: at,
    expiresAt: endsAt('submitted', at),
    officerId: null,
    takenAt: null,
    score: null,
    scorecardVersion: null,
    recommendedBy: null,
    recommendedAmount: null,
    recommendedInstalments: null,
    recommendation: null,
    overridden: null,
    conditions: null,
    decidedBy: null,
    decidedAt: null,
    reasons: null,
    causes: null,
    approvedAmount: null,
    approvedInstalments: null,
    agreement: null,
    acceptedAt: null,
    version: 1,
  }
}

const DAY_MS = 24 * 60 * 60 * 1000
/** After so long without a word an application ends, and an approval that nobody accepted. */
const SILENT_FOR_MS = 60 * DAY_MS
const ACCEPTED_WITHIN_MS = 30 * DAY_MS

/** When it would end if nothing happened any more; null when it no longer ends by itself. */
export function endsAt(status: ApplicationStatus, at: number): number | null {
  if (status === 'approved') return at + ACCEPTED_WITHIN_MS
  const waiting = status === 'submitted' || status === 'in-review' || status === 'recommended'
  return waiting ? at + SILENT_FOR_MS : null
}

/** Accepts what was approved; what exactly is kept as it was read. */
export function accept(application: Application, agreement: string, at: number): Application {
  const status = transition(APPLICATION, application.status, 'accepted')
  return { ...application, status, agreement, acceptedAt: at, version: application.version + 1 }
}

/** Its time is over. Refuses one whose time is not. */
export function expire(application: Application, at: number): Application {
  const over = application.expiresAt !== null && application.expiresAt <= at
  refuseUnless(over, 'outdated', 'Its time is not over.')
  const status = transition(APPLICATION, application.status, 'expired')
  return { ...application, status, version: application.version + 1 }
}

export function withdraw(application: Application): Application {
  const status = transition(APPLICATION, application.status, 'withdrawn')
  return { ...application, status, version: application.version + 1 }
}

/** What is left a month after costs, and which share of it an instalment would take, in percent. */
export function capacity(
  { monthlyIncome, monthlyCosts }: Pick<Application, 'monthlyIncome' | 'monthlyCosts'>,
  monthlyInstalment: Amount,
): { left: number; share: number | null } {
  const left = monthlyIncome - monthlyCosts
  return { left, share: left > 0 ? Math.round((monthlyInstalment * 100) / left) : null }
}
