/** Orders that have gone wrong on the way: sent in parts, overdue, complained of. */
import { bindings, clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

export const ring = () => everyMinute(bindings(), clock.now)

/** So many days later the clock rings, as it does each minute. */
export async function daysLater(days: number): Promise<void> {
  clock.now += days * sold.DAY
  await ring()
}

export type Order = sold.PaidOrder

export const pathOf = ({ id }: Pick<Order, 'id'>) => `/api/orders/${id}`
export const ownPathOf = ({ code }: Pick<Order, 'code'>) => `/api/orders/${code}`

export const seenBy = async (who: { get(path: string): Promise<{ body: Json }> }, order: Order) =>
  (await who.get(ownPathOf(order))).body

export async function aPackedOrder(market?: sold.Market, wish?: sold.Wish): Promise<Order> {
  const order = await sold.aPaidOrder(market, wish)
  await sold.until('packing', order)
  return order
}

export async function aSentOrder(market?: sold.Market, wish?: sold.Wish): Promise<Order> {
  const order = await aPackedOrder(market, wish)
  const by = { courier: 'AnterAja', trackingNumber: '10001234567' }
  expected(await order.shop.chair.post(`${pathOf(order)}/shipment`, by), 201)
  return order
}

export async function aDeliveredOrder(market?: sold.Market, wish?: sold.Wish): Promise<Order> {
  const order = await aSentOrder(market, wish)
  expected(await order.shop.chair.post(`${pathOf(order)}/delivery`), 201)
  return order
}

export const said = async (order: Order): Promise<string[]> =>
  (await sold.rowsOf('SELECT template FROM outbox WHERE destination = ?', order.phone)).map((one) =>
    String(one.template),
  )
