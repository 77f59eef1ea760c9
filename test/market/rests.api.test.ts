import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aMarket, aPurchase, DAY } from '#test/support/orders'
import { anEnterprise } from '#test/support/shop'
import { expected, inviteAndJoin, signInAgain } from '#test/support/world'

const guest = new Client()
const pathOf = (slug: string) => `/api/enterprises/${slug}/rest`

describe('a rest', () => {
  it('closes the shop for some days, with a word to its buyers, and ends by the clock', async () => {
    const market = await aMarket()
    const { shop, product } = market
    const asked = { from: '2026-11-24', to: '2026-11-25', note: 'Panen padi bersama.' }
    const set = expected(await shop.chair.put(pathOf(shop.slug), asked), 200)
    expect(set).toEqual({ rest: { ...asked, stage: 'ahead' } })
    await aPurchase([market], { quantity: 1 })

    clock.now += 2 * DAY
    const rest = expected(await guest.get(`/api/shops/${shop.slug}`), 200).rest
    expect(rest).toEqual(asked)
    const line = { variantId: product.variants[0].id, quantity: 1 }
    const refused = await new Client().post('/api/carts/current/lines', line)
    expect(refused.body.slug).toBe('product-unavailable')
    await signInAgain(shop.chair)
    expect(expected(await shop.chair.get(pathOf(shop.slug)), 200).rest.stage).toBe('now')

    clock.now += 2 * DAY
    expect(expected(await guest.get(`/api/shops/${shop.slug}`), 200).rest).toBeNull()
    await aPurchase([market], { quantity: 1 })
  })

  it('stops a purchase of what lies in a basket already', async () => {
    const market = await aMarket()
    const buyer = new Client()
    const line = { variantId: market.product.variants[0].id, quantity: 2 }
    expected(await buyer.post('/api/carts/current/lines', line), 201)
    expected(await market.shop.chair.put(pathOf(market.shop.slug), { from: '2026-11-22' }), 200)
    await expect(aPurchase([market], { quantity: 2 }, buyer)).rejects.toThrow('409')
  })

  it('may last until the seller says otherwise', async () => {
    const market = await aMarket()
    const { chair, slug } = market.shop
    const asked = { from: '2026-11-22', note: 'Tutup sampai ada kabar.' }
    expected(await chair.put(pathOf(slug), asked), 200)
    clock.now += 20 * DAY
    expect(expected(await guest.get(`/api/shops/${slug}`), 200).rest).toMatchObject({ to: null })
    await signInAgain(chair)
    expect(expected(await chair.delete(pathOf(slug)), 200)).toEqual({ rest: null })
    await aPurchase([market])
  })

  it('is over, with its note, when hours are set after it; what was said last holds', async () => {
    const market = await aMarket()
    const { chair, slug } = market.shop
    expected(await chair.put(pathOf(slug), { from: '2026-11-22', note: 'Panen.' }), 200)
    const hours = { opensAt: null, closesAt: '2026-12-24T00:00:00.000Z' }
    expected(await chair.put(`/api/enterprises/${slug}/hours`, hours), 200)
    expect(expected(await chair.get(pathOf(slug)), 200)).toEqual({ rest: null })
    expect(expected(await guest.get(`/api/shops/${slug}`), 200).rest).toBeNull()
    await aPurchase([market])
    expected(await chair.put(pathOf(slug), { from: '2026-11-22' }), 200)
    await expect(aPurchase([market])).rejects.toThrow('409')
  })

  it('has an order of days, and is set by those who speak for the shop', async () => {
    const shop = await anEnterprise()
    const path = pathOf(shop.slug)
    const wrong = async (body: unknown) =>
      (await shop.chair.put(path, body)).body.errors?.[0]?.pointer
    expect(await wrong({ from: '2026-12-02', to: '2026-12-01' })).toBe('/to')
    expect(await wrong({ from: '2026-11-01', to: '2026-11-02' })).toBe('/to')
    expect(await wrong({ from: '2026-12-01', to: '2028-12-01' })).toBe('/to')
    expect(await wrong({ from: 'besok' })).toBe('/from')
    const treasurer = await inviteAndJoin(shop.chair, shop.slug, 'treasurer')
    const other = await anEnterprise()
    for (const [who, status] of [
      [guest, 401],
      [treasurer, 403],
      [other.chair, 404],
    ] as const) {
      expect((await who.put(path, { from: '2026-12-01' })).status).toBe(status)
      expect((await who.delete(path)).status).toBe(status)
    }
    expect((await guest.get(path)).status).toBe(401)
    expect((await other.chair.get(path)).status).toBe(404)
  })
})
