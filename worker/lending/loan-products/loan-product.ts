/**
 * A loan product is what a lender offers: a price, limits, and the shape of the schedule. Its price is
 * shown by the effective yearly rate of the dearest loan it can make, and no product above the cap in
 * force can be offered. Rates are millionths of a percent; amounts whole rupiah.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { effectiveAnnualRate } from '#worker/lending/schedules/effective-rate'
import { percentOf, type Rate } from '#worker/lending/schedules/rate'
import { schedule } from '#worker/lending/schedules/schedule'
import {
  loanTerms,
  type InterestMethod,
  type LoanTerms,
  type Unit,
} from '#worker/lending/schedules/terms'

export type Audience = 'person' | 'group' | 'both'
export type EarlyPayment = 'keepPlan' | 'reduceNumber' | 'reduceInstalment'

/** What a lender decides about a product. */
export type Offer = {
  name: string
  description: string
  audience: Audience
  annualRate: Rate
  interestMethod: InterestMethod
  amortization: 'equalInstalment' | 'equalPrincipal'
  every: number
  unit: Unit
  minPrincipal: Amount
  maxPrincipal: Amount
  minInstalments: number
  maxInstalments: number
  /** So many first instalments pay interest only. */
  grace: number
  /** Instalments are rounded to a multiple of this. */
  roundTo: number
  /** Share of the principal kept at disbursement. */
  feeRate: Rate
  earlyPayment: EarlyPayment
}

export type LoanProduct = Offer & {
  id: string
  lenderId: string
  /** Hundredths of a percent a year. */
  dearestRate: number
  status: 'offered' | 'retired'
  createdAt: number
  version: number
}

/** A ceiling on price, from the day it applies, with the rule it comes from. */
export type RateCap = {
  since: LocalDate
  annualRate: Rate
  measure: 'nominal' | 'effective'
  source: string
}

/** The terms of one loan of the product. */
export function termsOf(
  offer: Offer,
  loan: { principal: Amount; instalments: number; disbursedOn: LocalDate },
): LoanTerms {
  const fee = { kind: 'atDisbursement', deducted: true, rate: offer.feeRate } as const
  return loanTerms({
    ...loan,
    annualRate: offer.annualRate,
    interestMethod: offer.interestMethod,
    amortization: offer.amortization,
    every: offer.every,
    unit: offer.unit,
    graceOnPrincipal: Math.min(offer.grace, loan.instalments - 1),
    roundInstalmentTo: offer.roundTo,
    roundInstalment: 'up',
    fees: offer.feeRate > 0 ? [fee] : [],
  })
}

/** The effective yearly rate of the terms in hundredths of a percent; 0 where there is no cost. */
export function effectiveRateOf(terms: LoanTerms): number {
  return Math.round((effectiveAnnualRate(terms, schedule(terms)) ?? 0) * 100)
}

/** The highest effective rate within the limits: cost does not peak between their corners. */
export function dearestRate(offer: Offer, on: LocalDate): number {
  const corners = [offer.minPrincipal, offer.maxPrincipal].flatMap((principal) =>
    [offer.minInstalments, offer.maxInstalments].map((instalments) => ({
      principal,
      instalments,
      disbursedOn: on,
    })),
  )
  return Math.max(...corners.map((corner) => effectiveRateOf(termsOf(offer, corner))))
}

/** The cap in force on a day: the latest that has begun. */
export function capOn(caps: readonly RateCap[], on: LocalDate): RateCap | undefined {
  return caps
    .filter((cap) => cap.since <= on)
    .sort((a, b) => (a.since < b.since ? 1 : -1))
    .at(0)
}

/**
 * Offers a product, or a changed one. Refuses a lender without a cap in force, and a price above it on
 * the cap's measure. A flat rate is also measured by what it costs effectively when the cap says so.
 */
export function offerProduct(
  offer: Offer,
  caps: readonly RateCap[],
  made: { id: string; lenderId: string; on: LocalDate; at: number; version: number },
): LoanProduct {
  const cap = capOn(caps, made.on)
  if (!cap) throw new Refusal('above-cap', 'Record the cap that binds you first, with its source.')
  const dearest = dearestRate(offer, made.on)
  const price = cap.measure === 'effective' ? dearest / 100 : percentOf(offer.annualRate)
  refuseUnless(
    price <= percentOf(cap.annualRate),
    'above-cap',
    `${price} % a year is above the cap of ${percentOf(cap.annualRate)} % (${cap.source}).`,
  )
  return {
    ...offer,
    id: made.id,
    lenderId: made.lenderId,
    dearestRate: dearest,
    status: 'offered',
    createdAt: made.at,
    version: made.version,
  }
}
