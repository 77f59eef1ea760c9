import * as v from 'valibot'
import { count, id, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { CREDIT_STATUSES } from '#worker/lending/servicing/bank-credits/bank-credit'

export const BankCreditsQuery = v.strictObject({
  status: v.optional(v.picklist(CREDIT_STATUSES), 'new'),
  after: after([v.string(), id()]),
  limit,
})

/** The lender's own number of the loan, as it stands on every paper. */
export const MatchRequest = v.strictObject({
  loanNumber: count(1, 1_000_000_000),
  /** As of a repayment at the counter. */
  settles: v.optional(v.boolean()),
})

export const PutAsideRequest = v.strictObject({
  to: v.picklist(['suspense', 'ignored'], 'suspense or ignored.'),
  note: text(200),
})

export const ReturnRequest = v.strictObject({ reference: text(60) })
