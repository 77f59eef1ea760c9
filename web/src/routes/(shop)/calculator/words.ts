/** What the calculator says of a loan and of a field that is wrong, in the reader's language. */
import { date, money } from '#lib/format.ts'
import { percent, rhythm } from '#lib/loan-words.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import type { Unit } from '#worker/lending/offering/schedules/terms'
import type { Field, Typed } from './asked.ts'

/** `12 kali, setiap bulan`. */
export function times(count: number, given: { every: number; unit: string }): string {
  const each = rhythm({ ...given, unit: given.unit as Unit })
  return count === 1 ? m.calculator_once({ each }) : m.calculator_times({ times: count, each })
}

type Quoted = { rows: readonly { dueOn: string }[]; totals: { principal: number } }

/** The whole loan in two sentences, as it is read to someone and printed above the schedule. */
export function inWords(typed: Typed, { rows, totals }: Quoted): string {
  const locale = getLocale()
  const flat = typed.interestMethod === 'flat'
  return m.calculator_in_words({
    principal: money(totals.principal),
    rate: ratePercent(typed),
    method: flat ? m.calculator_words_flat() : m.calculator_words_declining(),
    times: times(rows.length, { every: Number(typed.every), unit: typed.unit }),
    from: date(typed.disbursedOn, locale),
    until: date(rows.at(-1)?.dueOn ?? typed.disbursedOn, locale),
  })
}

/** The nominal rate as it was typed: `6,25 %`. */
export function ratePercent({ annualRate }: Typed): string {
  return percent(Number(annualRate.replace(/\s|%/g, '').replace(',', '.')))
}

const WRONG: Record<Field, () => string> = {
  principal: m.calculator_wrong_principal,
  annualRate: m.calculator_wrong_rate,
  interestMethod: m.calculator_wrong_choice,
  amortization: m.calculator_wrong_choice,
  instalments: m.calculator_wrong_instalments,
  every: m.calculator_wrong_every,
  unit: m.calculator_wrong_choice,
  disbursedOn: m.calculator_wrong_date,
  firstDueOn: m.calculator_wrong_first_due_on,
  roundInstalmentTo: m.calculator_wrong_choice,
  roundInstalment: m.calculator_wrong_choice,
  graceOnPrincipal: m.calculator_wrong_grace,
  graceOnInterestPayment: m.calculator_wrong_grace,
  interestFreeInstalments: m.calculator_wrong_free,
  feePercent: m.calculator_wrong_fee,
  feeAmount: m.calculator_wrong_fee,
  feeEach: m.calculator_wrong_fee,
  dayCount: m.calculator_wrong_choice,
}

/** The sentence beside a field, where it is among the wrong ones. */
export function fault(wrong: readonly Field[], field: Field): string | null {
  return wrong.includes(field) ? WRONG[field]() : null
}
