import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import {
  aPackedOrder,
  aSentOrder,
  daysLater,
  ownPathOf,
  pathOf,
  said,
  seenBy,
} from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { aShop } from '#test/support/shop'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('several parcels', () => {
  it('leave one after the other; with the last piece the order is shipped', async () => {
    const order = await aPackedOrder()
    const { chair } = order.shop
    const send = (trackingNumber: string, quantity?: number) =>
      chair.post(`${pathOf(order)}/shipment`, {
        courier: 'AnterAja',
        trackingNumber,
        ...(quantity ? { lines: [{ n: 1, quantity }] } : {}),
      })
    const first = expected(await send('111', 1), 201)
    expect(first).toMatchObject({ status: 'packed', left: [{ n: 1, quantity: 1 }] })
    expect((await send('112', 2)).body.slug).toBe('outside-limits')
    const second = expected(await send('222'), 201)
    expect(second).toMatchObject({ status: 'shipped', left: [] })
    expect(second.parcels).toMatchObject([
      {
        ...{ n: 1, trackingNumber: '111', lines: [{ n: 1, quantity: 1 }] },
        tracking: { url: 'https://anteraja.id/tracking/111', paste: false },
      },
      { n: 2, trackingNumber: '222', lines: [{ n: 1, quantity: 1 }] },
    ])
    expect(await said(order)).toEqual(expect.arrayContaining(['parcel-sent', 'order-shipped']))
    expect((await send('333')).status).toBe(409)
  })

  it('arrive one by one, as the seller or the buyer says; with the last the order is delivered', async () => {
    const order = await aPackedOrder(undefined, { quantity: 2 })
    const { chair } = order.shop
    for (const trackingNumber of ['111', '222']) {
      const body = { courier: 'JNE', trackingNumber, lines: [{ n: 1, quantity: 1 }] }
      expected(await chair.post(`${pathOf(order)}/shipment`, body), 201)
    }
    const one = expected(await chair.post(`${pathOf(order)}/shipments/1/delivery`), 201)
    expect(one.status).toBe('shipped')
    expect((await chair.post(`${pathOf(order)}/shipments/1/delivery`)).status).toBe(409)
    const guest = new Client()
    const path = `${ownPathOf(order)}/shipments/2/delivery`
    expect((await guest.post(path)).status).toBe(404)
    const two = expected(await guest.post(`${path}?phone=${order.phone}`), 201)
    expect(two.status).toBe('delivered')
    expect(two.timeline.at(-1)).toMatchObject({ type: 'delivered', by: 'buyer' })
  })
})

describe('PATCH /api/orders/:order/shipments/:n', () => {
  const right = { trackingNumber: 'jp0000000002' }

  it('corrects a number that was written down wrongly, and tells the buyer', async () => {
    const order = await aSentOrder()
    const path = `${pathOf(order)}/shipments/1`
    const { parcels, trackingNumber } = expected(await order.shop.chair.patch(path, right), 200)
    expect([parcels[0].trackingNumber, trackingNumber]).toEqual(['JP0000000002', 'JP0000000002'])
    expect(await said(order)).toContain('tracking-corrected')
  })

  it('is refused for a parcel that is not there, or has arrived, and to another shop', async () => {
    const order = await aSentOrder()
    const { chair } = order.shop
    expect((await chair.patch(`${pathOf(order)}/shipments/2`, right)).status).toBe(404)
    const path = `${pathOf(order)}/shipments/1`
    const other = await aShop(order.operator)
    expect((await other.chair.patch(path, right)).status).toBe(404)
    expect((await new Client().patch(path, right)).status).toBe(401)
    expected(await chair.post(`${path}/delivery`), 201)
    expect((await chair.patch(path, right)).status).toBe(409)
  })
})

describe('GET /api/enterprises/:slug/label-sheets', () => {
  it('tells all that stands on the labels of several orders, in one trip', async () => {
    const market = await sold.aMarket()
    const orders = [await sold.aPaidOrder(market), await sold.aPaidOrder(market)]
    const ids = orders.map((one) => one.id).join(',')
    const path = `/api/enterprises/${market.shop.slug}/label-sheets?orders=${ids}`
    const { items } = expected(await market.shop.chair.get(path), 200)
    expect(items).toMatchObject(
      orders.map(({ code, phone }) => ({
        code,
        buyer: { phone },
        address: { postalCode: '46155' },
      })),
    )
  })

  it('is refused for what is no id, leaves out foreign orders, and is the shop’s own', async () => {
    const order = await sold.aPaidOrder()
    const other = await aShop(order.operator)
    const path = (slug: string, ids: string) =>
      `/api/enterprises/${slug}/label-sheets?orders=${ids}`
    expect((await order.shop.chair.get(path(order.shop.slug, 'x'))).status).toBe(400)
    const theirs = expected(await other.chair.get(path(other.slug, order.id)), 200)
    expect(theirs.items).toEqual([])
    expect((await other.chair.get(path(order.shop.slug, order.id))).status).toBe(404)
    expect((await new Client().get(path(order.shop.slug, order.id))).status).toBe(401)
  })
})

describe('a parcel that is overdue', () => {
  it('is asked about once, and completes only some days after that', async () => {
    const order = await aSentOrder()
    const [{ arriveBy }] = (await seenBy(order.buyer, order)).parcels
    expect(arriveBy).toBe(new Date(START + 8 * sold.DAY).toISOString())
    await daysLater(20)
    await daysLater(0)
    expect((await said(order)).filter((one) => one === 'arrival-asked')).toHaveLength(1)
    expect((await seenBy(order.buyer, order)).status).toBe('shipped')
    await daysLater(3)
    expect((await seenBy(order.buyer, order)).status).toBe('completed')
  })
})
