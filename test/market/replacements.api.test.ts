import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import {
  aDeliveredOrder,
  daysLater,
  ownPathOf,
  pathOf,
  seenBy,
  type Order,
} from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const stockOf = async (order: Order) =>
  (await sold.rowsOf('SELECT stock FROM variants WHERE id = ?', order.product.variants[0].id))[0]
    .stock

const wrong = { kind: 'wrong', text: 'Warnanya bukan yang dipesan' }
const again = { outcome: 'replacement', reason: 'Kirim yang benar' }
const sent = { courier: 'JNE', trackingNumber: 'JP55555' }

const replacing = (order: Order, body: object = sent) =>
  order.shop.chair.post(`${pathOf(order)}/complaints/1/replacement`, body)

/** An order of which the operator has decided that another one is sent. */
async function aReplacementOf(order: Order): Promise<Order> {
  expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, wrong), 201)
  expected(await order.buyer.post(`${ownPathOf(order)}/complaints/1/mediation`), 201)
  const path = `${pathOf(order)}/complaints/1/decision`
  expect((await replacing(order)).status).toBe(409)
  expected(await order.operator.owner.post(path, again), 201)
  return order
}

describe('a replacement', () => {
  it('is sent from the shelf, once, ten at once', async () => {
    const order = await aReplacementOf(await aDeliveredOrder())
    const path = `${pathOf(order)}/complaints/1/replacement`
    expect((await new Client().post(path, sent)).status).toBe(401)
    const three = await replacing(order, { ...sent, lines: [{ n: 1, quantity: 3 }] })
    expect(three.body.slug).toBe('outside-limits')
    const stock = await stockOf(order)
    const asked = await Promise.all(Array.from({ length: 10 }, () => replacing(order)))
    const [done, ...others] = asked.filter((one) => one.status === 201)
    expect(others).toEqual([])
    expect(await stockOf(order)).toBe(stock - 2)
    const { parcels, complaints } = expected(done!, 201)
    expect(parcels).toMatchObject([{ isReplacement: false }, { isReplacement: true }])
    expect(complaints[0]).toMatchObject({ status: 'closed', outcome: 'replacement' })
    const variant = order.product.variants[0].id
    const history = `/api/enterprises/${order.shop.slug}/variants/${variant}/stock-history`
    const { items } = expected(await order.shop.chair.get(history), 200)
    expect(items).toContainEqual(expect.objectContaining({ cause: 'replaced', by: -2 }))
  })

  it('holds only pieces for which nobody has got her money back', async () => {
    const order = await aDeliveredOrder()
    const some = { lines: [{ n: 1, quantity: 1 }], kind: 'damaged', reason: 'Patah' }
    expected(await order.buyer.post(`${ownPathOf(order)}/returns`, some), 201)
    for (const [deed, body] of [
      ['answer', { accepted: true }],
      ['receipt', { restock: true }],
      ['refund', {}],
    ] as const) {
      expected(await order.shop.chair.post(`${pathOf(order)}/returns/1/${deed}`, body), 201)
    }
    await aReplacementOf(order)
    const stock = await stockOf(order)
    expected(await replacing(order), 201)
    expect(await stockOf(order)).toBe(stock - 1)
  })

  it('is paid for where it does not leave in time', async () => {
    const order = await aReplacementOf(await aDeliveredOrder())
    await daysLater(5)
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({ status: 'cancelled', refunded: 268_000 })
  })

  it('is refused where the shelf does not have it: then the money goes back', async () => {
    const order = await aReplacementOf(await aDeliveredOrder(await sold.aMarket(3)))
    const short = await replacing(order)
    expect([short.status, short.body.slug]).toEqual([409, 'insufficient-stock'])
    expect(await stockOf(order)).toBe(1)
    await daysLater(5)
    expect(await seenBy(order.buyer, order)).toMatchObject({ refunded: 268_000 })
  })
})
