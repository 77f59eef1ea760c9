import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aShop } from '#test/support/shop'
import { aPerson, expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('GET /api/orders/:order', () => {
  it('shows the buyer who placed it what she ordered and what comes next', async () => {
    const { buyer, code, shop } = await sold.aPaidOrder()
    const order = expected(await buyer.get(`/api/orders/${code.toLowerCase()}`), 200)
    expect(order).toMatchObject({
      code,
      status: 'placed',
      paid: true,
      seller: { slug: shop.slug },
      goodsTotal: 250_000,
      shipping: sold.SHIPPING,
      total: 268_000,
      share: null,
      deeds: ['cancellation-request'],
    })
    expect(order.timeline.map((one: { type: string }) => one.type)).toEqual(['placed', 'paid'])
    expect(order.address.areaText).toContain('Rajapolah')
  })

  it('shows it to a guest elsewhere who knows code and number, in any spelling', async () => {
    const { code, phone } = await sold.aPaidOrder()
    const spelled = `+62 ${phone.slice(2, 5)}-${phone.slice(5)}`
    const path = `/api/orders/${code}?phone=${encodeURIComponent(spelled)}`
    expect((await new Client().get(path)).status).toBe(200)
  })

  it('shows a seller and the operator how the total divides', async () => {
    const { shop, operator, id } = await sold.aPaidOrder()
    const share = { commissionBps: 500, commission: 12_500, toSeller: 255_500 }
    expect((await shop.chair.get(`/api/orders/${id}`)).body).toMatchObject({
      share,
      deeds: ['confirmation', 'cancellation', 'refunds'],
    })
    expect((await operator.owner.get(`/api/orders/${id}`)).body).toMatchObject({ share, deeds: [] })
  })

  it('says to everybody else that there is none, and to a guesser after some tries to wait', async () => {
    const { operator, id, code, phone } = await sold.aPaidOrder()
    const other = await aShop(operator)
    for (const stranger of [new Client(), await aPerson(), other.chair]) {
      expect((await stranger.get(`/api/orders/${id}`)).status).toBe(404)
    }
    const guess = (number: string) => new Client().get(`/api/orders/${code}?phone=${number}`)
    expect((await guess('not a number')).status).toBe(404)
    for (let i = 0; i < 10; i++) await guess(`0812345600${i}0`)
    expect((await guess(phone)).status).toBe(429)
    clock.now += 16 * 60_000
    expect((await guess(phone)).status).toBe(200)
  })
})

describe('the seller’s steps', () => {
  it('confirms, packs and ships; the buyer follows and is told each time', async () => {
    const order = await sold.aPaidOrder()
    const shipped = await sold.until('shipment', order)
    expect(shipped).toMatchObject({
      status: 'shipped',
      courier: 'JNE',
      trackingNumber: 'JP1234567890',
      completeAt: new Date(START + 14 * sold.DAY).toISOString(),
      deeds: ['delivery'],
    })
    const seen = expected(await order.buyer.get(`/api/orders/${order.code}`), 200)
    expect(seen.timeline.map((one: { type: string }) => one.type)).toEqual([
      'placed',
      'paid',
      'confirmed',
      'packed',
      'shipped',
    ])
    expect(seen.deeds).toEqual(['completion', 'returns', 'complaints'])
    const said = await sold.rowsOf(
      'SELECT template, body FROM outbox WHERE destination = ?',
      order.phone,
    )
    const templates = said.map((one) => one.template)
    for (const template of ['order-confirmed', 'order-packed', 'order-shipped']) {
      expect(templates).toContain(template)
    }
    const shipment = said.find((one) => one.template === 'order-shipped')!
    expect(shipment.body).toContain(`resi JP1234567890. http://localhost/orders/${order.code}`)
  })

  it('hands over what is picked up, and ships none of it', async () => {
    const order = await sold.aPaidOrder(undefined, { delivery: 'pickup' })
    await sold.until('packing', order)
    const { chair } = order.shop
    const shipment = await chair.post(`/api/orders/${order.id}/shipment`, { courier: 'JNE' })
    expect([shipment.status, shipment.body.slug]).toEqual([409, 'illegal-transition'])
    const handed = expected(await chair.post(`/api/orders/${order.id}/delivery`), 201)
    expect(handed.completeAt).toBe(new Date(START + 3 * sold.DAY).toISOString())
  })

  it('takes them in their order and none of them twice', async () => {
    const { shop, id } = await sold.aPaidOrder()
    for (const deed of ['packing', 'shipment', 'delivery']) {
      const body = deed === 'shipment' ? { courier: 'JNE' } : {}
      expect((await shop.chair.post(`/api/orders/${id}/${deed}`, body)).status).toBe(409)
    }
    expected(await shop.chair.post(`/api/orders/${id}/confirmation`), 201)
    expect((await shop.chair.post(`/api/orders/${id}/confirmation`)).status).toBe(409)
  })

  it('waits for the money', async () => {
    const market = await sold.aMarket()
    const { purchase } = await sold.aPurchase([market])
    const path = `/api/orders/${purchase.orders[0].id}`
    for (const deed of ['confirmation', 'cancellation']) {
      const answer = await market.shop.chair.post(`${path}/${deed}`, { reason: 'Habis terjual' })
      expect([answer.status, answer.body.slug]).toEqual([409, 'illegal-transition'])
    }
  })

  it('belongs to those who fulfil orders in that enterprise', async () => {
    const { operator, shop, id, buyer } = await sold.aPaidOrder()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const member = await inviteAndJoin(shop.chair, shop.slug, 'member')
    const other = await aShop(operator)
    for (const deed of ['confirmation', 'packing', 'shipment', 'delivery', 'cancellation']) {
      const body = { courier: 'JNE', reason: 'Bukan milik kami' }
      const path = `/api/orders/${id}/${deed}`
      expect([deed, (await other.chair.post(path, body)).status]).toEqual([deed, 404])
      expect([deed, (await member.post(path, body)).status]).toEqual([deed, 403])
      expect([deed, (await buyer.post(path, body)).status]).toEqual([deed, 401])
    }
    expect((await staff.post(`/api/orders/${id}/confirmation`)).status).toBe(201)
  })

  it('refuses a shipment without a courier and a tracking number that cannot be one', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('packing', order)
    const ship = (body: object) => order.shop.chair.post(`/api/orders/${order.id}/shipment`, body)
    expect((await ship({ courier: '' })).body.errors[0].pointer).toBe('/courier')
    expect((await ship({ courier: 'JNE', trackingNumber: '??' })).body.errors[0].pointer).toBe(
      '/trackingNumber',
    )
  })

  it('is one step when two of them press at the same time', async () => {
    const { shop, id } = await sold.aPaidOrder()
    const pressed = await Promise.all(
      Array.from({ length: 10 }, () => shop.chair.post(`/api/orders/${id}/confirmation`)),
    )
    expect(pressed.filter((one) => one.status === 201)).toHaveLength(1)
    expect(pressed.filter((one) => one.status === 409)).toHaveLength(9)
  })
})

