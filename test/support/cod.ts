/** Orders of a test that are paid at the door. */
import { clock } from '#test/support/client'
import { aPurchase, until, type Market, type PaidOrder, type Wish } from '#test/support/orders'
import { expected } from '#test/support/world'

export async function offerCod({ shop }: Pick<Market, 'shop'>, more: object = {}): Promise<void> {
  const terms = { offered: true, most: 1_000_000, areas: [], ...more }
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
}

/** An order at a market that offers it; it need not be paid to go its way. */
export async function aDoorOrder(market: Market, wish?: Wish): Promise<PaidOrder> {
  const bought = await aPurchase([market], { ...wish, method: 'cod' })
  const { id, code, total } = bought.purchase.orders[0]
  return { ...market, ...bought, id, code, total }
}

export async function packedForDoor(market: Market, wish?: Wish): Promise<PaidOrder> {
  await offerCod(market)
  const order = await aDoorOrder(market, wish)
  await until('packing', order)
  return order
}

/** Brought, paid to the seller, and said to have come. */
export async function completedAtDoor(order: PaidOrder): Promise<PaidOrder> {
  const sent = await order.shop.chair.get(`/api/orders/${order.id}`)
  if (expected(sent, 200).status === 'packed') {
    const by = { courier: 'JNE', trackingNumber: 'JP1234567890' }
    expected(await order.shop.chair.post(`/api/orders/${order.id}/shipment`, by), 201)
  } else await until('shipment', order)
  clock.now += 1000
  expected(await order.buyer.post(`/api/orders/${order.code}/completion`), 201)
  clock.now += 1000
  return order
}
