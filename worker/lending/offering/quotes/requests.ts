/** What can be asked about a loan; each request ends as terms that the engine can count exactly. */
import * as v from 'valibot'
import { count, date } from '#worker/http/fields'
import { amount, sum } from '#worker/kernel/money'
import { endsInTime, isCountable } from '#worker/lending/offering/quotes/bounds'
import { CURRENCY_EXPONENTS } from '#worker/lending/offering/quotes/currency'
import type { Currency } from '#worker/lending/offering/quotes/currency'
import { rateOfPercent } from '#worker/lending/offering/schedules/rate'
import { feeAmount, loanTerms } from '#worker/lending/offering/schedules/terms'
import type { Fee, LoanTerms } from '#worker/lending/offering/schedules/terms'
import { says } from '#worker/http/language'

const MOST_MONEY = 1_000_000_000_000
const MOST_INSTALMENTS = 600
const CURRENCIES = Object.keys(CURRENCY_EXPONENTS) as Currency[]

function oneOf<const Choice extends string>(choices: readonly Choice[]) {
  return v.picklist(
    choices,
    says(`Salah satu dari ${choices.join(', ')}.`, `One of ${choices.join(', ')}.`),
  )
}

function minorUnits(least: number) {
  return v.pipe(
    v.number(says('Tulis jumlah bulat.', 'Give a whole number of minor units.')),
    v.integer(says('Tulis jumlah bulat.', 'Give a whole number of minor units.')),
    v.minValue(least, says(`Paling sedikit ${least}.`, `At least ${least}.`)),
    v.maxValue(MOST_MONEY, says('Paling banyak 1000000000000.', 'At most 1000000000000.')),
    v.transform(amount),
  )
}

function percent(most: number) {
  const refusal = says(
    `Tulis persen dari 0 sampai ${most}, paling banyak enam angka di belakang koma.`,
    `Give a percentage from 0 to ${most} with at most six decimals.`,
  )
  return v.pipe(
    v.number(says('Tulis persen sebagai angka.', 'Give a percentage as a number.')),
    v.minValue(0, refusal),
    v.maxValue(most, refusal),
    v.check((value) => value < 0 || value > most || rateOfPercent(value) !== undefined, refusal),
  )
}

const exactRate = (value: number) => {
  const rate = rateOfPercent(value)
  if (rate === undefined) throw new RangeError(`not an exact rate: ${value}`)
  return rate
}

const QuotedFee = v.pipe(
  v.strictObject({
    kind: oneOf(['atDisbursement', 'perInstalment']),
    amount: v.optional(minorUnits(0)),
    percent: v.optional(
      v.pipe(percent(100), v.transform(exactRate), v.description('Of the principal')),
    ),
  }),
  v.check(
    (fee) => (fee.amount === undefined) !== (fee.percent === undefined),
    says('Isi jumlah atau persen, salah satu saja.', 'Give either an amount or a percentage.'),
  ),
)

function feeOf({ kind, amount: fixed, percent: rate }: v.InferOutput<typeof QuotedFee>): Fee {
  const cost = rate === undefined ? { amount: fixed ?? amount(0) } : { rate }
  return kind === 'atDisbursement' ? { ...cost, kind, deducted: true } : { ...cost, kind }
}

const QuotedTerms = v.strictObject({
  principal: minorUnits(1),
  annualRate: v.pipe(percent(1000), v.transform(exactRate), v.description('Percent a year')),
  interestMethod: oneOf(['flat', 'declining']),
  amortization: oneOf(['equalInstalment', 'equalPrincipal']),
  instalments: count(1, MOST_INSTALMENTS),
  every: count(1, MOST_INSTALMENTS),
  unit: oneOf(['day', 'week', 'month']),
  disbursedOn: date(),
  firstDueOn: v.optional(date()),
  interestPeriod: v.optional(oneOf(['perInstalment', 'daily']), 'perInstalment'),
  dayCount: v.optional(oneOf(['30/360', 'actual/360', 'actual/365', 'actual/actual']), '30/360'),
  graceOnPrincipal: v.optional(count(0, MOST_INSTALMENTS), 0),
  graceOnInterestPayment: v.optional(count(0, MOST_INSTALMENTS), 0),
  interestFreeInstalments: v.optional(count(0, MOST_INSTALMENTS), 0),
  roundInstalmentTo: v.optional(count(1, 1_000_000_000), 1),
  roundInstalment: v.optional(oneOf(['halfUp', 'up', 'down', 'halfEven']), 'halfUp'),
  rounding: v.optional(oneOf(['halfUp', 'halfEven']), 'halfUp'),
  fees: v.optional(
    v.pipe(
      v.array(QuotedFee),
      v.maxLength(20, says('Paling banyak 20 biaya.', 'At most 20 fees.')),
    ),
    [],
  ),
  currency: v.optional(oneOf(CURRENCIES), 'IDR'),
})

