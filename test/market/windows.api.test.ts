import { afterEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, START, type Json } from '#test/support/client'
import { aBasket, checkOut, checkoutOf, withTariff } from '#test/support/basket'
import { aProduct, anEnterprise, aShop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const guest = new Client()
const HOUR = 60 * 60 * 1000
afterEach(() => {
  clock.now = START
})
const written = (at: number) => new Date(at).toISOString()
const open = async () =>
  (expected(await guest.get('/api/products?openNow=true'), 200).items as Json[]).length

describe('a selling window', () => {
  it('of a product is judged by the clock in lists, on its page, in baskets and at the till', async () => {
    const shop = await withTariff(await aShop(await anOperator()))
    const product = await aProduct(shop)
    const basket = await aBasket([{ product }], new Client())
    const opensAt = START + 2 * HOUR
    const path = `/api/products/${product.id}`
    const window = { opensAt: written(opensAt), closesAt: written(START + 4 * HOUR) }
    expect(expected(await shop.chair.patch(path, window), 200)).toMatchObject(window)

    expect(await open()).toBe(0)
    const closed = { supply: 'closed', opensAgainAt: written(opensAt) }
    expect(expected(await guest.get('/api/products'), 200).items).toMatchObject([closed])
    const page = `/api/products/${product.slug}`
    expect(expected(await guest.get(page), 200)).toMatchObject(closed)
    const line = { variantId: product.variants![0]!.id, quantity: 1 }
    const refused = await new Client().post('/api/carts/current/lines', line)
    expect(refused.body.slug).toBe('product-unavailable')
    const cart = expected(await basket.get('/api/carts/current'), 200)
    expect([cart.ready, cart.goodsTotal]).toEqual([false, 0])

    clock.now = opensAt
    expect(expected(await guest.get(page), 200)).toMatchObject({
      supply: 'at-once',
      closesNextAt: window.closesAt,
    })
    expect(await open()).toBe(0)
    await everyMinute(bindings(), clock.now)
    expect(await open()).toBe(1)

    const asked = await checkoutOf(basket)
    clock.now = START + 4 * HOUR
    expect(await open()).toBe(0)
    expect((await basket.post('/api/purchases', asked)).body.slug).toBe('product-unavailable')
    clock.now -= 1
    expected(await basket.post('/api/purchases', asked), 201)
  })

  it('of a shop counts for all its goods, and one that closes first is a rest', async () => {
    const shop = await withTariff(await aShop(await anOperator()))
    const product = await aProduct(shop)
    const basket = await aBasket([{ product }], new Client())
    const path = `/api/enterprises/${shop.slug}/hours`
    const rest = { closesAt: written(START - HOUR), opensAt: written(START + HOUR) }
    expect(expected(await shop.chair.put(path, rest), 200)).toMatchObject(rest)
    const page = `/api/products/${product.slug}`
    expect(expected(await guest.get(page), 200)).toMatchObject({
      supply: 'closed',
      opensAgainAt: rest.opensAt,
    })
    expect(expected(await guest.get(`/api/shops/${shop.slug}`), 200)).toMatchObject({
      takesOrders: false,
      opensAgainAt: rest.opensAt,
    })
    expect(await open()).toBe(0)
    expected(await shop.chair.put(path, {}), 200)
    expect(await open()).toBe(1)
    expected(await checkOut(basket), 201)
  })

  it('is refused to a stranger, and where it opens and closes in one moment', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const same = { opensAt: written(START), closesAt: written(START) }
    const path = `/api/enterprises/${mine.slug}/hours`
    expect((await mine.chair.put(path, same)).body.errors?.[0]?.pointer).toBe('/closesAt')
    expect((await mine.chair.put(path, { opensAt: 'besok' })).status).toBe(400)
    expect((await other.chair.put(path, {})).status).toBe(404)
  })
})

describe('what is made after it is ordered, or sent later', () => {
  it('says so, and is bought as far as it can be made', async () => {
    const shop = await aShop(await anOperator())
    const made = await aProduct(shop, { title: 'Kursi', madeToOrderDays: 7 })
    const later = await aProduct(shop, { title: 'Madu', availableFrom: '2026-12-01' })
    const shown = async (product: Json) =>
      expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(await shown(made)).toMatchObject({ supply: 'made-to-order', madeToOrderDays: 7 })
    expect(await shown(later)).toMatchObject({
      supply: 'pre-order',
      availableFrom: '2026-12-01',
    })
    await aBasket([{ product: made, quantity: 5 }], new Client())
    const sixth = { variantId: made.variants![0]!.id, quantity: 6 }
    const refused = await new Client().post('/api/carts/current/lines', sixth)
    expect(refused.body.slug).toBe('insufficient-stock')
    clock.now = Date.UTC(2026, 11, 1, 3)
    expect(await shown(later)).toMatchObject({ supply: 'at-once' })
  })
})
