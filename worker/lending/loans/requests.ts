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
  /** Meant to pay the loan off: closes it when it covers the payoff of its day. */
  settles: v.optional(v.boolean(), false),
})

export const ReversalRequest = v.strictObject({ reason: text(500, 5) })

export const RefundRequest = v.strictObject({
  amount: money(),
  channel: v.optional(
    v.picklist(['cash', 'bank'], says('Tunai atau bank.', 'cash or bank.')),
    'bank',
  ),
})

export const PayoffQuery = v.strictObject({ on: v.optional(date()) })

/** Which of a lender's loans: all, still lent, late, or with something due within a week. */
export const LoansQuery = v.strictObject({
  which: v.optional(v.picklist(['all', 'active', 'overdue', 'dueThisWeek']), 'all'),
  after: after([v.string(), id()]),
  limit,
})
