import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Agreement } from '#worker/lending/applying/agreements/agreement'
import { AccountAnswer } from '#worker/lending/applying/loan-applications/answers'
import { percentOf } from '#worker/lending/offering/schedules/rate'

const both = v.strictObject({ id: v.string(), en: v.string() })
const part = v.picklist(['interest', 'principal', 'fees', 'penalties'])

const ContentAnswer = v.strictObject({
  text: v.string(),
  code: v.string(),
  lender: v.string(),
  borrower: v.strictObject({
    name: v.string(),
    kind: v.picklist(['person', 'group', 'enterprise']),
    organization: v.nullable(v.string()),
  }),
  product: v.strictObject({ name: v.string(), version: v.number() }),
  account: v.nullable(AccountAnswer),
  shares: v.array(v.strictObject({ name: v.string(), amount: v.number() })),
  guarantors: v.array(v.strictObject({ name: v.string(), relation: v.string() })),
  tranches: v.array(v.strictObject({ amount: v.number(), note: v.string() })),
  on: v.string(),
  principal: v.number(),
  annualRate: v.number(),
  effectiveAnnualRate: v.number(),
  instalments: v.number(),
  instalment: v.number(),
  allocation: v.array(part),
  deductions: v.array(v.strictObject({ name: v.string(), amount: v.number() })),
  received: v.number(),
  rows: v.array(
    v.strictObject({
      n: v.number(),
      dueOn: v.string(),
      principal: v.number(),
      interest: v.number(),
      fees: v.number(),
      total: v.number(),
      balance: v.number(),
    }),
  ),
  totals: v.strictObject({
    principal: v.number(),
    interest: v.number(),
    fees: v.number(),
    total: v.number(),
  }),
  clauses: v.array(v.strictObject({ title: both, text: both })),
})

export const AgreementAnswer = v.strictObject({
  /** Of the whole text: what is accepted is what was read. */
  hash: v.string(),
  acceptedAt: v.nullable(v.string()),
  agreement: ContentAnswer,
})
/** None where the loan came from elsewhere, or before agreements were kept. */
export const AgreementOfLoanAnswer = v.strictObject({ accepted: v.nullable(AgreementAnswer) })
export type AgreementAnswer = v.InferOutput<typeof AgreementAnswer>

export const AcceptanceCodeAnswer = v.strictObject({
  /** Where it went, the most of it hidden. */
  to: v.string(),
  expiresAt: v.string(),
  /** Only in demo mode. */
  code: v.optional(v.string()),
})

type Kept = { hash: string; acceptedAt: number | null }

export function describeAgreement(one: Agreement, { hash, acceptedAt }: Kept): AgreementAnswer {
  const { terms, rows, clauses, shares, guarantors, deductions, tranches, ...told } = one
  return {
    hash,
    acceptedAt: acceptedAt === null ? null : instantText(acceptedAt),
    agreement: {
      ...told,
      principal: terms.principal,
      annualRate: percentOf(terms.annualRate),
      instalments: terms.instalments,
      allocation: [...terms.allocation],
      ...{ shares: [...shares], guarantors: [...guarantors], deductions: [...deductions] },
      tranches: [...tranches],
      rows: rows.map(({ days: _, ...row }) => row),
      clauses: [...clauses],
    },
  }
}
