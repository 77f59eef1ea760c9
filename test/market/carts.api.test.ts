import { beforeEach, describe, expect, it } from 'vitest'
import { aBasket, variantOf } from '#test/support/basket'
import { Client, type Json } from '#test/support/client'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, aPerson, expected, type World } from '#test/support/world'

let operator: World<'owner'>
let shop: Shop
let bag: Json

beforeEach(async () => {
  operator = await anOperator()
  shop = await aShop(operator)
  bag = await aProduct(shop)
})

const linesOf = (cart: Json) =>
  cart.sellers!.flatMap((seller: Json) => seller.lines as never) as Json[]
const current = async (client: Client) => expected(await client.get('/api/carts/current'), 200)

describe('POST /api/carts', () => {
  it('begins a cart whose token is as good as its cookie', async () => {
    const client = new Client()
    const { id, sellers } = expected(await client.post('/api/carts'), 201)
    expect([String(id).length, sellers]).toEqual([43, []])
    expect(client.cookies.get('__Host-lumbung_cart')).toBe(id)
    const line = { variantId: variantOf(bag), quantity: 2 }
    expected(await new Client().post(`/api/carts/${id}/lines`, line), 201)
    expect((await current(client)).pieces).toBe(2)
  })

  it('does not take a token of one’s own choice', async () => {
    const client = new Client()
    client.cookies.set('__Host-lumbung_cart', 'a'.repeat(43))
    await aBasket([{ product: bag }], client)
    expect(client.cookies.get('__Host-lumbung_cart')).not.toBe('a'.repeat(43))
  })
})

describe('GET /api/carts/{token}', () => {
  it('shows an empty basket to who has none, and writes nothing', async () => {
    const client = new Client()
    expect(await current(client)).toEqual({
      id: 'current',
      pieces: 0,
      goodsTotal: 0,
      ready: false,
      saved: [],
      sellers: [],
    })
    expect(client.cookies.size).toBe(0)
  })

  it('groups by seller, with today’s price beside the one seen', async () => {
    const client = await aBasket([{ product: bag, quantity: 2 }], new Client())
    const variants = [{ id: variantOf(bag), price: 130_000, weightGrams: 400, stock: 5 }]
    expected(await shop.chair.put(`/api/products/${bag.id}/variants`, { variants }), 200)
    const cart = await current(client)
    expect(cart.sellers![0]).toMatchObject({ slug: shop.slug, subtotal: 260_000, weightGrams: 800 })
    expect(linesOf(cart)[0]).toMatchObject({
      price: 130_000,
      priceSeen: 125_000,
      quantity: 2,
      availability: 'available',
    })
  })

  it('says what has run short or is no longer sold', async () => {
    const basket = await aProduct(shop, { title: 'Keranjang pandan' })
    const client = await aBasket([{ product: bag, quantity: 3 }, { product: basket }], new Client())
    expected(await shop.chair.patch(`/api/variants/${variantOf(bag)}/stock`, { set: 1 }), 200)
    expected(await shop.chair.put(`/api/products/${basket.id}/status`, { status: 'hidden' }), 200)
    const cart = await current(client)
    expect(linesOf(cart).map((line) => line.availability)).toEqual(['gone', 'short'])
    expect([cart.ready, cart.goodsTotal]).toEqual([false, 375_000])
  })

  it('answers 404 for a cart that does not exist', async () => {
    expect((await new Client().get(`/api/carts/${'b'.repeat(43)}`)).status).toBe(404)
  })

  it('is not reached by its token once it is somebody’s', async () => {
    const ratna = await aPerson()
    const { id } = expected(await ratna.post('/api/carts'), 201)
    expected(await ratna.post('/api/carts/current/owner'), 200)
    expect((await ratna.get(`/api/carts/${id}`)).status).toBe(200)
    expect((await new Client().get(`/api/carts/${id}`)).status).toBe(404)
  })
})

