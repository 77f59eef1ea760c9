import { beforeEach, describe, expect, it } from 'vitest'
import { Client, newKey, type Json } from '#test/support/client'
import {
  aMarket,
  aPurchase,
  aStockedShop,
  balanceOf,
  rowsOf,
  until,
  type Market,
} from '#test/support/orders'
import { VILLAGE } from '#test/support/shop'
import { expected, newPhone } from '#test/support/world'

let market: Market

beforeEach(async () => void (market = await aMarket()))

const offerCod = async (more: Record<string, unknown> = {}, shop = market.shop) => {
  const terms = { offered: true, most: 1_000_000, areas: [], ...more }
  return expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
}
/** Money of the network's, wherever it stands. */
const heldByAll = () =>
  rowsOf(`SELECT code, debits - credits AS n FROM accounts WHERE debits <> credits`)

describe('a purchase paid at the door', () => {
  it('goes out unpaid, and the network never counts its cash as held (pain 7)', async () => {
    await offerCod()
    const before = await heldByAll()
    const { purchase, buyer } = await aPurchase([market], { method: 'cod' })
    expect(purchase).toMatchObject({ status: 'accepted', method: 'cod', uniqueCode: 0 })
    const [order] = purchase.orders
    await until('delivery', { shop: market.shop, id: order.id })
    expect(await heldByAll()).toEqual(before)
    expected(await buyer.post(`/api/orders/${order.code}/completion`), 201)
    expect(await balanceOf('buyers-money', order.id)).toBe(0)
    expect(await balanceOf('seller-payable', market.shop.id)).toBe(0)
    const commission = await balanceOf('commission-income', '')
    expect(commission).toBe(12_500)
    expect(await balanceOf('seller-receivable', market.shop.id)).toBe(-commission)
    expect(await balanceOf('bank', '')).toBe(0)
  })

  it('comes back when it is refused at the door: stock back, no money', async () => {
    await offerCod()
    const { purchase } = await aPurchase([market], { method: 'cod' })
    const [order] = purchase.orders
    const path = `/api/orders/${order.id}/door-refusal`
    const { chair } = market.shop
    expect((await chair.post(path, { reason: 'Tidak di rumah' })).status).toBe(409)
    await until('shipment', { shop: market.shop, id: order.id })
    expect((await new Client().post(path, { reason: 'Bukan saya' })).status).toBe(401)
    const key = { 'idempotency-key': newKey() }
    for (let n = 0; n < 2; n += 1) {
      const answer = expected(await chair.post(path, { reason: 'Tidak di rumah' }, key), 201)
      expect(answer.status).toBe('cancelled')
    }
    const [{ stock }] = await rowsOf('SELECT stock FROM variants')
    expect(stock).toBe(50)
    expect(await heldByAll()).toEqual([])
  })

  it('is offered within the seller’s limit and areas, by all sellers of the basket', async () => {
    const why = async (method = 'cod') => {
      const buyer = new Client()
      const line = { variantId: market.product.variants[0].id, quantity: 1 }
      expected(await buyer.post('/api/carts/current/lines', line), 201)
      const path = `/api/payment-methods?total=125000&areaCode=${VILLAGE}`
      const language = { 'accept-language': 'id' }
      const items = expected(await buyer.get(path, language), 200).items as Json[]
      return items.find((one) => one.method === method)?.why
    }
    expect(await why()).toBeUndefined()
    await offerCod()
    expect(await why()).toBeNull()
    await offerCod({ most: 100_000 })
    expect(await why()).toContain('besar')
    await offerCod({ areas: ['33'] })
    expect(await why()).toContain('daerah')
    await offerCod({ areas: ['32.06'] })
    expect(await why()).toBeNull()
    await offerCod({ offered: false })
    expect(await why()).toBeUndefined()
  })

  it('is refused where one of two sellers does not take it', async () => {
    await offerCod()
    const other = await aStockedShop(market.operator)
    await expect(aPurchase([market, other], { method: 'cod' })).rejects.toThrow(
      /method-unavailable/,
    )
  })

  it('has a limit of open ones for each buyer, also when she is quick', async () => {
    await offerCod()
    const phone = newPhone()
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => aPurchase([market], { method: 'cod', phone })),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
    await expect(aPurchase([market], { method: 'cod', phone })).rejects.toThrow(/method-unavail/)
    await expect(aPurchase([market], { method: 'transfer', phone })).resolves.toBeDefined()
  })

  it('is set by the enterprise’s people alone', async () => {
    const path = `/api/enterprises/${market.shop.slug}/cod-terms`
    const { chair } = market.shop
    expect(expected(await chair.get(path), 200)).toMatchObject({ offered: false, areas: [] })
    for (const wrong of [{ most: 0 }, { most: 10_000_001 }, { areas: ['Jawa'] }]) {
      const asked = { offered: true, most: 500_000, areas: [], ...wrong }
      expect((await chair.put(path, asked)).status).toBe(400)
    }
    expect((await market.operator.owner.put(path, {})).status).toBe(403)
    expect((await new Client().get(path)).status).toBe(401)
    expect((await chair.get('/api/enterprises/no-such/cod-terms')).status).toBe(404)
  })
})
