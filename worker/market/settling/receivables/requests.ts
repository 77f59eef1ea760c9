/** What may be asked about what sellers owe. */
import * as v from 'valibot'
import { date, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const ReceivablesQuery = v.object({ after: after([v.string()]), limit })

export const ReceivablePaymentRequest = v.object({
  amount: money(),
  reference: text(60, 3),
  receivedOn: date(),
})
