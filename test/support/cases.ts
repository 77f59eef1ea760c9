/** Orders in which somebody has asked for something, and how far that has come. */
import { aDeliveredOrder, ownPathOf, pathOf, type Order } from '#test/support/disputes'
import { aPaidOrder, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'

export const one = [{ n: 1, quantity: 1 }]
export const reason = { reason: 'Salah pilih.' }
export const returned = { kind: 'wrong', reason: 'Salah warna', lines: one }

export async function asked(market: Market): Promise<Order> {
  const order = await aPaidOrder(market)
  expected(await order.buyer.post(`${ownPathOf(order)}/cancellation-request`, reason), 201)
  return order
}

export async function comingBack(market: Market): Promise<Order> {
  const order = await aDeliveredOrder(market)
  expected(await order.buyer.post(`${ownPathOf(order)}/returns`, returned), 201)
  const answer = `${pathOf(order)}/returns/1/answer`
  expected(await order.shop.chair.post(answer, { accepted: true }), 201)
  return order
}

/** Asked for and not answered. */
export async function askedBack(market: Market): Promise<Order> {
  const order = await aDeliveredOrder(market)
  expected(await order.buyer.post(`${ownPathOf(order)}/returns`, returned), 201)
  return order
}

export async function backAgain(market: Market): Promise<Order> {
  const order = await comingBack(market)
  const receipt = `${pathOf(order)}/returns/1/receipt`
  expected(await order.shop.chair.post(receipt, { restock: false }), 201)
  return order
}

export async function complained(market: Market): Promise<Order> {
  const order = await aDeliveredOrder(market)
  const said = { kind: 'damaged', text: 'Retak di jalan' }
  expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, said), 201)
  return order
}

export async function mediated(market: Market): Promise<Order> {
  const order = await complained(market)
  expected(await order.buyer.post(`${ownPathOf(order)}/complaints/1/mediation`), 201)
  return order
}
