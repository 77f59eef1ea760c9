/**
 * What a form of a product would offer: an example loan row by row, its price, the dearest loan within
 * the limits, and what is wrong. The engine and the rules are those of the API, so that the server and
 * the browser say the same while one types.
 */
import { safeParse } from 'valibot'
import { amountFrom } from '#lib/format.ts'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { said } from '#worker/kernel/sentence'
import { exampleOf, withinLimits } from '#worker/lending/offering/loan-products/limits'
import { termsOf, type Offered } from '#worker/lending/offering/loan-products/loan-product'
import { dearest } from '#worker/lending/offering/loan-products/price'
import { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import { quote, type LoanQuote } from '#worker/lending/offering/quotes/quote'
import type { RateCapAnswer } from '#worker/lending/offering/rate-caps/answers'
import type { RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { capsInForce, keepWithin } from '#worker/lending/offering/rate-caps/rate-cap'
import { rateOfPercent } from '#worker/lending/offering/schedules/rate'
import { askedIn, numberOf, type Typed } from './asked.ts'
import { faultsOf, type Faults } from './faults.ts'

export type Ground = {
  /** What the lender has recorded; the programmes' own are known. */
  caps: readonly RateCapAnswer[]
  holidays: readonly string[]
  today: LocalDate
  locale: 'id' | 'en'
}

export type Example = {
  /** Null until the form can be counted. */
  quote: LoanQuote | null
  instalments: number
  /** Percent a year of the dearest loan. */
  dearest: number | null
  faults: Faults
}

const NOTHING = { quote: null, instalments: 0, dearest: null }

const rateOf = (percent: number | null) => (percent === null ? null : rateOfPercent(percent)!)

/** A recorded ceiling as the rules know it. */
export const capOf = (cap: RateCapAnswer): RateCap =>
  ({ ...cap, nominal: rateOf(cap.nominal), effective: rateOf(cap.effective) }) as RateCap

/** The faults of a refusal by field. */
function refusedBy(act: () => void, typed: Typed, locale: Ground['locale']): Faults {
  try {
    act()
    return {}
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const errors = reason.more.errors ?? []
    return faultsOf(
      errors.map(({ pointer, detail }) => ({ pointer, detail: said(detail, locale) })),
      typed,
    )
  }
}

/** The loan asked for in the example's own fields, or one such as many take. */
function wanted(offer: Offered, typed: Typed) {
  const usual = exampleOf(offer)
  const typedAmount = amountFrom(typed.exampleAmount ?? '')
  const typedCount = numberOf(typed.exampleInstalments)
  const own = {
    amount: typedAmount === null ? usual.amount : amount(typedAmount),
    instalments: Number.isInteger(typedCount) ? typedCount : usual.instalments,
  }
  try {
    withinLimits(offer, own)
    return own
  } catch {
    return usual
  }
}

export function counted(typed: Typed, { caps, holidays, today, locale }: Ground): Example {
  const parsed = safeParse(LoanProductRequest, askedIn(typed), { lang: locale })
  if (!parsed.success) {
    const errors = parsed.issues.map(({ path, message }) => ({
      pointer: `/${path?.map(({ key }) => String(key)).join('/') ?? ''}`,
      detail: message,
    }))
    return { ...NOTHING, faults: faultsOf(errors, typed) }
  }
  const offer: Offered = { ...parsed.output, holidays: holidays as LocalDate[] }
  const most = dearest(offer, today)
  const price = { annualRate: offer.annualRate, dearest: most }
  const inForce = capsInForce(caps.map(capOf), offer.programme, today)
  const { amount: principal, instalments } = wanted(offer, typed)
  return {
    quote: quote(termsOf(offer, { principal, instalments, disbursedOn: today })),
    instalments,
    dearest: Number.isFinite(most.rate) ? most.rate / 100 : null,
    faults: refusedBy(() => keepWithin(inForce, price), typed, locale),
  }
}
