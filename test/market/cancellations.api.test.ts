import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import {
  aPackedOrder,
  aSentOrder,
  daysLater,
  ownPathOf,
  pathOf,
  ring,
  said,
  seenBy,
  type Order,
} from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { aShop } from '#test/support/shop'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const reason = { reason: 'Salah pilih warna' }
const ask = (order: Order) => order.buyer.post(`${ownPathOf(order)}/cancellation-request`, reason)
const answer = (order: Order, body: object) =>
  order.shop.chair.post(`${pathOf(order)}/cancellation-answer`, body)

describe('POST /api/orders/:order/cancellation-request', () => {
  it('asks the seller, who grants it: stock and money go back', async () => {
    const order = await sold.aPaidOrder()
    const asked = expected(await ask(order), 201)
    expect(asked).toMatchObject({
      status: 'placed',
      cancelAnswerBy: new Date(START + sold.DAY).toISOString(),
    })
    expect(asked.deeds).not.toContain('cancellation-request')
    const granted = expected(await answer(order, { granted: true }), 201)
    expect(granted).toMatchObject({
      status: 'cancelled',
      cancelReason: reason.reason,
      refunds: [{ kind: 'cancellation', amount: 268_000, status: 'due' }],
    })
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(268_000)
  })

  it('is granted by the clock after 24 hours, once, also when the clock rings days late', async () => {
    const order = await sold.aPaidOrder()
    expected(await ask(order), 201)
    clock.now += sold.DAY - 1
    await ring()
    expect((await seenBy(order.buyer, order)).status).toBe('placed')
    clock.now += 3 * sold.DAY
    await Promise.all([ring(), ring(), ring()])
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({ status: 'cancelled', refunds: [{ amount: 268_000 }] })
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'cancelled', by: 'clock' })
  })

  it('is refused after something was sent, twice, and to a stranger', async () => {
    const sent = await aSentOrder()
    expect((await ask(sent)).body.slug).toBe('illegal-transition')
    const order = await sold.aPaidOrder(sent)
    const path = `${ownPathOf(order)}/cancellation-request`
    expect((await new Client().post(path, reason)).status).toBe(404)
    const guest = expected(await new Client().post(`${path}?phone=${order.phone}`, reason), 201)
    expect(guest.cancelAskedAt).not.toBeNull()
    expect((await ask(order)).status).toBe(409)
  })

  it('is done at once when the seller is late, of which both were told', async () => {
    const order = await aPackedOrder()
    await daysLater(3)
    expect(await said(order)).toContain('order-late-buyer')
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({
      isLate: true,
      endsAt: new Date(clock.now + 4 * sold.DAY).toISOString(),
    })
    expect(expected(await ask(order), 201).status).toBe('cancelled')
  })
})

describe('POST /api/orders/:order/cancellation-answer', () => {
  it('refuses with a reason; then the order goes on', async () => {
    const order = await aPackedOrder()
    expected(await ask(order), 201)
    const body = { courier: 'JNE', trackingNumber: 'JP1234567' }
    const send = () => order.shop.chair.post(`${pathOf(order)}/shipment`, body)
    expect((await send()).status).toBe(409)
    const silent = await answer(order, { granted: false })
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([400, '/reason'])
    const refused = expected(await answer(order, { granted: false, reason: 'Sudah dikemas' }), 201)
    expect(refused).toMatchObject({ status: 'packed', cancelAskedAt: null })
    expect(await said(order)).toContain('cancellation-refused')
    expect((await ask(order)).status).toBe(409)
    expected(await send(), 201)
  })

  it('is refused where nobody asked, and to another shop', async () => {
    const order = await sold.aPaidOrder()
    expect((await answer(order, { granted: true })).status).toBe(409)
    const other = await aShop(order.operator)
    const path = `${pathOf(order)}/cancellation-answer`
    expect((await other.chair.post(path, { granted: true })).status).toBe(404)
    expect((await new Client().post(path, { granted: true })).status).toBe(401)
  })
})

describe('who is late', () => {
  it('is reminded, and cancelled four days after that, however late the clock rings', async () => {
    const order = await sold.aPaidOrder()
    await daysLater(10)
    expect((await seenBy(order.buyer, order)).status).toBe('placed')
    await daysLater(3)
    expect((await seenBy(order.buyer, order)).status).toBe('placed')
    await daysLater(1)
    expect((await seenBy(order.buyer, order)).status).toBe('cancelled')
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(268_000)
  })

  it('keeps what had left: the rest is given up and its money goes back', async () => {
    const order = await aPackedOrder(undefined, { quantity: 2 })
    const body = { courier: 'JNE', trackingNumber: 'JP1', lines: [{ n: 1, quantity: 1 }] }
    const path = `${pathOf(order)}/shipment`
    expected(await order.shop.chair.post(path, { ...body, trackingNumber: 'JP1234' }), 201)
    await daysLater(3)
    await daysLater(4)
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({ status: 'shipped', refunds: [{ kind: 'lines', amount: 125_000 }] })
  })

  it('waits for who does not collect: fourteen days, and then the money goes back', async () => {
    const order = await aPackedOrder(undefined, { delivery: 'pickup' })
    await daysLater(3)
    expect(await said(order)).toContain('order-uncollected')
    await daysLater(13)
    expect((await seenBy(order.buyer, order)).status).toBe('packed')
    await daysLater(1)
    expect((await seenBy(order.buyer, order)).status).toBe('cancelled')
  })

  it('either ships or loses the order, never both, when both happen at once', async () => {
    const market = await sold.aMarket()
    for (let i = 0; i < 5; i++) {
      const order = await aPackedOrder(market)
      clock.now += 3 * sold.DAY
      const [shipped, cancelled] = await Promise.all([
        order.shop.chair.post(`${pathOf(order)}/shipment`, { courier: 'JNE' }),
        ask(order),
      ])
      clock.now = START
      const done = [shipped.status, cancelled.status].filter((one) => one === 201)
      expect(done).toHaveLength(1)
      const { status } = await seenBy(order.buyer, order)
      expect(status).toBe(shipped.status === 201 ? 'shipped' : 'cancelled')
    }
  })
})
