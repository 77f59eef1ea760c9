/** How the terms of a product are said, in the words of a borrower. */
import { money } from '#lib/format.ts'
import { percent, rhythm } from '#lib/loan-words.ts'
import { m } from '#lib/paraglide/messages.js'
import type { FeeAnswer, OfferAnswer } from '#worker/lending/offering/loan-products/answers'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { percentOf, type Rate } from '#worker/lending/offering/schedules/rate'

type Say = () => string
type Words<Key extends string> = Readonly<Record<Key, Say>>

export const AUDIENCES: Words<OfferAnswer['audience']> = {
  any: m.loan_products_to_any,
  person: m.loan_products_to_person,
  group: m.loan_products_to_group,
  enterprise: m.loan_products_to_enterprise,
}
export const PROGRAMMES: Words<OfferAnswer['programme']> = {
  '': m.loan_products_programme_none,
  kur: m.loan_products_programme_kur,
  koperasi: m.loan_products_programme_koperasi,
  pumk: m.loan_products_programme_pumk,
  qardh: m.loan_products_programme_qardh,
}
export const METHODS: Words<OfferAnswer['interestMethod']> = {
  declining: m.loan_products_declining,
  flat: m.loan_products_flat,
}
export const AMORTIZATIONS: Words<OfferAnswer['amortization']> = {
  equalInstalment: m.loan_products_equal_instalment,
  equalPrincipal: m.loan_products_equal_principal,
  weighted: m.loan_products_weighted,
  bullet: m.loan_products_bullet,
}
export const RESTS: Words<OfferAnswer['rest']> = {
  instalment: m.loan_products_rest_instalment,
  year: m.loan_products_rest_year,
}
export const EARLY: Words<OfferAnswer['earlyPayment']> = {
  keepPlan: m.loan_products_keep_plan,
  reduceNumber: m.loan_products_reduce_number,
  reduceInstalment: m.loan_products_reduce_instalment,
}
export const ROUNDINGS: Words<OfferAnswer['roundInstalment']> = {
  up: m.loan_products_round_up,
  halfUp: m.loan_products_round_half_up,
  down: m.loan_products_round_down,
  halfEven: m.loan_products_round_half_even,
}
export const BASES: Words<OfferAnswer['basis']> = {
  cash: m.loan_products_basis_cash,
  accrual: m.loan_products_basis_accrual,
}
export const PENALTY_BASES: Words<'principal' | 'instalment'> = {
  instalment: m.loan_products_penalty_of_instalment,
  principal: m.loan_products_penalty_of_principal,
}
export const FEE_KINDS: Words<'deducted' | 'paid' | 'perInstalment' | 'afterDays'> = {
  deducted: m.loan_products_fee_deducted,
  paid: m.loan_products_fee_paid,
  perInstalment: m.loan_products_fee_each,
  afterDays: m.loan_products_fee_after,
}
export const PARTS: Words<OfferAnswer['allocation'][number]> = {
  interest: m.loan_products_part_interest,
  principal: m.loan_products_part_principal,
  fees: m.loan_products_part_fees,
  penalties: m.loan_products_part_penalties,
}
export const DAYS: readonly Say[] = [
  m.loan_products_sunday,
  m.loan_products_monday,
  m.loan_products_tuesday,
  m.loan_products_wednesday,
  m.loan_products_thursday,
  m.loan_products_friday,
  m.loan_products_saturday,
]
/** How often instalments come: `35 day` is a selapanan. */
export const RHYTHMS: Readonly<Record<string, Say>> = {
  '1 day': m.loan_products_daily,
  '1 week': m.loan_products_weekly,
  '2 week': m.loan_products_two_weekly,
  '35 day': m.loan_products_selapanan,
  '1 month': m.loan_products_monthly,
  '3 month': m.loan_products_three_monthly,
  '6 month': m.loan_products_six_monthly,
}
/** Orders in which a payment covers the parts of an instalment; the kind one first. */
export const ORDERS = [
  'interest principal fees penalties',
  'principal interest fees penalties',
  'interest fees principal penalties',
  'fees interest principal penalties',
  'penalties fees interest principal',
] as const

/** The words of a table as the options of a field. */
export function optionsOf<Key extends string>(words: Words<Key>) {
  return (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value]() }))
}

export const inOrder = (order: string) =>
  order
    .split(' ')
    .map((part) => PARTS[part as 'fees']?.() ?? part)
    .join(' → ')

export function feeWords(fee: FeeAnswer): string {
  const cost = fee.percent === null ? money(fee.amount ?? 0) : percent(fee.percent)
  if (fee.kind === 'perInstalment') return m.loan_products_fee_each_said({ cost })
  if (fee.kind === 'afterDays') return m.loan_products_fee_after_said({ cost, days: fee.days ?? 0 })
  return fee.deducted
    ? m.loan_products_fee_deducted_said({ cost })
    : m.loan_products_fee_paid_said({ cost })
}

export function penaltyWords(penalty: NonNullable<OfferAnswer['penalty']>): string {
  return m.loan_products_penalty_said({
    days: penalty.graceDays,
    rate: percent(penalty.rate),
    base: PENALTY_BASES[penalty.base](),
    cap: percent(penalty.cap),
  })
}

/** `12–36 kali, setiap bulan`. */
export function termWords({ minInstalments, maxInstalments, every, unit }: OfferAnswer): string {
  const count =
    minInstalments === maxInstalments ? `${minInstalments}` : `${minInstalments}–${maxInstalments}`
  return m.lending_how_many({ count, each: rhythm({ every, unit }) })
}

/** The ceiling in force as sentences: one where both rates have the same. */
export function ceilingWords({ nominal, effective, source }: RateCap): string[] {
  const said = (rate: Rate) => ({ rate: percent(percentOf(rate)), source })
  if (nominal !== null && nominal === effective)
    return [m.loan_products_cap_both_line(said(nominal))]
  return [
    ...(nominal === null ? [] : [m.loan_products_cap_nominal_line(said(nominal))]),
    ...(effective === null ? [] : [m.loan_products_cap_effective_line(said(effective))]),
  ]
}

/** When principal comes back by seasons; shares that differ stand behind. */
export function seasonWords(weights: readonly number[]): string {
  const paying = weights.flatMap((weight, at) => (weight > 0 ? [at + 1] : []))
  const said = m.loan_products_seasons_said({ at: paying.join(', '), of: weights.length })
  const shares = new Set(weights.filter((weight) => weight > 0))
  return shares.size > 1 ? `${said} (${weights.join(' : ')})` : said
}
