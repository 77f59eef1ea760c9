import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { LoanAnswer } from '#worker/lending/servicing/loans/answers'

/** The note of money given back: to whom, how much, by which way. */
export const RefundNoteAnswer = v.strictObject({
  code: v.string(),
  number: v.number(),
  lender: v.string(),
  loanId: v.string(),
  loanNumber: v.number(),
  borrower: v.string(),
  group: v.nullable(v.string()),
  recipient: v.string(),
  channel: v.picklist(['cash', 'transfer']),
  reference: v.nullable(v.string()),
  amount: v.number(),
  /** What was still to be given back afterwards. */
  remaining: v.number(),
  refundedOn: v.string(),
  recordedBy: v.string(),
  recordedAt: v.string(),
})
export type RefundNoteAnswer = v.InferOutput<typeof RefundNoteAnswer>
export const RefundNotesAnswer = pageOf(RefundNoteAnswer)

export const RefundAnswer = v.strictObject({
  loan: LoanAnswer,
  /** Opens the note: `GET /loan-refunds/{code}`. */
  note: v.string(),
})

export type RefundRow = Omit<RefundNoteAnswer, 'recordedAt'> & { recordedAt: number }

export const describeRefund = (row: RefundRow): RefundNoteAnswer => ({
  ...row,
  recordedAt: instantText(row.recordedAt),
})
