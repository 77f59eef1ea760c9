/** What a lender may offer: each field within its bounds, and together a loan that can be counted. */
import * as v from 'valibot'
import { says } from '#worker/http/language'
import { count, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import { contradictions } from '#worker/lending/offering/loan-products/contradictions'
import type { Offer, OfferedFee } from '#worker/lending/offering/loan-products/loan-product'
import { PROGRAMMES } from '#worker/lending/offering/rate-caps/programmes'
import { rateOfPercent, type Rate } from '#worker/lending/offering/schedules/rate'
import type { Part } from '#worker/lending/offering/schedules/terms'

/** A percentage, exact to six decimals. */
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

function oneOf<const Choice extends string>(...choices: readonly Choice[]) {
  const told = choices.filter((choice) => choice !== '').join(', ')
  return v.picklist(choices, says(`Salah satu dari ${told}.`, `One of ${told}.`))
}

const OfferedFee = v.pipe(
  v.strictObject({
    name: text(60),
    kind: oneOf('atDisbursement', 'perInstalment', 'afterDays'),
    amount: v.optional(money()),
    percent: v.optional(percent(100)),
    /** Kept from what is handed over; otherwise the borrower pays it. */
    deducted: v.optional(v.boolean(), true),
    days: v.optional(count(0, 3660)),
  }),
  v.check(
    (fee) => (fee.amount === undefined) !== (fee.percent === undefined),
    says('Isi jumlah atau persen, salah satu saja.', 'Give either an amount or a percentage.'),
  ),
  v.check(
    (fee) => (fee.days !== undefined) === (fee.kind === 'afterDays'),
    says('Isi berapa hari sesudah pencairan.', 'Give the days after the disbursement.'),
  ),
  v.transform(({ name, kind, amount: fixed, percent: share, deducted, days }): OfferedFee => {
    const cost = share === undefined ? { amount: fixed ?? amount(0) } : { rate: share }
    if (kind === 'atDisbursement') return { ...cost, name, kind, deducted }
    return kind === 'afterDays' ? { ...cost, name, kind, days: days ?? 0 } : { ...cost, name, kind }
  }),
)

const PenaltyRule = v.strictObject({
  graceDays: count(0, 365),
  /** Percent a day. */
  rate: percent(1),
  base: oneOf('principal', 'instalment'),
  /** Percent of the base: what the penalties of one instalment come to at most. */
  cap: percent(100),
})

const PARTS = ['interest', 'principal', 'fees', 'penalties'] as const satisfies readonly Part[]

const Allocation = v.pipe(
  v.array(v.picklist(PARTS)),
  v.check(
    (order) => order.length === PARTS.length && new Set(order).size === PARTS.length,
    says('Setiap bagian satu kali.', 'Each part once.'),
  ),
)

const DaysOff = v.strictObject({
  /** 0 is Sunday. */
  weekdays: v.pipe(
    v.array(count(0, 6)),
    v.check(
      (days) => new Set(days).size === days.length && days.length <= 6,
      says('Sisakan satu hari dalam sepekan.', 'Leave one day of the week.'),
    ),
  ),
  /** Whether the holidays of the lender's list count, too. */
  holidays: v.boolean(),
})

const offer = v.strictObject({
  name: text(80),
  description: text(1000),
  audience: v.optional(oneOf('any', 'person', 'group', 'enterprise'), 'any'),
  programme: v.optional(v.picklist(['', ...PROGRAMMES]), ''),
  annualRate: percent(100),
  interestMethod: oneOf('flat', 'declining'),
  amortization: oneOf('equalInstalment', 'equalPrincipal', 'weighted', 'bullet'),
  weights: v.optional(v.pipe(v.array(count(0, 1000)), v.maxLength(60)), []),
  every: v.optional(count(1, 366), 1),
  unit: v.optional(oneOf('day', 'week', 'month'), 'month'),
  interestPeriod: v.optional(oneOf('perInstalment', 'daily'), 'perInstalment'),
  dayCount: v.optional(oneOf('30/360', 'actual/360', 'actual/365', 'actual/actual'), '30/360'),
  rest: v.optional(oneOf('instalment', 'year'), 'instalment'),
  minPrincipal: money(),
  maxPrincipal: money(),
  minInstalments: count(1, 600),
  maxInstalments: count(1, 600),
  graceOnPrincipal: v.optional(count(0, 60), 0),
  graceOnInterestPayment: v.optional(count(0, 60), 0),
  interestFreeInstalments: v.optional(count(0, 600), 0),
  roundInstalmentTo: v.optional(count(1, 1_000_000), 1),
  roundInstalment: v.optional(oneOf('up', 'down', 'halfUp', 'halfEven'), 'up'),
  fees: v.optional(v.pipe(v.array(OfferedFee), v.maxLength(10)), []),
  penalty: v.optional(v.nullable(PenaltyRule), null),
  daysOff: v.optional(DaysOff, { weekdays: [], holidays: false }),
  allocation: v.optional(Allocation, [...PARTS]),
  earlyPayment: v.optional(oneOf('keepPlan', 'reduceNumber', 'reduceInstalment'), 'keepPlan'),
  basis: v.optional(oneOf('cash', 'accrual'), 'cash'),
  payoutShare: v.optional(percent(50), 0),
})

/** What a lender offers; each contradiction stands beside the field that can resolve it. */
export const LoanProductRequest = v.pipe(
  offer,
  v.rawTransform(({ dataset, addIssue, NEVER }): Offer => {
    const said = dataset.value
    const found = contradictions(said)
    for (const { field, detail } of found) {
      addIssue({
        message: says(detail.id, detail.en),
        path: [{ type: 'object', origin: 'value', input: said, key: field, value: said[field] }],
      })
    }
    return found.length > 0 ? NEVER : said
  }),
)

export const LoanProductsQuery = v.strictObject({
  lender: v.optional(v.pipe(v.string(), v.maxLength(80))),
  after: after([id()]),
  limit,
})

const figure = v.pipe(
  v.string(),
  v.regex(/^\d{1,13}$/, says('Tulis angka bulat.', 'Give a whole number.')),
  v.transform(Number),
)

/** Left out: a loan in the middle of what the product lends. */
export const ProductQuoteQuery = v.strictObject({
  amount: v.optional(v.pipe(figure, money())),
  instalments: v.optional(v.pipe(figure, count(1, 600))),
})
