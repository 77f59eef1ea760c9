import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { LoanProduct, RateCap } from '#worker/lending/loan-products/loan-product'
import { percentOf } from '#worker/lending/schedules/rate'

const LenderAnswer = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

export const LoanProductAnswer = v.strictObject({
  id: v.string(),
  lender: LenderAnswer,
  name: v.string(),
  description: v.string(),
  audience: v.picklist(['person', 'group', 'both']),
  annualRate: v.number(),
  /** Percent a year of the dearest loan the product makes. */
  effectiveAnnualRate: v.number(),
  interestMethod: v.picklist(['flat', 'declining']),
  amortization: v.picklist(['equalInstalment', 'equalPrincipal']),
  every: v.number(),
  unit: v.picklist(['day', 'week', 'month']),
  minPrincipal: v.number(),
  maxPrincipal: v.number(),
  minInstalments: v.number(),
  maxInstalments: v.number(),
  grace: v.number(),
  roundTo: v.number(),
  feeRate: v.number(),
  earlyPayment: v.picklist(['keepPlan', 'reduceNumber', 'reduceInstalment']),
  status: v.picklist(['offered', 'retired']),
  createdAt: v.string(),
})
export type LoanProductAnswer = v.InferOutput<typeof LoanProductAnswer>

export const LoanProductsAnswer = pageOf(LoanProductAnswer)

export const RateCapAnswer = v.strictObject({
  since: v.string(),
  annualRate: v.number(),
  measure: v.picklist(['nominal', 'effective']),
  source: v.string(),
})

export const RateCapsAnswer = pageOf(RateCapAnswer)

type Lender = { id: string; slug: string; name: string }

export function describeProduct(product: LoanProduct, lender: Lender): LoanProductAnswer {
  const { lenderId: _, dearestRate, version: __, createdAt, ...told } = product
  return {
    ...told,
    lender,
    annualRate: percentOf(product.annualRate),
    effectiveAnnualRate: dearestRate / 100,
    feeRate: percentOf(product.feeRate),
    createdAt: instantText(createdAt),
  }
}

export function describeCap(cap: RateCap): v.InferOutput<typeof RateCapAnswer> {
  return { ...cap, annualRate: percentOf(cap.annualRate) }
}
