/** What is asked of a list of purchase orders. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { PURCHASE_ORDER_STATUSES } from '#worker/market/procuring/purchase-orders/purchase-order'

/** Who belongs to both sides says as which one she looks. */
export const SideQuery = v.object({ side: v.optional(v.picklist(['company', 'seller'])) })

export const PurchaseOrdersQuery = v.object({
  status: v.optional(v.picklist(PURCHASE_ORDER_STATUSES)),
  after: after([v.string()]),
  limit,
})
