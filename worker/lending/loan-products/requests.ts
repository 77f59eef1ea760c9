import * as v from 'valibot'
import { says } from '#worker/http/language'
import { count, date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { rateOfPercent, type Rate } from '#worker/lending/schedules/rate'

/** A yearly percentage, exact to six decimals. */
export const percent = (most: number) =>
  v.pipe(
    v.number(says('Tulis persen.', 'Give a percentage.')),
    v.minValue(0, says('Tidak di bawah 0.', 'Not below 0.')),
    v.maxValue(most, says(`Paling tinggi ${most}.`, `At most ${most}.`)),
    v.check(
      (value) => rateOfPercent(value) !== undefined,
      says('Paling banyak enam angka di belakang koma.', 'Six decimals at most.'),
    ),
    v.transform((value): Rate => rateOfPercent(value)!),
  )

const offer = v.strictObject({
  name: text(80),
  description: text(1000),
  audience: v.picklist(['person', 'group', 'both'], 'person, group or both.'),
  annualRate: percent(100),
  interestMethod: v.picklist(['flat', 'declining'], 'flat or declining.'),
  amortization: v.picklist(['equalInstalment', 'equalPrincipal']),
  every: v.optional(count(1, 366), 1),
  unit: v.optional(v.picklist(['day', 'week', 'month'], 'day, week or month.'), 'month'),
  minPrincipal: money(),
  maxPrincipal: money(),
  minInstalments: count(1, 600),
  maxInstalments: count(1, 600),
  grace: v.optional(count(0, 24), 0),
  roundTo: v.optional(v.picklist([1, 100, 500, 1000], '1, 100, 500 or 1000.'), 1),
  feeRate: v.optional(percent(10), 0),
  earlyPayment: v.optional(
    v.picklist(['keepPlan', 'reduceNumber', 'reduceInstalment']),
    'keepPlan',
  ),
})

/** What a lender offers; limits in order. */
export const LoanProductRequest = v.pipe(
  offer,
  v.forward(
    v.partialCheck(
      [['minPrincipal'], ['maxPrincipal']],
      (one) => one.minPrincipal <= one.maxPrincipal,
      says('Tidak di bawah yang paling kecil.', 'Not below the least.'),
    ),
    ['maxPrincipal'],
  ),
  v.forward(
    v.partialCheck(
      [['minInstalments'], ['maxInstalments']],
      (one) => one.minInstalments <= one.maxInstalments,
      says('Tidak di bawah yang paling kecil.', 'Not below the least.'),
    ),
    ['maxInstalments'],
  ),
)

export const RateCapRequest = v.strictObject({
  since: date(),
  annualRate: percent(1000),
  measure: v.picklist(['nominal', 'effective'], 'nominal or effective.'),
  source: text(200),
})

export const LoanProductsQuery = v.strictObject({
  lender: v.optional(v.pipe(v.string(), v.maxLength(80))),
  after: after([id()]),
  limit,
})
