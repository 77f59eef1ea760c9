import * as v from 'valibot'
import { money } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line } from '#worker/identity/requests'

export const RefundRequest = v.strictObject({
  amount: money(),
  channel: v.picklist(['cash', 'transfer'], says('Tunai atau transfer.', 'cash or transfer.')),
  /** Who received it; the borrower when left out. */
  recipient: v.optional(line(120, 2)),
  /** What the bank's own paper says, so that the transfer is found again. */
  reference: v.optional(v.nullable(line(60, 3)), null),
})

export const RefundsQuery = v.strictObject({ after: after([v.number()]), limit })
