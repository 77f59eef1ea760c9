import { describe, expect, it } from 'vitest'
import { Client, type Json } from '#test/support/client'
import { aProduct, anEnterprise, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'

const guest = new Client()
const named = async (shop: Shop, name: string) =>
  expected(await shop.chair.post(`/api/enterprises/${shop.slug}/makers`, { name }), 201)

describe('makers', () => {
  it('are named by their enterprise, credited on a product, and shown to who buys it', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop)
    const [euis, dewi] = [await named(shop, 'Euis'), await named(shop, 'Dewi')]
    const makers = [{ makerId: euis.id, share: 2 }, { makerId: dewi.id }]
    const own = expected(
      await shop.chair.put(`/api/products/${product.id}/makers`, { makers }),
      200,
    )
    expect(own.makers).toEqual([
      { makerId: euis.id, name: 'Euis', share: 2 },
      { makerId: dewi.id, name: 'Dewi', share: 1 },
    ])
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown.makers).toMatchObject([{ name: 'Euis' }, { name: 'Dewi' }])
  })

  it('are told of anew and set aside, and stay named on what they made', async () => {
    const shop = await anEnterprise()
    const maker = await named(shop, 'Euis')
    const change = { about: 'Menganyam sejak 1998.', archived: true }
    expect(expected(await shop.chair.patch(`/api/makers/${maker.id}`, change), 200)).toMatchObject({
      ...change,
      name: 'Euis',
    })
    const path = `/api/enterprises/${shop.slug}/makers`
    await named(shop, 'Ani')
    const first = expected(await shop.chair.get(`${path}?limit=1`), 200)
    expect(first.items).toMatchObject([{ name: 'Ani', products: 0 }])
    const second = expected(await shop.chair.get(`${path}?limit=1&after=${first.next}`), 200)
    expect([second.items?.[0]?.name, second.next]).toEqual(['Euis', null])
  })

  it('are of the house, and named once', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const [own, foreign] = [await named(mine, 'Euis'), await named(other, 'Dewi')]
    const product = await aProduct(mine)
    const credit = (makers: Json, shop = mine) =>
      shop.chair.put(`/api/products/${product.id}/makers`, { makers })
    const twice = [{ makerId: own.id }, { makerId: own.id }]
    expect((await credit(twice)).body.errors?.[0]?.pointer).toBe('/makers/1/makerId')
    expect((await credit([{ makerId: foreign.id }])).status).toBe(404)
    expect((await credit([{ makerId: own.id, share: -1 }])).status).toBe(400)
    expect((await credit([], other)).status).toBe(404)
    const path = `/api/enterprises/${mine.slug}/makers`
    expect((await other.chair.get(path)).status).toBe(404)
    expect((await mine.chair.get(`${path}?limit=0`)).status).toBe(400)
    expect((await other.chair.post(path, { name: 'Budi' })).status).toBe(404)
    expect((await mine.chair.post(path, { name: '' })).status).toBe(400)
    expect((await other.chair.patch(`/api/makers/${own.id}`, { name: 'Budi' })).status).toBe(404)
    expect((await mine.chair.patch(`/api/makers/${own.id}`, { name: '' })).status).toBe(400)
  })
})
