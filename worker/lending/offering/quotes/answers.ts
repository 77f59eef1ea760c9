/** Loans as the API answers them. */
import * as v from 'valibot'

const Minor = v.pipe(v.number(), v.integer(), v.minValue(0))
const Day = v.pipe(v.string(), v.isoDate())

const Row = v.strictObject({
  n: Minor,
  dueOn: Day,
  days: Minor,
  principal: Minor,
  interest: Minor,
  fees: Minor,
  total: Minor,
  balance: Minor,
})

export const LoanQuoteAnswer = v.strictObject({
  instalment: v.pipe(
    Minor,
    v.description(
      "The level instalment without fees, or the first one's total where none is level",
    ),
  ),
  rows: v.array(Row),
  totals: v.strictObject({ principal: Minor, interest: Minor, fees: Minor, total: Minor }),
  feesAtDisbursement: v.pipe(Minor, v.description('In no row and not in the totals')),
  effectiveAnnualRate: v.nullable(
    v.pipe(v.number(), v.description('Percent a year with two decimals, fees included')),
  ),
  explanation: v.optional(
    v.pipe(v.array(v.string()), v.description('The arithmetic of each row, with ?explain=1')),
  ),
})
