import { describe, expect, it } from 'vitest'
import { Client, newKey } from '#test/support/client'
import { aDraft, anEnterprise, aProduct, aShop, description } from '#test/support/shop'
import { anOperator, aPerson, expected, inviteAndJoin } from '#test/support/world'

const guest = new Client()
const kembar = [
  { name: 'Kecil', price: 50_000, weightGrams: 250, stock: 2 },
  { name: 'Besar', price: 80_000, weightGrams: 400, stock: 5 },
]

describe('POST /api/enterprises/{slug}/products', () => {
  it('drafts a product that only its seller sees', async () => {
    const shop = await aShop(await anOperator())
    const draft = await aDraft(shop, { title: 'Keranjang Kembar', variants: kembar })
    expect(draft).toMatchObject({
      ...{ slug: 'keranjang-kembar', status: 'draft', version: 1 },
      ...{ priceFrom: 50_000, priceTo: 80_000, stockTotal: 7, listedAt: null },
    })
    const own = await shop.chair.get(`/api/enterprises/${shop.slug}/products`)
    expect(expected(own, 200).items).toMatchObject([{ id: draft.id, status: 'draft' }])
    expect(expected(await guest.get('/api/products'), 200).items).toEqual([])
  })

  it('gives each product an address of its own', async () => {
    const shop = await anEnterprise()
    const slugs = [await aDraft(shop), await aDraft(shop), await aDraft(shop)].map(
      (one) => one.slug,
    )
    expect(slugs).toEqual(['tas-anyaman-mendong', 'tas-anyaman-mendong-2', 'tas-anyaman-mendong-3'])
  })

  it('drafts once, however often it is sent', async () => {
    const shop = await anEnterprise()
    const path = `/api/enterprises/${shop.slug}/products`
    const key = { 'idempotency-key': newKey() }
    const answers = [1, 2, 3].map(() => shop.chair.post(path, description(), key))
    const ids = new Set((await Promise.all(answers)).map((one) => expected(one, 201).id))
    expect(ids.size).toBe(1)
    expect(expected(await shop.chair.get(path), 200).items).toHaveLength(1)
  })

  it('points at what is wrong', async () => {
    const shop = await anEnterprise()
    const path = `/api/enterprises/${shop.slug}/products`
    const wrong = description({ title: ' ', variants: [{ price: 0, weightGrams: 1, stock: -1 }] })
    const { status, body } = await shop.chair.post(path, wrong)
    expect(status).toBe(400)
    const pointers = (body.errors as unknown as { pointer: string }[]).map((one) => one.pointer)
    expect(pointers).toEqual(['/title', '/variants/0/price', '/variants/0/stock'])
    const elsewhere = await shop.chair.post(path, description({ category: 'cars' }))
    expect(elsewhere.body.errors).toMatchObject([{ pointer: '/category' }])
    const alike = description({ variants: [kembar[0], { ...kembar[1], name: 'KECIL' }] })
    expect((await shop.chair.post(path, alike)).body.errors).toMatchObject([
      { pointer: '/variants/1/name' },
    ])
  })

  it('is for those who manage the products of that enterprise', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const path = `/api/enterprises/${mine.slug}/products`
    expect((await guest.post(path, description())).status).toBe(401)
    expect((await (await aPerson()).post(path, description())).status).toBe(403)
    expect((await other.chair.post(path, description())).status).toBe(404)
    expect((await other.chair.get(path)).status).toBe(404)
    const member = await inviteAndJoin(mine.chair, mine.slug, 'member')
    expect((await member.get(path)).status).toBe(403)
    const staff = await inviteAndJoin(mine.chair, mine.slug, 'staff')
    expected(await staff.post(path, description()), 201)
  })
})

describe('GET /api/enterprises/{slug}/products/{id}', () => {
  it('shows a product to its seller and to nobody else', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const { id } = await aDraft(mine)
    const path = `/api/enterprises/${mine.slug}/products/${id}`
    expect(expected(await mine.chair.get(path), 200)).toMatchObject({ id })
    expect((await other.chair.get(path)).status).toBe(404)
    expect((await guest.get(path)).status).toBe(401)
  })
})

describe('PATCH /api/products/{id}', () => {
  it('says something else, by which it is found from now on', async () => {
    const shop = await aShop(await anOperator())
    const { id, slug } = await aProduct(shop)
    const change = { title: 'Tikar lampit', category: 'home' }
    expected(await shop.chair.patch(`/api/products/${id}`, change), 200)
    const lists = ['q=lampit', 'q=lampt', 'category=home', 'q=mendong&category=bags'].map((query) =>
      guest.get(`/api/products?${query}`),
    )
    const found = (await Promise.all(lists)).map((one) => (one.body.items as unknown as []).length)
    expect(found).toEqual([1, 1, 1, 0])
    expect(expected(await guest.get(`/api/products/${slug}`), 200).title).toBe('Tikar lampit')
  })

  it('refuses a category that is none, and the product of another', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const { id } = await aDraft(mine)
    const path = `/api/products/${id}`
    expect((await mine.chair.patch(path, { category: 'none' })).status).toBe(400)
    expect((await other.chair.patch(path, { title: 'Punya saya' })).status).toBe(404)
    expect((await guest.patch(path, { title: 'Punya saya' })).status).toBe(401)
  })
})

describe('PUT /api/products/{id}/status', () => {
  it('lists, hides and lists again; the newest is what was first listed last', async () => {
    const shop = await aShop(await anOperator())
    const first = await aDraft(shop, { title: 'Dibuat lebih dulu' })
    await aProduct(shop, { title: 'Dijual lebih dulu' })
    const say = (status: string) => shop.chair.put(`/api/products/${first.id}/status`, { status })
    const titles = async () => {
      const { items } = expected(await guest.get('/api/products'), 200)
      return (items as unknown as { title: string }[]).map((one) => one.title)
    }
    expected(await say('listed'), 200)
    expect(await titles()).toEqual(['Dibuat lebih dulu', 'Dijual lebih dulu'])
    expected(await say('hidden'), 200)
    expect(await titles()).toEqual(['Dijual lebih dulu'])
    expected(await say('listed'), 200)
    expect(await titles()).toEqual(['Dibuat lebih dulu', 'Dijual lebih dulu'])
  })

  it('refuses what does not follow, and shows nothing of a shop that is not open', async () => {
    const shop = await anEnterprise()
    const { id } = await aDraft(shop)
    const say = (status: string) => shop.chair.put(`/api/products/${id}/status`, { status })
    expect((await say('hidden')).body.slug).toBe('illegal-transition')
    expected(await say('listed'), 200)
    expect((await say('listed')).status).toBe(409)
    expect((await say('sold')).status).toBe(400)
    expect(expected(await guest.get('/api/products'), 200).items).toEqual([])
  })

  it('is for its own seller', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const { id } = await aDraft(mine)
    const path = `/api/products/${id}/status`
    expect((await other.chair.put(path, { status: 'listed' })).status).toBe(404)
    expect((await guest.put(path, { status: 'listed' })).status).toBe(401)
  })

  it('lets one of two who decide at once win', async () => {
    const shop = await anEnterprise()
    const { id } = await aDraft(shop)
    const say = () => shop.chair.put(`/api/products/${id}/status`, { status: 'listed' })
    const statuses = (await Promise.all([say(), say(), say()])).map((one) => one.status)
    expect(statuses.toSorted()).toEqual([200, 409, 409])
  })
})
