import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const LenderTransferRequest = v.strictObject({
  lenderId: id(),
  amount: money(),
  reference: text(60),
  sentOn: date(),
})

export const LenderTransfersQuery = v.strictObject({ after: after([id()]), limit })
