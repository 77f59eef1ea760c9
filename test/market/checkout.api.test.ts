import { beforeEach, describe, expect, it } from 'vitest'
import {
  aBasket,
  aPurchase,
  checkOut,
  checkoutOf,
  variantOf,
  withTariff,
} from '#test/support/basket'
import { Client, newKey, type Json } from '#test/support/client'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, aPerson, expected, newPhone, type World } from '#test/support/world'

let operator: World<'owner'>
let weavers: Shop
let potters: Shop
let bag: Json
let jar: Json

beforeEach(async () => {
  operator = await anOperator()
  weavers = await withTariff(await aShop(operator))
  potters = await withTariff(await aShop(operator, { pickupPlace: 'Jl. Kasongan 4' }), 12_000)
  bag = await aProduct(weavers)
  const variants = [{ price: 80_000, weightGrams: 1_500, stock: 3 }]
  jar = await aProduct(potters, { title: 'Gerabah', category: 'pottery', variants })
})

const stockOf = async (shop: Shop, product: Json) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/products/${product.id}`), 200)
    .stockTotal

describe('POST /api/purchases', () => {
  it('makes one purchase of two sellers, adds up, and takes the goods from the shelves', async () => {
    const client = await aBasket([{ product: bag, quantity: 2 }, { product: jar }], new Client())
    const purchase = expected(await checkOut(client), 201)

    expect(purchase).toMatchObject({
      status: 'pending',
      goodsTotal: 330_000,
      shippingTotal: 34_000,
    })
    const totals = purchase.orders!.map((order: Json) => [order.goodsTotal, order.shipping])
    expect(totals).toEqual([
      [250_000, 10_000],
      [80_000, 24_000],
    ])
    expect(Number(purchase.total) - 364_000).toBe(purchase.uniqueCode)
    expect(purchase.address).toMatchObject({
      areaText: 'Desa Rajapolah, Kec. Rajapolah, Kab. Tasikmalaya, Prov. Jawa Barat',
    })
    expect(purchase.bank).toMatchObject({ bank: 'Bank Contoh' })
    expect([await stockOf(weavers, bag), await stockOf(potters, jar)]).toEqual([3, 2])
    expect(expected(await client.get('/api/carts/current'), 200).pieces).toBe(0)
  })

  it('tells buyer and sellers', async () => {
    const phone = newPhone()
    await aPurchase([{ product: bag }, { product: jar }], { buyer: { phone } })
    const { items } = expected(await operator.owner.get('/api/outbox'), 200)
    const told = (items as unknown as { template: string }[]).map((one) => one.template)
    expect(told.filter((one) => one === 'purchase-placed')).toHaveLength(1)
    expect(told.filter((one) => one === 'order-placed')).toHaveLength(2)
  })

  it('charges nothing for picking up, and then needs no address', async () => {
    const client = await aBasket([{ product: jar }], new Client())
    const deliveries = [{ enterpriseId: potters.id, delivery: 'pickup' }]
    const asked = { address: null, deliveries, expected: { goodsTotal: 80_000, shippingTotal: 0 } }
    const purchase = expected(await checkOut(client, asked), 201)
    expect(purchase.orders![0]).toMatchObject({ shipping: 0, pickupPlace: 'Jl. Kasongan 4' })
    expect(purchase.address).toBeNull()
  })

  it('lets the server’s price win and shows what changed', async () => {
    const client = await aBasket([{ product: bag }], new Client())
    const asked = await checkoutOf(client)
    const variants = [{ id: variantOf(bag), price: 130_000, weightGrams: 400, stock: 5 }]
    expected(await weavers.chair.put(`/api/products/${bag.id}/variants`, { variants }), 200)

    const refused = await client.post('/api/purchases', asked)
    expect([refused.status, refused.body.slug]).toEqual([409, 'price-changed'])
    expect(refused.body.facts).toMatchObject({
      goodsTotal: 130_000,
      lines: [{ title: 'Tas anyaman mendong', seen: 125_000, price: 130_000 }],
    })
    const agreed = { ...asked, expected: { goodsTotal: 130_000, shippingTotal: 10_000 } }
    expected(await client.post('/api/purchases', agreed), 201)
  })

  it('takes no price, total or discount from the request', async () => {
    const client = await aBasket([{ product: bag }], new Client())
    const asked = await checkoutOf(client)
    const more = { price: 1, total: 1, discount: 100_000, uniqueCode: 0, status: 'settled' }
    const purchase = expected(await client.post('/api/purchases', { ...asked, ...more }), 201)
    expect(purchase).toMatchObject({ goodsTotal: 125_000, status: 'pending' })
    const negative = { ...asked, expected: { goodsTotal: 125_000, shippingTotal: -10_000 } }
    expect((await client.post('/api/purchases', negative)).status).toBe(400)
  })

  it('refuses an empty basket, a village that is none, and an unknown way of delivery', async () => {
    const client = new Client()
    const empty = { ...(await checkoutOf(client)) }
    expect((await client.post('/api/purchases', empty)).body.slug).toBe('cart-empty')
    await aBasket([{ product: bag }], client)
    const nowhere = { address: { street: 'Jl. Anyaman 12', areaCode: '32.06.34.2999' } }
    const { body } = await checkOut(client, nowhere)
    expect(body.errors![0]).toMatchObject({ pointer: '/address/areaCode' })
    expect((await checkOut(client, { deliveries: [] })).status).toBe(400)
    const pickup = { deliveries: [{ enterpriseId: weavers.id, delivery: 'pickup' }] }
    expect((await checkOut(client, pickup)).body.slug).toBe('shipping-unavailable')
  })

  it('lets a buyer hold five unpaid purchases and no more', async () => {
    const buyer = { phone: newPhone() }
    const path = `/api/variants/${variantOf(bag)}/stock`
    expected(await weavers.chair.patch(path, { set: 50 }), 200)
    for (let n = 0; n < 5; n += 1) await aPurchase([{ product: bag }], { buyer })
    const client = await aBasket([{ product: bag }], new Client())
    expect((await checkOut(client, { buyer })).body.slug).toBe('holds-exceeded')
    expected(await checkOut(client, { buyer: { phone: newPhone() } }), 201)
    expect(await stockOf(weavers, bag)).toBe(44)
  })

  it('takes three trips to the database', async () => {
    const ratna = await aBasket([{ product: bag }, { product: jar }], await aPerson())
    const { cost } = await checkOut(ratna)
    expect(cost.trips).toBe(3)
    expect(cost.rowsWritten).toBeLessThanOrEqual(80)
  })

  it('sells the last piece to exactly one of five hundred', { timeout: 120_000 }, async () => {
    expected(await weavers.chair.patch(`/api/variants/${variantOf(bag)}/stock`, { set: 1 }), 200)
    const buyers = await Promise.all(
      Array.from({ length: 500 }, () => aBasket([{ product: bag }], new Client())),
    )
    const template = await checkoutOf(buyers[0]!)
    const answers = await Promise.all(
      buyers.map((client) =>
        client.post('/api/purchases', {
          ...template,
          buyer: { name: 'Pembeli', phone: newPhone() },
        }),
      ),
    )
    const said = answers.map(({ status, body }) =>
      status === 201 ? 'sold' : `${status} ${body.slug}`,
    )
    expect(said.filter((one) => one === 'sold')).toHaveLength(1)
    expect(said.filter((one) => one === '409 insufficient-stock')).toHaveLength(499)
    expect(await stockOf(weavers, bag)).toBe(0)
  })

  it('makes one purchase of one key sent a hundred times', { timeout: 60_000 }, async () => {
    const client = await aBasket([{ product: bag }], new Client())
    const asked = await checkoutOf(client)
    const headers = { 'idempotency-key': newKey() }
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => client.post('/api/purchases', asked, headers)),
    )
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 100 }, () => 201))
    expect(new Set(answers.map((one) => one.body.code)).size).toBe(1)
    const replayed = answers.filter((one) => one.headers.get('idempotency-replayed') === 'true')
    expect(replayed).toHaveLength(99)
    expect(await stockOf(weavers, bag)).toBe(4)
    const other = { ...asked, buyer: { name: 'Lain', phone: newPhone() } }
    expect((await client.post('/api/purchases', other, headers)).status).toBe(422)
  })

  it('never lets two open purchases share a total', async () => {
    const path = `/api/variants/${variantOf(bag)}/stock`
    expected(await weavers.chair.patch(path, { set: 60 }), 200)
    const purchases = await Promise.all(
      Array.from({ length: 60 }, () => aPurchase([{ product: bag }])),
    )
    expect(new Set(purchases.map((one) => one.total)).size).toBe(60)
  })

  it('is not placed from the cart of another person', async () => {
    const ratna = await aPerson()
    const { id } = expected(await ratna.post('/api/carts'), 201)
    await aBasket([{ product: bag }], ratna)
    const asked = await checkoutOf(ratna, { cartId: id })
    expected(await ratna.post('/api/carts/current/owner'), 200)
    expect((await new Client().post('/api/purchases', asked)).status).toBe(404)
  })
})