function termsOf({ currency, fees, ...said }: v.InferOutput<typeof QuotedTerms>): LoanTerms {
  const currencyExponent = CURRENCY_EXPONENTS[currency]
  return loanTerms({ ...said, currencyExponent, fees: fees.map(feeOf) })
}

/** Fees taken at the disbursement, which must leave the borrower something. */
function leavesSomething({ fees, principal }: LoanTerms): boolean {
  const taken = fees.filter((fee) => fee.kind === 'atDisbursement')
  return sum(taken.map((fee) => feeAmount(fee, principal))) < principal
}

/** `POST /api/loan-quotes`: the terms whose schedule and price are asked for. */
export const LoanQuoteRequest = v.pipe(
  QuotedTerms,
  v.forward(
    v.partialCheck(
      [['firstDueOn'], ['disbursedOn']],
      (loan) => loan.firstDueOn === undefined || loan.firstDueOn > loan.disbursedOn,
      says(
        'Angsuran pertama jatuh tempo sesudah pencairan.',
        'The first instalment is due after the disbursement.',
      ),
    ),
    ['firstDueOn'],
  ),
  v.forward(
    v.partialCheck(
      [['graceOnPrincipal'], ['instalments']],
      (loan) => loan.graceOnPrincipal < Math.max(loan.instalments, 1),
      says(
        'Paling sedikit satu angsuran membayar pokok.',
        'At least one instalment must pay principal.',
      ),
    ),
    ['graceOnPrincipal'],
  ),
  v.forward(
    v.partialCheck(
      [['graceOnInterestPayment'], ['instalments']],
      (loan) => loan.graceOnInterestPayment < Math.max(loan.instalments, 1),
      says(
        'Paling sedikit satu angsuran membayar jasa.',
        'At least one instalment must pay the interest.',
      ),
    ),
    ['graceOnInterestPayment'],
  ),
  v.forward(
    v.partialCheck(
      [['interestFreeInstalments'], ['instalments']],
      (loan) => loan.interestFreeInstalments <= loan.instalments,
      says('Tidak lebih banyak dari jumlah angsuran.', 'No more than there are instalments.'),
    ),
    ['interestFreeInstalments'],
  ),
  v.forward(
    v.partialCheck(
      [['instalments'], ['every'], ['unit'], ['disbursedOn'], ['firstDueOn']],
      endsInTime,
      says(
        'Angsuran terakhir jatuh tempo sesudah tahun 9999.',
        'The last instalment would be due after the year 9999.',
      ),
    ),
    ['instalments'],
  ),
  v.forward(
    v.check(
      (loan) => !endsInTime(loan) || isCountable(termsOf(loan)),
      says(
        'Pinjaman ini lebih mahal daripada yang bisa dihitung.',
        'The loan would cost more than can be counted.',
      ),
    ),
    ['annualRate'],
  ),
  v.forward(
    v.check(
      (loan) => leavesSomething(termsOf(loan)),
      says('Biaya menghabiskan seluruh pinjaman.', 'Fees leave nothing of the principal.'),
    ),
    ['fees'],
  ),
  v.transform(termsOf),
)

/** `?explain=1` asks for the arithmetic in words: in `?lang=`, or else as `Accept-Language` says. */
export const LoanQuoteQuery = v.strictObject({
  explain: v.optional(
    v.pipe(
      oneOf(['0', '1']),
      v.transform((value) => value === '1'),
    ),
    '0',
  ),
  lang: v.optional(oneOf(['id', 'en'])),
})
