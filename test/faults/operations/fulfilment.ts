/** What may go wrong after an order was paid: parcels, cancellations, refunds, returns and complaints. */
import type { Operation } from '#test/faults/operation'
import {
  asked,
  backAgain,
  comingBack,
  complained,
  mediated,
  one,
  reason,
  returned,
} from '#test/support/cases'
import { packedForDoor } from '#test/support/cod'
import { aDeliveredOrder, aPackedOrder, ownPathOf, pathOf } from '#test/support/disputes'
import type { Order } from '#test/support/disputes'
import { aMarket, aPaidOrder, aPurchase, today, until } from '#test/support/orders'
import type { Market } from '#test/support/orders'
import { expected } from '#test/support/world'

type Deed = {
  path: string
  body?: object
  by: 'buyer' | 'seller' | 'operator'
  keyless?: true
}

/** A request about an order that has come so far. */
function deed(name: string, given: Deed, prepare: (market: Market) => Promise<Order>): Operation {
  const { path, body = {}, by, keyless } = given
  return {
    name,
    ...(keyless ? { keyless } : {}),
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const order = await prepare(market)
        const who = {
          buyer: order.buyer,
          seller: order.shop.chair,
          operator: market.operator.owner,
        }
        const at = by === 'buyer' ? ownPathOf(order) : pathOf(order)
        return (key) => who[by].post(`${at}/${path}`, body, { 'idempotency-key': key })
      }
    },
  }
}

async function toReplace(market: Market): Promise<Order> {
  const order = await mediated(market)
  const again = { outcome: 'replacement', reason: 'Kirim yang baru.' }
  const path = `${pathOf(order)}/complaints/1/decision`
  expected(await market.operator.owner.post(path, again), 201)
  return order
}

async function atDoor(market: Market): Promise<Order> {
  const order = await packedForDoor(market)
  expected(await order.shop.chair.post(`${pathOf(order)}/shipment`, { courier: 'JNE' }), 201)
  return order
}

const decision = { outcome: 'refund', reason: 'Foto jelas.', ask: { amount: 40_000 } }

export const FULFILMENT: readonly Operation[] = [
  deed(
    'sending a part of an order',
    { path: 'shipment', by: 'seller', body: { courier: 'JNE', lines: one } },
    aPackedOrder,
  ),
  deed(
    'giving pieces up',
    { path: 'refunds', by: 'seller', body: { ...reason, lines: one } },
    aPaidOrder,
  ),
  deed('asking to cancel', { path: 'cancellation-request', by: 'buyer', body: reason }, aPaidOrder),
  deed(
    'granting a cancellation',
    { path: 'cancellation-answer', by: 'seller', body: { granted: true } },
    asked,
  ),
  deed(
    'asking for a return',
    { path: 'returns', by: 'buyer', body: returned, keyless: true },
    aDeliveredOrder,
  ),
  deed(
    'receiving a return',
    { path: 'returns/1/receipt', by: 'seller', body: { restock: true } },
    comingBack,
  ),
  deed('refunding a return', { path: 'returns/1/refund', by: 'seller' }, backAgain),
  deed(
    'giving in to a complaint',
    { path: 'complaints/1/refund', by: 'seller', body: { reason: 'Maaf.' } },
    complained,
  ),
  deed(
    'deciding a complaint',
    { path: 'complaints/1/decision', by: 'operator', body: decision },
    mediated,
  ),
  deed(
    'sending a replacement',
    { path: 'complaints/1/replacement', by: 'seller', body: { courier: 'JNE' } },
    toReplace,
  ),
  {
    name: 'giving back what was paid at the door',
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const order = await atDoor(market)
        const said = { kind: 'damaged', text: 'Retak di jalan' }
        expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, said), 201)
        const path = `${pathOf(order)}/complaints/1/refund`
        const given = { reason: 'Maaf.', ask: { amount: 40_000 } }
        const { refunds } = expected(await order.shop.chair.post(path, given), 201)
        const sent = { reference: 'Tunai', sentOn: today() }
        const transfer = `${pathOf(order)}/refunds/${refunds[0].id}/transfer`
        return (key) => order.shop.chair.post(transfer, sent, { 'idempotency-key': key })
      }
    },
  },
  {
    name: 'sending the refund of a part',
    begin: async () => {
      const market = await aMarket(1000)
      let n = 0
      return async () => {
        const order = await aPaidOrder(market)
        const given = { ...reason, lines: one }
        const { refunds } = expected(
          await order.shop.chair.post(`${pathOf(order)}/refunds`, given),
          201,
        )
        const sent = { reference: `Bagian ${(n += 1)}`, sentOn: today() }
        const path = `/api/refunds/${refunds[0].id}/transfer`
        return (key) => market.operator.owner.post(path, sent, { 'idempotency-key': key })
      }
    },
  },
  {
    name: 'giving back what was paid at the door',
    begin: async () => {
      const market = await aMarket(1000)
      const { shop } = market
      const terms = { offered: true, most: 1_000_000, areas: [] }
      expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
      let n = 0
      return async () => {
        const { purchase, buyer } = await aPurchase([market], { method: 'cod' })
        const { id, code } = purchase.orders[0]
        await until('delivery', { shop, id })
        const said = { kind: 'damaged', text: 'Retak di jalan' }
        expected(await buyer.post(`/api/orders/${code}/complaints`, said), 201)
        const giving = { reason: 'Maaf.', ask: { amount: 40_000 } }
        const given = await shop.chair.post(`/api/orders/${id}/complaints/1/refund`, giving)
        const [refund] = expected(given, 201).refunds
        const sent = { reference: `Tunai ${(n += 1)}`, sentOn: today() }
        const path = `/api/orders/${id}/refunds/${refund.id}/transfer`
        return (key) => shop.chair.post(path, sent, { 'idempotency-key': key })
      }
    },
  },
]
