import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Change } from '#worker/lending/offering/loan-products/changes'
import type { LoanProduct, Offer } from '#worker/lending/offering/loan-products/loan-product'
import { tellOffer } from '#worker/lending/offering/loan-products/telling'
import { PROGRAMMES } from '#worker/lending/offering/rate-caps/programmes'

const LenderAnswer = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

const FeeAnswer = v.strictObject({
  name: v.string(),
  kind: v.picklist(['atDisbursement', 'perInstalment', 'afterDays']),
  amount: v.nullable(v.number()),
  percent: v.nullable(v.number()),
  deducted: v.boolean(),
  days: v.nullable(v.number()),
})

const PenaltyAnswer = v.strictObject({
  graceDays: v.number(),
  rate: v.number(),
  base: v.picklist(['principal', 'instalment']),
  cap: v.number(),
})

/** An offer as it is told: rates in percent. */
const offer = {
  name: v.string(),
  description: v.string(),
  audience: v.picklist(['person', 'group', 'enterprise', 'any']),
  programme: v.picklist(['', ...PROGRAMMES]),
  annualRate: v.number(),
  interestMethod: v.picklist(['flat', 'declining']),
  amortization: v.picklist(['equalInstalment', 'equalPrincipal', 'weighted', 'bullet']),
  weights: v.array(v.number()),
  every: v.number(),
  unit: v.picklist(['day', 'week', 'month']),
  interestPeriod: v.picklist(['perInstalment', 'daily']),
  dayCount: v.picklist(['30/360', 'actual/360', 'actual/365', 'actual/actual']),
  rest: v.picklist(['instalment', 'year']),
  minPrincipal: v.number(),
  maxPrincipal: v.number(),
  minInstalments: v.number(),
  maxInstalments: v.number(),
  graceOnPrincipal: v.number(),
  graceOnInterestPayment: v.number(),
  interestFreeInstalments: v.number(),
  roundInstalmentTo: v.number(),
  roundInstalment: v.picklist(['up', 'down', 'halfUp', 'halfEven']),
  fees: v.array(FeeAnswer),
  penalty: v.nullable(PenaltyAnswer),
  daysOff: v.strictObject({ weekdays: v.array(v.number()), holidays: v.boolean() }),
  allocation: v.array(v.picklist(['interest', 'principal', 'fees', 'penalties'])),
  earlyPayment: v.picklist(['keepPlan', 'reduceNumber', 'reduceInstalment']),
  basis: v.picklist(['cash', 'accrual']),
  payoutShare: v.number(),
}

const OfferAnswer = v.strictObject(offer)
export type OfferAnswer = v.InferOutput<typeof OfferAnswer>
export type FeeAnswer = v.InferOutput<typeof FeeAnswer>

export const LoanProductAnswer = v.strictObject({
  id: v.string(),
  lender: LenderAnswer,
  ...offer,
  /** Percent a year of the dearest loan the product makes, fees included. */
  effectiveAnnualRate: v.number(),
  status: v.picklist(['offered', 'retired']),
  /** Of the offer in force; an application keeps that with which it was made. */
  version: v.number(),
  createdAt: v.string(),
})
export type LoanProductAnswer = v.InferOutput<typeof LoanProductAnswer>

export const LoanProductsAnswer = pageOf(LoanProductAnswer)

const ChangeAnswer = v.strictObject({
  field: v.string(),
  before: v.unknown(),
  after: v.unknown(),
})

export const ProductVersionsAnswer = pageOf(
  v.strictObject({
    version: v.number(),
    madeAt: v.string(),
    /** Null where it was made before versions were kept. */
    madeBy: v.nullable(v.string()),
    /** Active loans that were signed with it. */
    running: v.number(),
    offer: OfferAnswer,
    /** What it changed of the version before; values as the offer tells them. */
    changes: v.array(ChangeAnswer),
  }),
)

type Lender = { id: string; slug: string; name: string }

export function describeProduct(product: LoanProduct, lender: Lender): LoanProductAnswer {
  const {
    lenderId: _,
    holidays: __,
    dearestRate,
    createdAt,
    id,
    status,
    version,
    ...given
  } = product
  return {
    id,
    lender,
    ...tellOffer(given),
    effectiveAnnualRate: dearestRate / 100,
    status,
    version,
    createdAt: instantText(createdAt),
  }
}

type Version = {
  version: number
  madeAt: number
  madeBy: string | null
  running: number
  offer: Offer
}

export function describeVersion(one: Version, changes: readonly Change[]) {
  const { madeAt, offer: given, ...told } = one
  return {
    ...told,
    madeAt: instantText(madeAt),
    offer: tellOffer(given),
    changes: [...changes],
  }
}
