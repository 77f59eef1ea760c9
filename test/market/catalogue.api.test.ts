import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { aDraft, aProduct, aShop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'

const guest = new Client()
const titles = async (query: string) => {
  const { items } = expected(await guest.get(`/api/products?${query}`), 200)
  return (items as unknown as { title: string }[]).map((one) => one.title)
}

async function twoShops() {
  const operator = await anOperator()
  const [tasik, lasem] = [
    await aShop(operator, { name: 'Mendong Lestari', womenLed: true }),
    await aShop(operator, {
      name: 'Batik Pesisir',
      craft: 'Batik tulis',
      areaCode: '33.17.14.2001',
    }),
  ]
  const at = (price: number, stock = 3) => ({ variants: [{ price, weightGrams: 200, stock }] })
  await aProduct(tasik, { title: 'Tikar pandan', category: 'weaving', ...at(90_000) })
  await aProduct(tasik, { title: 'Tas mendong', category: 'bags', ...at(150_000, 0) })
  await aProduct(lasem, { title: 'Kain tulis merah', category: 'batik', ...at(750_000) })
  const described = {
    title: 'Selendang',
    description: 'Warnanya seperti kopi.',
    category: 'textiles',
  }
  await aProduct(lasem, { ...described, ...at(90_000) })
  return { operator, tasik, lasem }
}

describe('GET /api/products', () => {
  it('shows what is on sale, the newest first, and nothing that is a draft or hidden', async () => {
    const { tasik } = await twoShops()
    await aDraft(tasik, { title: 'Belum jadi' })
    const hidden = await aProduct(tasik, { title: 'Tak dijual lagi' })
    await tasik.chair.put(`/api/products/${hidden.id}/status`, { status: 'hidden' })
    expect(await titles('')).toEqual([
      'Selendang',
      'Kain tulis merah',
      'Tas mendong',
      'Tikar pandan',
    ])
  })

  it('finds by word, by the beginning of a word, by maker, place and category', async () => {
    await twoShops()
    expect(await titles('q=pandan')).toEqual(['Tikar pandan'])
    expect(await titles('q=PAND')).toEqual(['Tikar pandan'])
    expect(await titles('q=pesisir+merah')).toEqual(['Kain tulis merah'])
    expect(await titles('q=tasikmalaya')).toEqual(['Tas mendong', 'Tikar pandan'])
    expect(await titles('q=basketry')).toEqual(['Tikar pandan'])
    expect(await titles('q=tikar+batik')).toEqual([])
  })

  it('understands a slip and says what it took it for', async () => {
    await twoShops()
    for (const slip of ['mendng', 'mendonng', 'mendang', 'emndong']) {
      const { items, meant } = expected(await guest.get(`/api/products?q=${slip}`), 200)
      expect({ slip, meant }).toEqual({ slip, meant: 'mendong' })
      expect(items).toHaveLength(2)
    }
    expect(expected(await guest.get('/api/products?q=mendong'), 200).meant).toBe(null)
  })

  it('puts what carries the word before what mentions it, over pages too', async () => {
    const { tasik } = await twoShops()
    await aProduct(tasik, { title: 'Kopi gayo', category: 'coffee' })
    await aProduct(tasik, { title: 'Nampan', description: 'Untuk kopi.', category: 'home' })
    const order = ['Kopi gayo', 'Nampan', 'Selendang']
    expect(await titles('q=kopi')).toEqual(order)
    expect(await titles('q=kop')).toEqual(order)
    expect((await titles('q=tas'))[0]).toBe('Tas mendong')
    const seen: unknown[] = []
    for (let after = ''; ;) {
      const page = expected(await guest.get(`/api/products?q=kopi&limit=1${after}`), 200)
      seen.push(page.items?.[0]?.title)
      if (!page.next) break
      after = `&after=${page.next}`
    }
    expect(seen).toEqual(order)
  })

  it('takes any text at all for words', async () => {
    await twoShops()
    for (const text of [
      '"',
      "';--",
      '%',
      'a OR b',
      'NEAR(',
      '{title}:x',
      '*',
      'tas"*',
      '\u0000',
      '🧺',
    ]) {
      expect((await guest.get(`/api/products?q=${encodeURIComponent(text)}`)).status).toBe(200)
    }
  })

  it('filters by category, region, price, stock, shop and who leads', async () => {
    const { lasem } = await twoShops()
    expect(await titles('category=batik')).toEqual(['Kain tulis merah'])
    expect(await titles('region=32')).toEqual(['Tas mendong', 'Tikar pandan'])
    expect(await titles('region=33.17&category=textiles')).toEqual(['Selendang'])
    expect(await titles('minPrice=90001&maxPrice=750000')).toEqual([
      'Kain tulis merah',
      'Tas mendong',
    ])
    expect(await titles('maxPrice=90000&minPrice=100')).toEqual(['Selendang', 'Tikar pandan'])
    expect(await titles('maxPrice=100&minPrice=90000')).toEqual(['Selendang', 'Tikar pandan'])
    expect(await titles('inStock=true&region=32')).toEqual(['Tikar pandan'])
    expect(await titles(`shop=${lasem.slug}`)).toEqual(['Selendang', 'Kain tulis merah'])
    expect(await titles('womenLed=true')).toEqual(['Tas mendong', 'Tikar pandan'])
    expect(await titles('shop=nobody')).toEqual([])
    expect(await titles('category=&region=&minPrice=&q=')).toHaveLength(4)
  })

  it('sorts by price either way, ties by age, page by page', async () => {
    await twoShops()
    const up = ['Tikar pandan', 'Selendang', 'Tas mendong', 'Kain tulis merah']
    expect(await titles('sort=cheapest')).toEqual(up)
    expect(await titles('sort=dearest')).toEqual(up.toReversed())
    const first = expected(await guest.get('/api/products?sort=cheapest&limit=1'), 200)
    expect(await titles(`sort=cheapest&limit=2&after=${first.next}`)).toEqual(up.slice(1, 3))
    expect(await titles('sort=dearest&q=tasik&maxPrice=200000')).toEqual([
      'Tas mendong',
      'Tikar pandan',
    ])
  })

  it('points at what it cannot read', async () => {
    const { status, body } = await guest.get('/api/products?sort=best&region=99&limit=0&after=x')
    expect(status).toBe(400)
    const at = (body.errors as unknown as { pointer: string }[]).map((one) => one.pointer)
    expect(at.toSorted()).toEqual(['/after', '/limit', '/region', '/sort'])
  })

  it('takes goods of an enterprise that rests off the shelf and puts them back', async () => {
    const { operator, tasik } = await twoShops()
    const say = (status: string) =>
      operator.owner.patch(`/api/organizations/${tasik.slug}/status`, { status })
    expected(await say('paused'), 200)
    expect(await titles('')).toEqual(['Selendang', 'Kain tulis merah'])
    expected(await say('open'), 200)
    expect(await titles('')).toHaveLength(4)
  })
})

describe('GET /api/products/{slug}', () => {
  it('tells everything about a product and its shop', async () => {
    const { operator } = await twoShops()
    const shop = await aShop(operator, { pickupPlace: 'Bengkel, depan balai desa' })
    const variants = [
      { name: 'Kecil', price: 50_000, weightGrams: 250, stock: 2 },
      { name: 'Besar', price: 80_000, weightGrams: 400, stock: 0 },
    ]
    const { slug } = await aProduct(shop, { title: 'Keranjang "kembar"', variants })
    const answer = expected(await guest.get(`/api/products/${slug}`), 200)
    expect(answer).toMatchObject({
      slug: 'keranjang-kembar',
      priceFrom: 50_000,
      priceTo: 80_000,
      inStock: true,
      category: { slug: 'bags', nameId: 'Tas & dompet' },
      variants: [
        { name: 'Kecil', stock: 2 },
        { name: 'Besar', stock: 0 },
      ],
      photos: [],
      shop: { name: shop.name, region: { code: '32.06', name: 'Kab. Tasikmalaya' } },
    })
    expect(answer.shop?.pickupPlace).toBe('Bengkel, depan balai desa')
  })

  it('does not know a draft, nor what is of a shop that is not open', async () => {
    const operator = await anOperator()
    const shop = await aShop(operator)
    const draft = await aDraft(shop)
    expect((await guest.get(`/api/products/${draft.slug}`)).status).toBe(404)
    expect((await guest.get('/api/products/none')).status).toBe(404)
  })
})

it('shows more of the same shop beside a product', async () => {
  const { lasem } = await twoShops()
  await aDraft(lasem)
  const beside = expected(await guest.get('/api/products/selendang/beside'), 200)
  expect(beside).toMatchObject({ shop: [{ title: 'Kain tulis merah' }], alike: [] })
})

it('lists categories in their order, and the regions goods come from', async () => {
  await twoShops()
  const categories = expected(await guest.get('/api/categories'), 200)
  const [first] = categories.items!
  expect(first).toMatchObject({ slug: 'weaving', nameId: 'Anyaman', nameEn: 'Basketry' })
  expect(categories.items).toContainEqual(
    expect.objectContaining({ slug: 'mats', parent: 'weaving' }),
  )
  const regions = expected(await guest.get('/api/regions'), 200)
  expect(regions.items).toMatchObject([
    { code: '32.06', name: 'Kab. Tasikmalaya', province: 'Jawa Barat' },
    { code: '33.17', name: 'Kab. Rembang', province: 'Jawa Tengah' },
  ])
})
