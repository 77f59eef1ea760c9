/** What may be asked of lists of orders. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { ORDER_STATUSES } from '#worker/market/fulfilling/orders/order'

export const OrdersQuery = v.object({
  status: v.optional(v.picklist(ORDER_STATUSES)),
  paid: v.pipe(
    v.optional(v.picklist(['yes', 'no'])),
    v.description('Only orders that are paid, or only those that are not'),
  ),
  disputed: v.pipe(
    v.optional(v.literal('yes')),
    v.description('Only orders with an open return or complaint'),
  ),
  after: after([v.string()]),
  limit,
})

export const OwnPurchasesQuery = v.object({ after: after([v.string()]), limit })
