/** What may be asked about payouts. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const SendingRequest = v.object({ reference: text(60, 3), sentOn: date() })

export const PayoutRequest = v.object({
  enterpriseId: v.pipe(id(), v.description('Id or slug of the enterprise')),
  amount: money(),
  ...SendingRequest.entries,
})

export const ReturnRequest = v.object({
  reason: v.pipe(text(300, 3), v.description('Why it was not made, or came back')),
  on: v.pipe(date(), v.description('The day on which the money was back')),
})

export const PayoutsQuery = v.object({ after: after([v.string()]), limit })

/** The key is the number of the last line shown. */
export const PayoutLinesQuery = v.object({ after: after([v.number()]), limit })
