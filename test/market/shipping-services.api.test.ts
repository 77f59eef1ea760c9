import { beforeEach, describe, expect, it } from 'vitest'
import { aBasket, checkoutOf, withTariff } from '#test/support/basket'
import { Client } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { aProduct, aShop, VILLAGE, type Shop } from '#test/support/shop'
import { anOperator, expected, inviteAndJoin } from '#test/support/world'

let shop: Shop
let other: Shop

beforeEach(async () => {
  const operator = await anOperator()
  shop = await withTariff(await aShop(operator))
  other = await aShop(operator)
})

const row = (destination: string, firstKg: number) => ({
  ...{ destination, firstKg, nextKg: firstKg, daysFrom: 1, daysTo: 2 },
})
const jne = (more: Record<string, unknown> = {}) => ({
  ...{ kind: 'courier', courier: 'jne', name: 'REG', tariffs: [row('32.06', 7_000)] },
  ...more,
})
const nearby = {
  ...{ kind: 'local', name: 'Diantar', minimum: 80_000 },
  tariffs: [row('32.06.34', 3_000)],
}
const path = (one: Shop, code = '') => `/api/enterprises/${one.slug}/shipping-services${code}`
const put = (code: string, body: unknown) => shop.chair.put(path(shop, `/${code}`), body)

describe('the ways an enterprise sends', () => {
  it('are several, each with its own table, down to the district', async () => {
    const kept = expected(await put('jne-reg', jne()), 200)
    expect(kept).toMatchObject({ code: 'jne-reg', title: 'JNE REG', active: true })
    expect(expected(await put('nearby', nearby), 200).tariffs[0].name).toContain('Kec. Rajapolah')
    const { items } = expected(await shop.chair.get(path(shop)), 200)
    expect(items.map((one: { code: string }) => one.code)).toEqual(['jne-reg', 'regular', 'nearby'])
    const left = expected(await shop.chair.delete(path(shop, '/jne-reg')), 200)
    expect(left.items).toHaveLength(2)
  })

  it('are shown to a buyer by price, and the one she picks is frozen on her order', async () => {
    expected(await put('jne-reg', jne()), 200)
    expected(await put('nearby', nearby), 200)
    const variants = [{ price: 50_000, weightGrams: 650, stock: 9 }]
    const product = await aProduct(shop, { variants })
    const client = await aBasket([{ product, quantity: 2 }], new Client())
    const options = await client.get(`/api/shipping-options?areaCode=${VILLAGE}`)
    const [{ services }] = expected(options, 200).items
    expect(services).toMatchObject([
      { code: 'nearby', kind: 'local', cost: 3_000, missing: 0 },
      { code: 'jne-reg', cost: 7_000, kg: 1 },
      { code: 'regular', cost: 20_000, kg: 2 },
    ])
    const chosen = { enterpriseId: shop.id, delivery: 'local' }
    const asked = {
      ...(await checkoutOf(client)),
      deliveries: [chosen],
      expected: { goodsTotal: 100_000, shippingTotal: 3_000 },
    }
    const { orders } = expected(await client.post('/api/purchases', asked), 201)
    expect(orders[0]).toMatchObject({ delivery: 'local', service: 'Diantar', shipping: 3_000 })
    const [order] = await rowsOf('SELECT delivery, service FROM orders')
    expect(order).toEqual({ delivery: 'local', service: 'Diantar' })
  })

  it('do not bring goods nearby below the minimum', async () => {
    expected(await put('nearby', nearby), 200)
    const product = await aProduct(shop, {
      variants: [{ price: 50_000, weightGrams: 1, stock: 9 }],
    })
    const client = await aBasket([{ product }], new Client())
    const options = await client.get(`/api/shipping-options?areaCode=${VILLAGE}`)
    expect(expected(options, 200).items[0].services[0]).toMatchObject({ missing: 30_000 })
    const deliveries = [{ enterpriseId: shop.id, delivery: 'local' }]
    const asked = { ...(await checkoutOf(client)), deliveries }
    expect((await client.post('/api/purchases', asked)).body.slug).toBe('shipping-unavailable')
  })

  it('cost what they cost when she saw them, or she is told', async () => {
    const product = await aProduct(shop)
    const client = await aBasket([{ product }], new Client())
    const asked = await checkoutOf(client)
    await withTariff(shop, 11_000)
    const answer = await client.post('/api/purchases', asked)
    expect([answer.status, answer.body.slug]).toEqual([409, 'price-changed'])
  })

  it('refuse what is no way', async () => {
    for (const wrong of [
      jne({ courier: 'pigeon' }),
      jne({ tariffs: [row('32.06.99', 1)] }),
      jne({ tariffs: [row('32', 1), row('32', 2)] }),
      jne({ kind: 'drone' }),
    ]) {
      expect((await put('jne-reg', wrong)).status).toBe(400)
    }
    expect((await put('Not A Code', jne())).status).toBe(404)
    expect((await shop.chair.delete(path(shop, '/none'))).status).toBe(404)
    const nowhere = '/api/enterprises/no-such-shop/shipping-services'
    expect((await shop.chair.get(nowhere)).status).toBe(404)
  })

  it('are the enterprise’s own', async () => {
    const member = await inviteAndJoin(shop.chair, shop.slug, 'member')
    for (const [who, status] of [
      [other.chair, 404],
      [member, 403],
      [new Client(), 401],
    ] as const) {
      expect((await who.get(path(shop))).status).toBe(status)
      expect((await who.put(path(shop, '/jne-reg'), jne())).status).toBe(status)
      expect((await who.delete(path(shop, '/regular'))).status).toBe(status)
    }
  })
})
