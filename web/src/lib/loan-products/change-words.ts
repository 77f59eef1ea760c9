/** What a version changed, in words: the term by its name, and its value before and after. */
import { money } from '#lib/format.ts'
import { percent, rhythm } from '#lib/loan-words.ts'
import { m } from '#lib/paraglide/messages.js'
import type { FeeAnswer, OfferAnswer } from '#worker/lending/offering/loan-products/answers'
import * as words from './words.ts'

type Change = { field: string; before?: unknown; after?: unknown }

const NAMES: Readonly<Record<string, () => string>> = {
  name: m.loan_products_name,
  description: m.loan_products_description,
  audience: m.loan_products_audience,
  programme: m.loan_products_programme,
  annualRate: m.loan_products_rate,
  interestMethod: m.loan_products_method,
  amortization: m.loan_products_amortization,
  weights: m.loan_products_weights,
  every: m.loan_products_rhythm,
  unit: m.loan_products_rhythm,
  interestPeriod: m.loan_products_day_count,
  dayCount: m.loan_products_day_count,
  rest: m.loan_products_rest,
  minPrincipal: m.loan_products_least,
  maxPrincipal: m.loan_products_most,
  minInstalments: m.loan_products_fewest,
  maxInstalments: m.loan_products_longest,
  graceOnPrincipal: m.loan_products_grace_principal,
  graceOnInterestPayment: m.loan_products_grace_interest,
  interestFreeInstalments: m.loan_products_interest_free,
  roundInstalmentTo: m.loan_products_round_to,
  roundInstalment: m.loan_products_round,
  fees: m.loan_products_fees,
  penalty: m.loan_products_penalties,
  daysOff: m.loan_products_days_off,
  allocation: m.loan_products_allocation,
  earlyPayment: m.loan_products_early,
  basis: m.loan_products_basis,
  payoutShare: m.loan_products_payout_share,
}

const CHOICES: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  audience: words.AUDIENCES,
  programme: words.PROGRAMMES,
  interestMethod: words.METHODS,
  amortization: words.AMORTIZATIONS,
  rest: words.RESTS,
  roundInstalment: words.ROUNDINGS,
  earlyPayment: words.EARLY,
  basis: words.BASES,
  interestPeriod: {
    perInstalment: m.loan_products_day_count_none,
    daily: () => m.loan_products_day_count_of({ value: '' }).replace(/,\s*$/, ''),
  },
}

const MONEY = ['minPrincipal', 'maxPrincipal', 'roundInstalmentTo']
const PERCENT = ['annualRate', 'payoutShare']

const feesSaid = (fees: readonly FeeAnswer[]) =>
  fees.map((fee) => `${fee.name} ${words.feeWords(fee)}`).join('; ')

function daysSaid({ weekdays, holidays }: OfferAnswer['daysOff']): string {
  const days = weekdays.map((day) => words.DAYS[day]?.() ?? '')
  return [...days, ...(holidays ? [m.loan_products_holidays_said()] : [])].join(', ')
}

function structured(field: string, value: unknown): string {
  if (field === 'fees') return feesSaid(value as FeeAnswer[])
  if (field === 'penalty') return value ? words.penaltyWords(value as never) : ''
  if (field === 'daysOff') return daysSaid(value as OfferAnswer['daysOff'])
  if (field === 'allocation') return words.inOrder((value as string[]).join(' '))
  if (field === 'weights') return (value as number[]).join(' · ')
  return String(value ?? '')
}

function valueSaid(field: string, value: unknown): string {
  const choice = CHOICES[field]?.[String(value)]
  if (choice) return choice()
  if (field === 'unit') return rhythm({ every: 1, unit: value as 'day' })
  if (typeof value === 'number') {
    if (MONEY.includes(field)) return money(value)
    return PERCENT.includes(field) ? percent(value) : String(value)
  }
  return structured(field, value) || m.loan_products_none()
}

export function changeWords({ field, before, after }: Change): string {
  return m.loan_products_changed_from({
    field: NAMES[field]?.() ?? field,
    before: valueSaid(field, before),
    after: valueSaid(field, after),
  })
}
