import * as v from 'valibot'
import { LoanAnswer, PartsAnswer } from '#worker/lending/servicing/loans/answers'

export const SettlementLetterAnswer = v.strictObject({
  loan: LoanAnswer,
  on: v.pipe(v.string(), v.description('Since the end of this day nothing has been owed')),
  lent: v.number(),
  paid: PartsAnswer,
  forgiven: v.number(),
  overpayment: v.pipe(v.number(), v.description('Paid too much and not given back yet')),
})
export type SettlementLetterAnswer = v.InferOutput<typeof SettlementLetterAnswer>
