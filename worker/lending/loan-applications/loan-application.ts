/**
 * A loan application and what may become of it. An officer recommends, a different person approves or
 * rejects with reasons the applicant sees, the applicant accepts, a cashier disburses. Nobody decides on
 * her own application or on that of a group she belongs to. A person decides, never a score.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { LoanProduct } from '#worker/lending/loan-products/loan-product'

export type ApplicationStatus =
  'submitted' | 'recommended' | 'approved' | 'rejected' | 'accepted' | 'disbursed' | 'withdrawn'

export const APPLICATION: Transitions<ApplicationStatus> = {
  submitted: ['recommended', 'withdrawn'],
  recommended: ['recommended', 'approved', 'rejected', 'withdrawn'],
  approved: ['accepted', 'withdrawn'],
  accepted: ['disbursed', 'withdrawn'],
  rejected: [],
  disbursed: [],
  withdrawn: [],
}

export type Application = {
  id: string
  code: string
  lenderId: string
  productId: string
  applicantId: string
  /** The group it is for; null when it is for herself. */
  groupId: string | null
  purpose: string
  amount: Amount
  instalments: number
  monthlyIncome: Amount
  monthlyCosts: Amount
  /** The enterprise whose sales the lender may see, and by which consent. */
  salesOf: string | null
  salesConsentId: string | null
  status: ApplicationStatus
  submittedAt: number
  recommendedBy: string | null
  recommendedAmount: Amount | null
  recommendedInstalments: number | null
  recommendation: string | null
  decidedBy: string | null
  decidedAt: number | null
  reasons: string | null
  approvedAmount: Amount | null
  approvedInstalments: number | null
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

type Submission = Wish & {
  id: string
  code: string
  applicantId: string
  groupId: string | null
  salesOf: string | null
  salesConsentId: string | null
  at: number
}

/** Refuses what the product does not lend: amount, number of instalments, or to whom. */
export function submit(product: LoanProduct, wish: Submission): Application {
  refuseUnless(product.status === 'offered', 'outside-limits', 'This product is no longer offered.')
  const audience = wish.groupId === null ? 'person' : 'group'
  refuseUnless(
    product.audience === 'both' || product.audience === audience,
    'outside-limits',
    `This product lends to a ${product.audience} only.`,
  )
  withinLimits(product, wish)
  const { at, ...told } = wish
  return {
    ...told,
    lenderId: product.lenderId,
    productId: product.id,
    status: 'submitted',
    submittedAt: at,
    recommendedBy: null,
    recommendedAmount: null,
    recommendedInstalments: null,
    recommendation: null,
    decidedBy: null,
    decidedAt: null,
    reasons: null,
    approvedAmount: null,
    approvedInstalments: null,
    acceptedAt: null,
    version: 1,
  }
}

const between = (least: string | number, most: string | number) =>
  sentence(`Dari ${least} sampai ${most}.`, `From ${least} to ${most}.`)

export function withinLimits(
  product: LoanProduct,
  { amount, instalments }: { amount: Amount; instalments: number },
): void {
  const errors = [
    ...(amount < product.minPrincipal || amount > product.maxPrincipal
      ? [
          {
            pointer: '/amount',
            detail: between(rupiah(product.minPrincipal), rupiah(product.maxPrincipal)),
          },
        ]
      : []),
    ...(instalments < product.minInstalments || instalments > product.maxInstalments
      ? [
          {
            pointer: '/instalments',
            detail: between(product.minInstalments, product.maxInstalments),
          },
        ]
      : []),
  ]
  if (errors.length > 0) {
    throw new Refusal('outside-limits', 'The product does not lend this.', { errors })
  }
}

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

export function accept(application: Application, at: number): Application {
  const status = transition(APPLICATION, application.status, 'accepted')
  return { ...application, status, acceptedAt: at, version: application.version + 1 }
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
