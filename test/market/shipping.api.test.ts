import { beforeEach, describe, expect, it } from 'vitest'
import { aBasket } from '#test/support/basket'
import { Client } from '#test/support/client'
import { aProduct, aShop, VILLAGE, type Shop } from '#test/support/shop'
import { anOperator, expected, inviteAndJoin } from '#test/support/world'

let shop: Shop
let other: Shop

beforeEach(async () => {
  const operator = await anOperator()
  shop = await aShop(operator)
  other = await aShop(operator, { pickupPlace: 'Pasar Beringharjo, los 12' })
})

const row = (destination: string, firstKg: number) => ({
  destination,
  firstKg,
  nextKg: firstKg / 2,
  daysFrom: 1,
  daysTo: 3,
})
const path = (one: Shop) => `/api/enterprises/${one.slug}/tariffs`

describe('PUT /api/enterprises/{slug}/tariffs', () => {
  it('replaces the table and names its destinations', async () => {
    const first = { tariffs: [row('', 40_000), row('32', 15_000)] }
    expected(await shop.chair.put(path(shop), first), 200)
    const tariffs = [row('32.06', 9_000), row('', 42_000)]
    expected(await shop.chair.put(path(shop), { tariffs }), 200)
    const { tariffs: kept } = expected(await shop.chair.get(path(shop)), 200)
    expect(kept).toMatchObject([
      { destination: '', name: null, firstKg: 42_000 },
      { destination: '32.06', name: 'Kabupaten Tasikmalaya', nextKg: 4_500 },
    ])
  })

  it('refuses what is no destination, stands there twice, or is no amount', async () => {
    for (const tariffs of [
      [row('Bandung', 1)],
      [row('32.99', 1)],
      [row('32.06.34.2002', 1)],
      [row('32', 1), row('32', 2)],
      [{ ...row('', 2), firstKg: -1 }],
      [{ ...row('', 2), daysFrom: 5 }],
    ]) {
      expect((await shop.chair.put(path(shop), { tariffs })).status).toBe(400)
    }
  })

  it('is done by the enterprise’s own people with that right', async () => {
    const tariffs = { tariffs: [row('', 2)] }
    expect((await other.chair.put(path(shop), tariffs)).status).toBe(404)
    const member = await inviteAndJoin(shop.chair, shop.slug, 'member')
    expect((await member.put(path(shop), tariffs)).status).toBe(403)
    expect((await new Client().put(path(shop), tariffs)).status).toBe(401)
  })
})

describe('GET /api/enterprises/{slug}/tariffs', () => {
  it('is empty at first', async () => {
    expect(expected(await shop.chair.get(path(shop)), 200)).toEqual({ tariffs: [] })
  })

  it('finds no enterprise that is not there', async () => {
    expect((await shop.chair.get('/api/enterprises/no-such-shop/tariffs')).status).toBe(404)
  })

  it('is the enterprise’s own', async () => {
    expect((await other.chair.get(path(shop))).status).toBe(404)
    expect((await new Client().get(path(shop))).status).toBe(401)
  })
})

describe('GET /api/shipping-options', () => {
  it('says for each seller what it costs, how long it takes, and where to pick up', async () => {
    expected(await shop.chair.put(path(shop), { tariffs: [row('32.06', 9_000)] }), 200)
    const variants = [{ price: 50_000, weightGrams: 700, stock: 9 }]
    const wanted = [
      { product: await aProduct(shop, { variants }), quantity: 3 },
      { product: await aProduct(other, { variants }) },
    ]
    const client = await aBasket(wanted, new Client())
    const { items } = expected(await client.get(`/api/shipping-options?areaCode=${VILLAGE}`), 200)
    expect(items).toMatchObject([
      { weightGrams: 2_100, courier: { cost: 18_000, kg: 3, daysFrom: 1 }, pickupPlace: null },
      { courier: null, pickupPlace: 'Pasar Beringharjo, los 12' },
    ])
    const farther = await client.get('/api/shipping-options?areaCode=91.71.01.1001')
    expect(expected(farther, 200).items![0]).toMatchObject({ courier: null })
  })

  it('refuses what is no area', async () => {
    for (const area of ['Bandung', '32', '32.06.34.9']) {
      const answer = await new Client().get(`/api/shipping-options?areaCode=${area}`)
      expect(answer.body.errors![0]).toMatchObject({ pointer: '/areaCode' })
    }
  })

  it('shows nothing of a cart whose token one does not have', async () => {
    const answer = await new Client().get(`/api/shipping-options?cart=${'d'.repeat(43)}`)
    expect(expected(answer, 200).items).toEqual([])
  })
})
