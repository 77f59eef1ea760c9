import { describe, expect, it } from 'vitest'
import { env } from 'cloudflare:workers'
import { commit, open } from '#db/client'
import { Client, type Json } from '#test/support/client'
import { aDraft, anEnterprise, aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'
import { changeStock } from '#worker/market/offering/products/queries'

const guest = new Client()
const sizes = [
  { name: 'Kecil', price: 50_000, weightGrams: 250, stock: 2 },
  { name: 'Besar', price: 80_000, weightGrams: 400, stock: 5 },
]

const door = () =>
  open((env as unknown as { DB: D1Database }).DB, { from: 'first-primary', gather: false }).db

const take = (product: Json, n: number, by: number) =>
  commit(door(), changeStock(door(), [{ ...named(product, n), by }]))
const named = (product: Json, n: number) => ({
  variantId: String(product.variants?.[n]?.id),
  productId: String(product.id),
})
const replace = (shop: Shop, { id }: Json, variants: unknown) =>
  shop.chair.put(`/api/products/${id}/variants`, { variants })

describe('PUT /api/products/{id}/variants', () => {
  it('changes, adds and sets aside; range and stock follow', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop, { variants: sizes })
    const small = product.variants?.[0] as Json
    const wanted = [
      { id: small.id, name: 'Mini', price: 40_000, weightGrams: 200, stock: 9 },
      { name: 'Raksasa', price: 200_000, weightGrams: 900, stock: 1 },
    ]
    const answer = expected(await replace(shop, product, wanted), 200)
    expect(answer).toMatchObject({ priceFrom: 40_000, priceTo: 200_000, stockTotal: 10 })
    expect(answer.variants).toMatchObject([{ id: small.id, name: 'Mini' }, { name: 'Raksasa' }])
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown).toMatchObject({ priceFrom: 40_000, variants: [{ stock: 9 }, { stock: 1 }] })
    const cheap = expected(await guest.get('/api/products?maxPrice=45000&sort=cheapest'), 200)
    expect(cheap.items).toHaveLength(1)
  })

  it('leaves sold what was sold while she was writing', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop, { variants: sizes })
    await take(product, 1, -3)
    const [small, large] = product.variants as unknown as [Json, Json]
    const wanted = [
      { id: small.id, name: 'Kecil', price: 50_000, weightGrams: 250, stock: 2, stockSeen: 2 },
      { id: large.id, name: 'Besar', price: 85_000, weightGrams: 400, stock: 15, stockSeen: 5 },
    ]
    const answer = expected(await replace(shop, product, wanted), 200)
    expect(answer.variants).toMatchObject([{ stock: 2 }, { stock: 12 }])
  })

  it('gives stock back to a variant set aside without offering it', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop, { variants: sizes })
    await take(product, 0, -2)
    const left = [{ id: product.variants?.[1]?.id, ...sizes[1] }]
    expected(await replace(shop, product, left), 200)
    await take(product, 0, 2)
    const own = await shop.chair.get(`/api/enterprises/${shop.slug}/products/${product.id}`)
    expect(expected(own, 200)).toMatchObject({ stockTotal: 5, variants: [{ name: 'Besar' }] })
  })

  it('refuses none at all, a foreign variant, and a foreign product', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const [product, foreign] = [await aDraft(mine), await aDraft(other)]
    expect((await replace(mine, product, [])).status).toBe(400)
    const theirs = [{ id: foreign.variants?.[0]?.id, ...sizes[0] }]
    expect((await replace(mine, product, theirs)).status).toBe(404)
    expect((await replace(other, product, sizes)).status).toBe(404)
    const unknown = guest.put(`/api/products/${product.id}/variants`, { variants: sizes })
    expect((await unknown).status).toBe(401)
  })
})

describe('PATCH /api/variants/{id}/stock', () => {
  const stockOf = (shop: Shop, product: Json, request: unknown) =>
    shop.chair.patch(`/api/variants/${product.variants?.[0]?.id}/stock`, request)

  it('adds what was made, and counts what lies there', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    expect(expected(await stockOf(shop, product, { add: 4, reason: 'selesai' }), 200).stock).toBe(9)
    expect(expected(await stockOf(shop, product, { set: 7 }), 200).stock).toBe(7)
    await take(product, 0, -2)
    expect(expected(await stockOf(shop, product, { set: 10, seen: 7 }), 200).stock).toBe(8)
  })

  it('never counts below nothing', async () => {
    const shop = await anEnterprise()
    const answer = await stockOf(shop, await aDraft(shop), { add: -6 })
    expect([answer.status, answer.body.slug]).toEqual([409, 'insufficient-stock'])
  })

  it('refuses a request that says neither, and is for its own seller', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const product = await aDraft(mine)
    expect((await stockOf(mine, product, {})).status).toBe(400)
    expect((await stockOf(other, product, { set: 0 })).status).toBe(404)
    const path = `/api/variants/${product.variants?.[0]?.id}/stock`
    expect((await guest.patch(path, { set: 0 })).status).toBe(401)
  })
})

describe('stock under a crowd', () => {
  it('sells the last piece once', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop, { variants: [{ ...sizes[0], stock: 1 }] })
    const tries = Array.from({ length: 30 }, () => take(product, 0, -1))
    const done = (await Promise.allSettled(tries)).filter((one) => one.status === 'fulfilled')
    expect(done).toHaveLength(1)
  })
})
