import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aPackedOrder, aSentOrder, ownPathOf, pathOf, seenBy } from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { aShop } from '#test/support/shop'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const one = { lines: [{ n: 1, quantity: 1 }], reason: 'Habis di rak' }
const account = { bank: 'Bank Contoh', number: '0123 456-789', holder: 'Ratna' }

describe('POST /api/orders/:order/refunds', () => {
  it('gives single pieces up: their own share goes back, the rest is sent and completes', async () => {
    const order = await aPackedOrder()
    const { chair } = order.shop
    const given = expected(await chair.post(`${pathOf(order)}/refunds`, one), 201)
    expect(given).toMatchObject({ status: 'packed', refunded: 125_000, left: [{ quantity: 1 }] })
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(125_000)
    expected(await chair.post(`${pathOf(order)}/shipment`, { courier: 'JNE' }), 201)
    expected(await order.buyer.post(`${ownPathOf(order)}/completion`), 201)
    const left = 268_000 - 125_000 - 6_250
    expect(await sold.balanceOf('seller-payable', order.shop.id)).toBe(left)
    expect(await sold.balanceOf('commission-income', '')).toBe(6_250)
  })

  it('cancels the order when nothing is left of it, with shipping and stock', async () => {
    const order = await sold.aPaidOrder()
    const all = { lines: [{ n: 1, quantity: 2 }], reason: 'Habis semua' }
    const given = expected(await order.shop.chair.post(`${pathOf(order)}/refunds`, all), 201)
    expect(given).toMatchObject({ status: 'cancelled', refunded: 268_000 })
  })

  it('happens once, fifty at once, and never to more pieces than there are', async () => {
    const order = await aPackedOrder(undefined, { quantity: 2 })
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => order.shop.chair.post(`${pathOf(order)}/refunds`, one)),
    )
    expect(asked.filter((each) => each.status === 201)).toHaveLength(1)
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(125_000)
    const three = { ...one, lines: [{ n: 1, quantity: 3 }] }
    const more = await order.shop.chair.post(`${pathOf(order)}/refunds`, three)
    expect(more.body.slug).toBe('outside-limits')
  })

  it('is refused once all has left, and to another shop', async () => {
    const order = await aSentOrder()
    expect((await order.shop.chair.post(`${pathOf(order)}/refunds`, one)).status).toBe(409)
    const other = await aShop(order.operator)
    expect((await other.chair.post(`${pathOf(order)}/refunds`, one)).status).toBe(404)
    expect((await new Client().post(`${pathOf(order)}/refunds`, one)).status).toBe(401)
  })
})

describe('PUT /api/orders/:order/refund-account', () => {
  it('keeps where the buyer wants her money until it was sent, for the treasurer to see', async () => {
    const order = await aPackedOrder()
    expected(await order.shop.chair.post(`${pathOf(order)}/refunds`, one), 201)
    const path = `${ownPathOf(order)}/refund-account`
    const kept = expected(await order.buyer.put(path, account), 200)
    expect(kept.refundAccount).toEqual({ ...account, number: '0123456789' })
    const { owner } = order.operator
    const [due] = (await owner.get('/api/refunds/due')).body.items
    expect(due).toMatchObject({ amount: 125_000, account: { number: '0123456789' } })
    expect((await order.shop.chair.get(pathOf(order))).body.refundAccount).toBeNull()
    const sent = { reference: 'TRF 1', sentOn: sold.today() }
    expected(await owner.post(`/api/refunds/${due.id}/transfer`, sent), 201)
    const seen = await seenBy(order.buyer, order)
    expect([seen.refundAccount, seen.refunds[0].status]).toEqual([null, 'sent'])
    expect(seen.deeds).not.toContain('refund-account')
  })

  it('is refused where nothing is due, for what is no number, and to a stranger', async () => {
    const order = await sold.aPaidOrder()
    const path = `${ownPathOf(order)}/refund-account`
    expect((await order.buyer.put(path, account)).status).toBe(409)
    const wrong = await order.buyer.put(path, { ...account, number: 'x' })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/number'])
    expect((await new Client().put(path, account)).status).toBe(404)
  })
})

describe('POST /api/orders/:order/refunds/:id/transfer', () => {
  const sent = { reference: 'Tunai', sentOn: sold.today() }

  it('is the seller’s where the cash was paid to her, and nobody else’s', async () => {
    const order = await aPackedOrder()
    const { refunds } = expected(await order.shop.chair.post(`${pathOf(order)}/refunds`, one), 201)
    const path = `${pathOf(order)}/refunds/${refunds[0].id}/transfer`
    expect((await order.shop.chair.post(path, sent)).status).toBe(404)
    expect((await new Client().post(path, sent)).status).toBe(401)
  })
})