describe('POST /api/orders/:order/completion', () => {
  it('gives the seller what was held, less the commission', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('delivery', order)
    expect(await sold.balanceOf('buyers-money', order.id)).toBe(268_000)
    const done = expected(await order.buyer.post(`/api/orders/${order.code}/completion`), 201)
    expect(done).toMatchObject({
      status: 'completed',
      completeAt: null,
      deeds: ['returns', 'complaints'],
    })
    expect(await sold.balanceOf('buyers-money', order.id)).toBe(0)
    expect(await sold.balanceOf('seller-payable', order.shop.id)).toBe(255_500)
    expect(await sold.balanceOf('commission-income', '')).toBe(12_500)
  })

  it('is the buyer’s alone, with her number where she is a guest elsewhere', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('shipment', order)
    const path = `/api/orders/${order.code}/completion`
    for (const other of [order.shop.chair, order.operator.owner, new Client()]) {
      expect((await other.post(path)).status).toBe(404)
    }
    expect((await new Client().post(`${path}?phone=081299999999`)).status).toBe(404)
    expect((await new Client().post(`${path}?phone=${order.phone}`)).status).toBe(201)
  })

  it('is not before something was sent, and once however often it is asked', async () => {
    const order = await sold.aPaidOrder()
    const path = `/api/orders/${order.code}/completion`
    expect((await order.buyer.post(path)).status).toBe(409)
    await sold.until('shipment', order)
    const key = { 'idempotency-key': newKey() }
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => order.buyer.post(path, {}, key)),
    )
    expect(new Set(asked.map((one) => one.status))).toEqual(new Set([201]))
    expect((await order.buyer.post(path)).status).toBe(409)
    expect(await sold.balanceOf('seller-payable', order.shop.id)).toBe(255_500)
  })
})
