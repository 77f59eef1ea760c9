/** What may be asked about the shares of makers. */
import * as v from 'valibot'
import { count, id } from '#worker/http/fields'
import { Month } from '#worker/market/settling/seller-statements/requests'

export const SharesQuery = v.pipe(
  v.object({ month: v.optional(Month), payout: v.optional(id()) }),
  v.check(
    ({ month, payout }) => (month === undefined) !== (payout === undefined),
    'Name a month or a payout.',
  ),
)

export const GroupCutRequest = v.object({
  bps: v.pipe(count(0, 10_000), v.description('What the group keeps, in hundredths of a percent')),
})
