import * as v from 'valibot'
import { says } from '#worker/http/language'
import { date, id, money, text } from '#worker/http/fields'
import { Phone } from '#worker/identity/requests'
import { after, limit } from '#worker/http/paging'

export const RepaymentRequest = v.strictObject({
  amount: money(),
  receivedOn: v.optional(date()),
  channel: v.picklist(['cash', 'transfer'], says('Tunai atau transfer.', 'cash or transfer.')),
  /** Who paid; the borrower when left out. */
  payerName: v.optional(text(120)),
  /** Where her receipt is sent; to the borrower's number when left out. */
  payerPhone: v.optional(Phone),
  /** Meant to pay the loan off; left out, if it covers the payoff of its day and not all of the plan. */
  settles: v.optional(v.boolean()),
})

export const ReversalRequest = v.strictObject({
  /** Recorded wrongly; or the payer took her money back, as when a transfer bounced. */
  cause: v.optional(v.picklist(['mistake', 'taken-back']), 'mistake'),
  reason: text(500, 5),
})

/** Which of a lender's loans: all, still lent, late, with something due within a week, overpaid. */
export const LoansQuery = v.strictObject({
  which: v.optional(v.picklist(['all', 'active', 'overdue', 'dueThisWeek', 'overpaid']), 'all'),
  after: after([v.string(), id()]),
  limit,
})
