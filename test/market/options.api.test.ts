import { describe, expect, it } from 'vitest'
import { Client, type Json } from '#test/support/client'
import { jpeg } from '#test/support/pictures'
import { aDraft, anEnterprise, aProduct, aShop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'

const guest = new Client()
const priced = (values: string[], price: number, more = {}) => ({
  ...{ values, price, weightGrams: 250, stock: 3 },
  ...more,
})
const CHOICES = {
  title: 'Kopi Gayo',
  category: 'coffee-beans',
  unit: 'pack',
  options: ['Isi', 'Gilingan'],
  variants: [
    priced(['250 g', 'Biji'], 50_000, {
      net: { quantity: 250, unit: 'g' },
      tiers: [
        { fromQuantity: 10, price: 45_000 },
        { fromQuantity: 25, price: 42_500 },
      ],
    }),
    priced(['1 kg', 'Biji'], 180_000, {
      net: { quantity: 1000, unit: 'g' },
      size: { lengthCm: 20, widthCm: 12, heightCm: 30 },
    }),
  ],
}

describe('a product with options', () => {
  it('is shown with them, its tiers, its sizes and what a kilogram costs', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop, CHOICES)
    expect(product).toMatchObject({ options: ['Isi', 'Gilingan'] })
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown).toMatchObject({
      category: { slug: 'coffee-beans' },
      trail: [{ slug: 'coffee' }, { slug: 'coffee-beans' }],
      options: [
        { name: 'Isi', values: ['250 g', '1 kg'] },
        { name: 'Gilingan', values: ['Biji'] },
      ],
      variants: [
        {
          name: '250 g, Biji',
          tiers: [
            { fromQuantity: 10, price: 45_000 },
            { fromQuantity: 25, price: 42_500 },
          ],
          pricePer: { per: 'kg', price: 200_000 },
        },
        { pricePer: { per: 'kg', price: 180_000 }, size: { heightCm: 30 }, tiers: [] },
      ],
    })
  })

  it('shows a variant by a photo of its own until that is taken away', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop, CHOICES)
    const picture = jpeg({ width: 800, height: 600 }).slice().buffer as ArrayBuffer
    const path = `/api/products/${product.id}`
    const { photos } = expected(await shop.chair.send('POST', `${path}/photos`, picture), 201)
    const [{ id: photoId }] = photos as unknown as [{ id: string }]
    const [first, second] = product.variants as unknown as [Json, Json]
    const wanted = {
      options: CHOICES.options,
      variants: [
        { ...CHOICES.variants[0], id: first.id, photoId },
        { ...CHOICES.variants[1], id: second.id, tiers: [{ fromQuantity: 5, price: 170_000 }] },
      ],
    }
    const changed = expected(await shop.chair.put(`${path}/variants`, wanted), 200)
    expect(changed.variants).toMatchObject([{ photoId }, { tiers: [{ price: 170_000 }] }])
    const left = expected(await shop.chair.delete(`${path}/photos/${photoId}`), 200)
    expect(left.photos).toEqual([])
    const shown = expected(await guest.get(`/api/products/${product.slug}`), 200)
    expect(shown.variants?.[0]).toMatchObject({ photoId: null })
  })

  it('refuses values that are missing, alike or too many, tiers that rise, and foreign photos', async () => {
    const shop = await anEnterprise()
    const draft = await aDraft(shop, CHOICES)
    const [one] = CHOICES.variants
    const tier = (fromQuantity: number, price: number) => ({ fromQuantity, price })
    for (const [options, variants, pointer] of [
      [['Isi', 'Gilingan'], [priced(['250 g'], 50_000)], '/variants/0/values/1'],
      [['Isi'], [priced(['a'], 1000), priced(['A'], 2000)], '/variants/1/name'],
      [[], [one], '/variants/0/values'],
      [['Isi', 'isi'], [one], '/options/1'],
      [['a', 'b', 'c', 'd'], [one], '/options'],
      [['Isi'], [priced(['a'], 1000, { tiers: [tier(5, 1100)] })], '/variants/0/tiers/0/price'],
      [['Isi'], [priced(['a'], 1000, { photoId: 'x' })], '/variants/0/photoId'],
    ] as const) {
      const path = `/api/products/${draft.id}/variants`
      const { status, body } = await shop.chair.put(path, { options, variants })
      expect([pointer, status, body.errors?.[0]?.pointer]).toEqual([pointer, 400, pointer])
    }
  })
})

describe('a category', () => {
  it('is found with all that lies in it, and counts it', async () => {
    const shop = await aShop(await anOperator())
    await aProduct(shop, { title: 'Tikar pandan', category: 'mats' })
    await aProduct(shop, { title: 'Anyaman dinding', category: 'weaving' })
    const within = async (category: string) =>
      (expected(await guest.get(`/api/products?category=${category}`), 200).items ?? []).length
    expect([await within('weaving'), await within('mats'), await within('bags')]).toEqual([2, 1, 0])
    const { items } = expected(await guest.get('/api/categories'), 200)
    const counts = new Map((items as Json[]).map((one: Json) => [one.slug, one.products]))
    expect([counts.get('weaving'), counts.get('mats'), counts.get('bags')]).toEqual([2, 1, 0])
    const found = expected(await guest.get('/api/products?q=anyaman'), 200)
    expect((found.items as Json[]).map((one: Json) => one.title)).toEqual([
      'Anyaman dinding',
      'Tikar pandan',
    ])
  })

  it('brings goods of other shops beside one of its own', async () => {
    const operator = await anOperator()
    const [mine, other] = [await aShop(operator), await aShop(operator)]
    const here = await aProduct(mine, { title: 'Tikar satu', category: 'mats' })
    await aProduct(other, { title: 'Tikar dua', category: 'mats' })
    await aProduct(other, { title: 'Keranjang', category: 'baskets' })
    const beside = expected(await guest.get(`/api/products/${here.slug}/beside`), 200)
    expect(beside).toMatchObject({ shop: [], alike: [{ title: 'Tikar dua' }] })
  })
})

describe('what is searched', () => {
  it('is found with slips, in any order, in parts and with other endings', async () => {
    const shop = await aShop(await anOperator())
    await aProduct(shop, { title: 'Tas rotan anyaman halus', category: 'handbags' })
    for (const words of [
      'anyman',
      'rotan tas',
      'tas rotan',
      'menganyam',
      'anyam rot',
      'tas anyaman rotn',
    ]) {
      const { items } = expected(
        await guest.get(`/api/products?q=${encodeURIComponent(words)}`),
        200,
      )
      expect([words, (items as Json[]).length]).toEqual([words, 1])
    }
  })
})
