import { describe, expect, it } from 'vitest'
import { Client, type Json } from '#test/support/client'
import { aDraft, aProduct, aShop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'

const guest = new Client()

describe('the map of the site', () => {
  it('reaches to every product on sale and every open shop, by province', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop)
    await aDraft(shop)
    const extent = expected(await guest.get('/api/sitemap'), 200)
    expect(extent).toEqual({ productPages: 1, provinces: ['32'] })
    const products = expected(await guest.get('/api/sitemap/products/0'), 200)
    expect(products.slugs).toEqual([product.slug])
    expect(expected(await guest.get('/api/sitemap/products/1'), 200).slugs).toEqual([])
    const shops = expected(await guest.get('/api/sitemap/shops/32'), 200)
    expect(shops.slugs).toEqual([shop.slug])
  })

  it('has no pages but its own', async () => {
    for (const path of ['products/x', 'products/-1', 'shops/99', 'shops/32.06']) {
      expect([path, (await guest.get(`/api/sitemap/${path}`)).status]).toEqual([path, 404])
    }
  })
})

it('lists the widest categories alone where that is asked, and refuses what is no answer', async () => {
  const { items } = expected(await guest.get('/api/categories?widest=true'), 200)
  expect((items as Json[]).every((one: Json) => one.parent === null)).toBe(true)
  expect((items as Json[]).length).toBe(12)
  expect((await guest.get('/api/categories?widest=maybe')).status).toBe(400)
})
