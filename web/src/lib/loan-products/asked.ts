/**
 * The form of a loan product: text as typed on one side, the body that the API wants on the other. A
 * product or a template fills the form; what was typed is drawn again and, in the browser, counted again.
 */
import type { InferInput } from 'valibot'
import { amountFrom, whole } from '#lib/format.ts'
import type { OfferAnswer } from '#worker/lending/offering/loan-products/answers'
import type { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import { feesIn, typedFees } from './fees.ts'

export type Asked = InferInput<typeof LoanProductRequest>
export type Typed = Record<string, string>

/** Days of the week on which nothing may fall due: 0 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const

const figure = (value: number) => String(value).replace('.', ',')
const ticked = (is: boolean) => (is ? 'on' : '')

/** The form as it is drawn for an offer. */
export function typedOf(offer: OfferAnswer): Typed {
  const { penalty, daysOff } = offer
  const days = WEEKDAYS.map((day) => [`dayOff${day}`, ticked(daysOff.weekdays.includes(day))])
  return {
    ...plainIn(offer),
    annualRate: figure(offer.annualRate),
    weights: offer.weights.join(', '),
    rhythm: `${offer.every} ${offer.unit}`,
    dayCount: offer.interestPeriod === 'daily' ? offer.dayCount : '',
    minPrincipal: whole(offer.minPrincipal),
    maxPrincipal: whole(offer.maxPrincipal),
    ...typedFees(offer.fees),
    penalty: ticked(penalty !== null),
    penaltyDays: String(penalty?.graceDays ?? 7),
    penaltyRate: figure(penalty?.rate ?? 0.1),
    penaltyBase: penalty?.base ?? 'instalment',
    penaltyCap: figure(penalty?.cap ?? 5),
    ...Object.fromEntries(days),
    holidays: ticked(daysOff.holidays),
    allocation: offer.allocation.join(' '),
    payoutShare: figure(offer.payoutShare),
  }
}

const PLAIN = [
  ...['name', 'description', 'audience', 'programme', 'interestMethod', 'amortization', 'rest'],
  ...['minInstalments', 'maxInstalments', 'graceOnPrincipal', 'graceOnInterestPayment'],
  ...['interestFreeInstalments', 'roundInstalmentTo', 'roundInstalment', 'earlyPayment', 'basis'],
] as const

function plainIn(offer: OfferAnswer): Typed {
  const told = offer as unknown as Record<string, string | number>
  return Object.fromEntries(PLAIN.map((field) => [field, String(told[field] ?? '')]))
}

/** A number with a decimal comma or point; what is none is refused at its field. */
export function numberOf(text: string | undefined, unsaid = Number.NaN): number {
  const plain = (text ?? '').replace(/\s|%/g, '').replace(',', '.')
  return plain === '' ? unsaid : Number(plain)
}

const rupiah = (text: string | undefined) => amountFrom(text ?? '') ?? Number.NaN

function weightsIn({ amortization, weights = '' }: Typed): number[] {
  if (amortization !== 'weighted') return []
  return weights.split(/[\s,;]+/).flatMap((part) => (part === '' ? [] : [Number(part)]))
}

function penaltyIn(typed: Typed): Asked['penalty'] {
  if (!typed.penalty) return null
  return {
    graceDays: numberOf(typed.penaltyDays),
    rate: numberOf(typed.penaltyRate),
    base: typed.penaltyBase as 'instalment',
    cap: numberOf(typed.penaltyCap),
  }
}

/** The body of the request; nothing is judged here, so choices are passed on as they came. */
export function askedIn(typed: Typed): Asked {
  const [every, unit] = (typed.rhythm ?? '').split(' ')
  const daily = typed.dayCount
    ? { interestPeriod: 'daily', dayCount: typed.dayCount }
    : { interestPeriod: 'perInstalment' }
  const choices = {
    audience: typed.audience,
    programme: typed.programme,
    interestMethod: typed.interestMethod,
    amortization: typed.amortization,
    unit,
    rest: typed.rest,
    roundInstalment: typed.roundInstalment,
    earlyPayment: typed.earlyPayment,
    basis: typed.basis,
    allocation: (typed.allocation ?? '').split(' '),
    ...daily,
  } as unknown as Pick<Asked, 'interestMethod' | 'amortization'>
  return {
    ...choices,
    name: typed.name ?? '',
    description: typed.description ?? '',
    annualRate: numberOf(typed.annualRate),
    weights: weightsIn(typed),
    every: numberOf(every),
    minPrincipal: rupiah(typed.minPrincipal),
    maxPrincipal: rupiah(typed.maxPrincipal),
    minInstalments: numberOf(typed.minInstalments),
    maxInstalments: numberOf(typed.maxInstalments),
    graceOnPrincipal: numberOf(typed.graceOnPrincipal, 0),
    graceOnInterestPayment: numberOf(typed.graceOnInterestPayment, 0),
    interestFreeInstalments: numberOf(typed.interestFreeInstalments, 0),
    roundInstalmentTo: numberOf(typed.roundInstalmentTo, 1),
    fees: feesIn(typed),
    penalty: penaltyIn(typed),
    daysOff: {
      weekdays: WEEKDAYS.filter((day) => typed[`dayOff${day}`]),
      holidays: Boolean(typed.holidays),
    },
    payoutShare: numberOf(typed.payoutShare, 0),
  }
}
