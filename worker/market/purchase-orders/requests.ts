/** What is asked of a list of purchase orders. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { PURCHASE_ORDER_STATUSES } from '#worker/market/purchase-orders/purchase-order'

export const PurchaseOrdersQuery = v.object({
  status: v.optional(v.picklist(PURCHASE_ORDER_STATUSES)),
  after: after([v.string()]),
  limit,
})