describe('POST /api/carts/{token}/lines', () => {
  it('keeps one line for a variant, however often it is put in', async () => {
    const client = await aBasket([{ product: bag }, { product: bag, quantity: 2 }], new Client())
    expect(linesOf(await current(client)).map((line) => line.quantity)).toEqual([3])
  })

  it('refuses more than there is', async () => {
    const client = await aBasket([{ product: bag, quantity: 3 }], new Client())
    const more = { variantId: variantOf(bag), quantity: 3 }
    const { status, body } = await client.post('/api/carts/current/lines', more)
    expect([status, body.slug, body.facts]).toEqual([
      409,
      'insufficient-stock',
      { stock: 5, quantity: 6 },
    ])
  })

  it('refuses what nobody sells, and what is no quantity', async () => {
    const client = new Client()
    const unknown = { variantId: 'no-such-variant', quantity: 1 }
    expect((await client.post('/api/carts/current/lines', unknown)).status).toBe(404)
    for (const quantity of [0, -1, 0.5, 1e9, '1', [1], 2 ** 53]) {
      const line = { variantId: variantOf(bag), quantity }
      expect((await client.post('/api/carts/current/lines', line)).status).toBe(400)
    }
    expected(await shop.chair.put(`/api/products/${bag.id}/status`, { status: 'hidden' }), 200)
    const hidden = { variantId: variantOf(bag), quantity: 1 }
    expect((await client.post('/api/carts/current/lines', hidden)).body.slug).toBe(
      'product-unavailable',
    )
  })

  it('puts nothing into the cart of another person', async () => {
    const ratna = await aPerson()
    const { id } = expected(await ratna.post('/api/carts'), 201)
    expected(await ratna.post('/api/carts/current/owner'), 200)
    const line = { variantId: variantOf(bag), quantity: 1 }
    expect((await (await aPerson()).post(`/api/carts/${id}/lines`, line)).status).toBe(404)
  })
})

describe('PUT /api/carts/{token}/lines/{variantId}', () => {
  const path = (product: Json) => `/api/carts/current/lines/${variantOf(product)}`

  it('sets the quantity, and takes the line out at 0', async () => {
    const client = await aBasket([{ product: bag, quantity: 2 }], new Client())
    expect(expected(await client.put(path(bag), { quantity: 4 }), 200)).toMatchObject({ pieces: 4 })
    expect(expected(await client.put(path(bag), { quantity: 0 }), 200)).toMatchObject({ pieces: 0 })
    expect((await current(client)).sellers).toEqual([])
  })

  it('refuses more than there is, and keeps what was', async () => {
    const client = await aBasket([{ product: bag, quantity: 2 }], new Client())
    expect((await client.put(path(bag), { quantity: 6 })).status).toBe(409)
    expect((await current(client)).pieces).toBe(2)
  })

  it('does not reach into a cart whose token one does not have', async () => {
    const other = `/api/carts/${'c'.repeat(43)}/lines/${variantOf(bag)}`
    expect((await new Client().put(other, { quantity: 1 })).status).toBe(404)
  })
})

describe('POST /api/carts/current/owner', () => {
  it('joins the guest’s basket to the person’s without doubling anything', async () => {
    const basket = await aProduct(shop, { title: 'Keranjang pandan' })
    const ratna = await aPerson()
    await aBasket([{ product: bag, quantity: 2 }], ratna)
    const guest = await aBasket([{ product: bag, quantity: 3 }, { product: basket }], new Client())
    ratna.cookies.set('__Host-lumbung_cart', guest.cookies.get('__Host-lumbung_cart')!)

    const joined = expected(await ratna.post('/api/carts/current/owner'), 200)
    expect(linesOf(joined).map((line) => line.quantity)).toEqual([1, 3])
    expect(ratna.cookies.has('__Host-lumbung_cart')).toBe(false)
    expect((await current(guest)).pieces).toBe(0)
    expect(expected(await ratna.post('/api/carts/current/owner'), 200).pieces).toBe(4)
  })

  it('asks a guest to sign in', async () => {
    expect((await new Client().post('/api/carts/current/owner')).status).toBe(401)
  })

  it('does not take over the cart of another person', async () => {
    const wayan = await aPerson()
    const { id } = expected(await wayan.post('/api/carts'), 201)
    await aBasket([{ product: bag }], wayan)
    expected(await wayan.post('/api/carts/current/owner'), 200)
    const ratna = await aPerson()
    ratna.cookies.set('__Host-lumbung_cart', String(id))
    expect(expected(await ratna.post('/api/carts/current/owner'), 200).pieces).toBe(0)
    expect((await current(wayan)).pieces).toBe(1)
  })
})
