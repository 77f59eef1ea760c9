/** What may be asked about payouts. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const PayoutRequest = v.object({
  enterpriseId: v.pipe(id(), v.description('Id or slug of the enterprise')),
  amount: money(),
  reference: text(60, 3),
  sentOn: date(),
})

export const PayoutsQuery = v.object({ after: after([v.string()]), limit })
