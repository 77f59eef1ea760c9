/** Orders in lists: a seller's, and those of a buyer under the purchases they belong to. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { ORDER_STATUSES, type OrderStatus } from '#worker/market/fulfilling/orders/order'
import { PURCHASE_STATES, type PurchaseStatus } from '#worker/market/buying/purchases/purchase'

const Goods = {
  title: v.pipe(v.string(), v.description('Of its first line')),
  kinds: v.pipe(v.number(), v.description('How many different things are in it')),
  pieces: v.number(),
  photoId: v.nullable(v.string()),
}

export const ListedOrder = v.strictObject({
  id: v.string(),
  code: v.string(),
  status: v.picklist(ORDER_STATUSES),
  paid: v.boolean(),
  delivery: v.picklist(['courier', 'pickup', 'local']),
  buyerName: v.string(),
  areaText: v.string(),
  ...Goods,
  total: v.number(),
  placedAt: v.string(),
  shipBy: v.nullable(v.string()),
  trackingNumber: v.nullable(v.string()),
})
export const OrderPage = pageOf(ListedOrder)

export type ListedRow = {
  id: string
  code: string
  status: OrderStatus
  paid: number
  delivery: 'courier' | 'pickup' | 'local'
  buyerName: string
  areaText: string
  title: string
  kinds: number
  pieces: number
  photoId: string | null
  total: number
  placedAt: number
  shipBy: number | null
  trackingNumber: string | null
}

export function describeListed(row: ListedRow): v.InferOutput<typeof ListedOrder> {
  return {
    ...row,
    paid: row.paid === 1,
    placedAt: instantText(row.placedAt),
    shipBy: row.shipBy === null ? null : instantText(row.shipBy),
  }
}

const OwnOrder = v.strictObject({
  code: v.string(),
  status: v.picklist(ORDER_STATUSES),
  sellerName: v.string(),
  sellerSlug: v.string(),
  ...Goods,
  total: v.number(),
})

export const OwnPurchase = v.strictObject({
  code: v.string(),
  status: v.picklist(PURCHASE_STATES),
  total: v.number(),
  placedAt: v.string(),
  expiresAt: v.string(),
  orders: v.array(OwnOrder),
})
export const OwnPurchasePage = pageOf(OwnPurchase)

export type OwnPurchaseRow = {
  id: string
  code: string
  status: PurchaseStatus
  total: number
  placedAt: number
  expiresAt: number
  /** JSON of the orders. */
  orders: string
}

export function describeOwnPurchase(row: OwnPurchaseRow): v.InferOutput<typeof OwnPurchase> {
  const { code, status, total, placedAt, expiresAt } = row
  return {
    ...{ code, status, total },
    placedAt: instantText(placedAt),
    expiresAt: instantText(expiresAt),
    orders: JSON.parse(row.orders) as v.InferOutput<typeof OwnOrder>[],
  }
}
