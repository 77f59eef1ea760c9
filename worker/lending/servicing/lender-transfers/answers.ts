import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'

const party = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

/** A lender for whom shares of sales are kept, and how much. */
export const LenderDueAnswer = v.strictObject({ lender: party, due: v.number() })
export const LendersDueAnswer = pageOf(LenderDueAnswer)

export const LenderTransferAnswer = v.strictObject({
  id: v.string(),
  lender: party,
  amount: v.number(),
  reference: v.string(),
  sentOn: v.string(),
})
