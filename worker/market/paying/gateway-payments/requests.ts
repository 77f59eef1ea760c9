import * as v from 'valibot'
import { date, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { PROVIDERS } from '#worker/market/paying/gateway-payments/report'

export const GatewayPaymentsQuery = v.object({ after: after([v.string()]), limit })

/** A gateway has transferred what it collected: what arrived, and the fee it kept. */
export const TransferRequest = v.object({
  provider: v.picklist(PROVIDERS),
  net: money(),
  fee: money(0),
  receivedOn: date(),
  reference: text(120),
})

export const LossesQuery = v.object({ status: v.optional(v.picklist(['open', 'closed']), 'open') })

export const ClosingRequest = v.object({ note: text(300, 3) })
