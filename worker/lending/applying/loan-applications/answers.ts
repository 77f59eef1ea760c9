import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  APPLICATION,
  type Application,
  type ApplicationStatus,
} from '#worker/lending/applying/loan-applications/loan-application'
import { CAUSES, causesFrom } from '#worker/lending/reviewing/reviews/causes'
import { conditionsOf } from '#worker/lending/reviewing/reviews/judgement'

const STATES = Object.keys(APPLICATION) as [ApplicationStatus, ...ApplicationStatus[]]

const named = v.strictObject({ id: v.string(), name: v.string() })
const party = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

export const AccountAnswer = v.strictObject({
  bank: v.string(),
  number: v.string(),
  holder: v.string(),
})

export const ApplicationAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  lender: party,
  product: named,
  applicant: named,
  borrowerKind: v.picklist(['person', 'group', 'enterprise']),
  group: v.nullable(party),
  purpose: v.string(),
  amount: v.number(),
  instalments: v.number(),
  monthlyIncome: v.number(),
  monthlyCosts: v.number(),
  sharesSales: v.boolean(),
  status: v.picklist(STATES),
  submittedAt: v.string(),
  /** When it ends if nobody does anything any more. */
  expiresAt: v.nullable(v.string()),
  /** Where the money may be sent; nothing else is paid to without an approver. */
  account: v.nullable(AccountAnswer),
  recommendation: v.nullable(
    v.strictObject({
      by: v.string(),
      amount: v.number(),
      instalments: v.number(),
      note: v.string(),
    }),
  ),
  decision: v.nullable(
    v.strictObject({
      by: v.string(),
      at: v.string(),
      reasons: v.string(),
      /** Why it was rejected, from the list. */
      causes: v.array(v.picklist(CAUSES)),
      /** What must be done before the money is handed over. */
      conditions: v.array(v.string()),
      amount: v.nullable(v.number()),
      instalments: v.nullable(v.number()),
    }),
  ),
  acceptedAt: v.nullable(v.string()),
})
export type ApplicationAnswer = v.InferOutput<typeof ApplicationAnswer>

export const ApplicationsAnswer = pageOf(ApplicationAnswer)

/** The names around an application, as a query brings them. */
export type Around = {
  lenderSlug: string
  lenderName: string
  productName: string
  applicantName: string
  groupSlug: string | null
  groupName: string | null
  recommenderName: string | null
  deciderName: string | null
}

export function describeApplication(one: Application, around: Around): ApplicationAnswer {
  return {
    id: one.id,
    code: one.code,
    lender: { id: one.lenderId, slug: around.lenderSlug, name: around.lenderName },
    product: { id: one.productId, name: around.productName },
    applicant: { id: one.applicantId, name: around.applicantName },
    borrowerKind: one.borrowerKind,
    group:
      one.groupId === null
        ? null
        : { id: one.groupId, slug: around.groupSlug ?? '', name: around.groupName ?? '' },
    purpose: one.purpose,
    amount: one.amount,
    instalments: one.instalments,
    monthlyIncome: one.monthlyIncome,
    monthlyCosts: one.monthlyCosts,
    sharesSales: one.salesConsentId !== null,
    status: one.status,
    submittedAt: instantText(one.submittedAt),
    expiresAt: one.expiresAt === null ? null : instantText(one.expiresAt),
    account: accountOf(one),
    recommendation: recommendationOf(one, around.recommenderName),
    decision: decisionOf(one, around.deciderName),
    acceptedAt: one.acceptedAt === null ? null : instantText(one.acceptedAt),
  }
}

/** The account that an application names. */
export function accountOf({ bankName, bankAccount, bankHolder }: Application) {
  if (bankName === null || bankAccount === null || bankHolder === null) return null
  return { bank: bankName, number: bankAccount, holder: bankHolder }
}

function recommendationOf(one: Application, by: string | null) {
  if (one.recommendedAmount === null || one.recommendedInstalments === null) return null
  return {
    by: by ?? '',
    amount: one.recommendedAmount,
    instalments: one.recommendedInstalments,
    note: one.recommendation ?? '',
  }
}

function decisionOf(one: Application, by: string | null) {
  if (one.decidedAt === null) return null
  return {
    by: by ?? '',
    at: instantText(one.decidedAt),
    reasons: one.reasons ?? '',
    causes: causesFrom(one.causes),
    conditions: one.approvedAmount === null ? [] : conditionsOf(one),
    amount: one.approvedAmount,
    instalments: one.approvedInstalments,
  }
}
