/** A seller's days: counting, editing many things at once, and looking at what was sold. */
import { describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { aCompletedOrder, aMarket, aPaidOrder, aPurchase, DAY } from '#test/support/orders'
import { aDraft, anEnterprise, aProduct, type Shop } from '#test/support/shop'
import { exported } from '#test/support/sheets'
import * as deal from '#test/support/procurement'
import { aFacilitator, aPerson, expected, inviteAndJoin, signInAgain } from '#test/support/world'

const guest = new Client()
const api = (shop: Shop) => `/api/enterprises/${shop.slug}`
const own = async (shop: Shop): Promise<Json[]> =>
  expected(await shop.chair.get(`${api(shop)}/products`), 200).items

describe('PATCH /api/enterprises/{slug}/products', () => {
  const rowOf = (product: Json, figures: Json = {}, more: Json = {}) => {
    const [{ id, stock }] = product.variants
    const variants = [{ id, stockSeen: stock, ...figures }]
    return { id: product.id, version: product.version, variants, ...more }
  }

  it('changes prices, stocks and states of many products together', async () => {
    const shop = await anEnterprise()
    const [a, b, c] = [await aProduct(shop), await aDraft(shop), await aProduct(shop)]
    const products = [
      rowOf(a, { price: 150_000, stock: 9 }, { status: 'hidden' }),
      rowOf(b, {}, { status: 'listed' }),
      rowOf(c),
    ]
    const body = expected(await shop.chair.patch(`${api(shop)}/products`, { products }), 200)
    expect(body.changed).toBe(2)
    const now = new Map((await own(shop)).map((one) => [one.id, one]))
    expect(now.get(a.id)).toMatchObject({ priceFrom: 150_000, stockTotal: 9, status: 'hidden' })
    expect(now.get(b.id)).toMatchObject({ status: 'listed', version: b.version + 1 })
    expect(now.get(c.id)).toMatchObject({ version: c.version })
    expect(body.products.map((one: Json) => one.version)).toEqual([
      ...[a.version + 1, b.version + 1, c.version],
    ])
  })

  it('names the rows that somebody else has changed and changes nothing', async () => {
    const shop = await anEnterprise()
    const [a, b] = [await aProduct(shop), await aProduct(shop)]
    expected(await shop.chair.patch(`/api/products/${b.id}`, { title: 'Tas lain' }), 200)
    const products = [rowOf(a, { price: 1000 }), rowOf(b, { price: 1000 })]
    const { status, body } = await shop.chair.patch(`${api(shop)}/products`, { products })
    expect({ status, facts: body.facts }).toEqual({ status: 409, facts: { outdated: [b.id] } })
    expect(body.errors).toMatchObject([{ pointer: '/products/1' }])
    expect((await own(shop)).map((one) => one.priceFrom)).toEqual([125_000, 125_000])
  })

  it('points at each figure that cannot be', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    const pointers = async (products: Json[]) => {
      const { body } = await shop.chair.patch(`${api(shop)}/products`, { products })
      return body.errors.map((one: Json) => one.pointer)
    }
    expect(await pointers([rowOf(product, { price: 5, stock: -1 })])).toEqual([
      ...['/products/0/variants/0/price', '/products/0/variants/0/stock'],
    ])
    const gone = { stock: 0, stockSeen: 50 }
    expect(await pointers([rowOf(product, gone, { status: 'hidden' })])).toEqual([
      ...['/products/0/variants/0/stock', '/products/0/status'],
    ])
    expect(await pointers([])).toEqual(['/products'])
  })

  it('is for the products of one’s own enterprise', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const products = [rowOf(await aProduct(mine), { price: 1000 })]
    expect((await guest.patch(`${api(mine)}/products`, { products })).status).toBe(401)
    expect((await other.chair.patch(`${api(mine)}/products`, { products })).status).toBe(404)
    expect((await other.chair.patch(`${api(other)}/products`, { products })).status).toBe(404)
  })
})

describe('a stock take', () => {
  const count = (shop: Shop, counts: Json[], headers = {}) =>
    shop.chair.post(`${api(shop)}/stock-counts`, { reason: 'Hitung bulanan', counts }, headers)

  it('changes stock by the difference to what lay there, with its reason in the history', async () => {
    const order = await aPaidOrder(undefined, { quantity: 2 })
    const [shelf] = expected(await order.shop.chair.get(`${api(order.shop)}/shelves`), 200).items
    expect(shelf).toMatchObject({ stock: 48, held: 2 })
    const counts = [{ variantId: shelf.variantId, counted: 45, seen: 50 }]
    const key = { 'idempotency-key': newKey() }
    expect(expected(await count(order.shop, counts, key), 201)).toMatchObject({
      counts: [{ by: -5, stock: 43 }],
    })
    expected(await count(order.shop, counts, key), 201)
    const path = `${api(order.shop)}/variants/${shelf.variantId}/stock-history`
    const history = expected(await order.shop.chair.get(path), 200)
    expect(history).toMatchObject({ stock: 43, held: 2 })
    expect(history.items.map((one: Json) => [one.cause, one.by, one.reason])).toEqual([
      ['sold', -2, ''],
      ['counted', -5, 'Hitung bulanan'],
    ])
    expect(history.items[1].who.companion).toBe(false)
  })

  it('never counts fewer than are promised, and lets what was sold meanwhile stay sold', async () => {
    const market = await aMarket(10)
    const { shop, product } = market
    const variantId = product.variants[0].id
    await aPurchase([market], { quantity: 4, delivery: 'pickup' })
    const { body } = await count(shop, [{ variantId, counted: 3, seen: 10 }])
    expect(body.errors).toMatchObject([{ pointer: '/counts/0/counted' }])
    await aPurchase([market], { quantity: 1, delivery: 'pickup' })
    expected(await count(shop, [{ variantId, counted: 9, seen: 10 }]), 201)
    const [shelf] = expected(await shop.chair.get(`${api(shop)}/shelves`), 200).items
    expect(shelf).toMatchObject({ stock: 4, held: 5 })
    expect((await count(shop, [])).status).toBe(400)
  })

  it('shows what came back from an order that was not paid', async () => {
    const market = await aMarket(10)
    const { purchase, buyer } = await aPurchase([market], { quantity: 4, delivery: 'pickup' })
    expected(await buyer.post(`/api/purchases/${purchase.code}/cancellation`), 201)
    const variantId = market.product.variants[0].id
    const path = `${api(market.shop)}/variants/${variantId}/stock-history`
    const { items } = expected(await market.shop.chair.get(path), 200)
    expect(items.map((one: Json) => one.by).toSorted()).toEqual([-4, 4])
  })

  it('is for those who manage the goods', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const { variants } = await aDraft(mine)
    const [list, history] = [
      `${api(mine)}/shelves`,
      `${api(mine)}/variants/${variants[0].id}/stock-history`,
    ]
    for (const path of [list, history]) {
      expect((await guest.get(path)).status).toBe(401)
      expect((await other.chair.get(path)).status).toBe(404)
    }
    expect((await mine.chair.get(`${list}?limit=0`)).status).toBe(400)
    const theirs = history.replace(mine.slug, other.slug)
    expect((await other.chair.get(theirs)).status).toBe(404)
    const asked = {
      reason: 'Iseng saja',
      counts: [{ variantId: variants[0].id, counted: 1, seen: 5 }],
    }
    expect((await guest.post(`${api(mine)}/stock-counts`, asked)).status).toBe(401)
    expect((await other.chair.post(`${api(other)}/stock-counts`, asked)).status).toBe(404)
  })
})

describe('GET /api/enterprises/{slug}/sales', () => {
  it('sums up completed orders by day, week and month, in two trips and few rows', async () => {
    const market = await aMarket()
    await aCompletedOrder(market, { quantity: 1 })
    clock.now += DAY
    await signInAgain(market.shop.chair)
    await signInAgain(market.operator.owner)
    await aCompletedOrder(market, { quantity: 2 })
    const path = `${api(market.shop)}/sales`
    const answer = await market.shop.chair.get(path)
    const days = expected(answer, 200)
    expect(days).toMatchObject({ total: { orders: 2, pieces: 3, amount: 375_000 } })
    expect(days.buckets).toHaveLength(30)
    expect(days.buckets.at(-1)).toMatchObject({ from: '2026-11-23', pieces: 2 })
    expect(days.best).toMatchObject([{ id: market.product.id, pieces: 3 }])
    expect(answer.cost.trips).toBeLessThanOrEqual(2)
    const weeks = expected(await market.shop.chair.get(`${path}?by=week`), 200)
    expect(weeks.buckets.slice(-2)).toMatchObject([
      { pieces: 1 },
      { from: '2026-11-23', pieces: 2 },
    ])
    const months = expected(
      await market.shop.chair.get(`${path}?by=month&product=${market.product.id}`),
      200,
    )
    expect(months.buckets.at(-1)).toMatchObject({ from: '2026-11-01', pieces: 3 })
    const csv = await exported(market.shop, 'sales?by=month')
    expect(csv).toContain('2026-11-01,2,3,375000')
  })

  it('is for who sees the money', async () => {
    const market = await aMarket()
    const path = `${api(market.shop)}/sales`
    const staff = await inviteAndJoin(market.shop.chair, market.shop.slug, 'staff')
    for (const one of [path, `${api(market.shop)}/exports/sales`]) {
      expect((await staff.get(one)).status).toBe(403)
      expect((await guest.get(one)).status).toBe(401)
      expect((await market.shop.chair.get(`${one}?by=year`)).status).toBe(400)
    }
    expect((await market.shop.chair.get(`${path}?product=none`)).status).toBe(404)
  })
})

describe('GET /api/enterprises/{slug}/today', () => {
  it('says what else waits', async () => {
    const order = await aCompletedOrder()
    const review = { line: 1, stars: 4, text: '' }
    expected(await order.buyer.post(`/api/orders/${order.code}/reviews`, review), 201)
    const question = { text: 'Ada warna lain?' }
    const path = `/api/products/${order.product.slug}/questions`
    expected(await (await aPerson()).post(path, question), 201)
    const today = expected(await order.shop.chair.get(`${api(order.shop)}/today`), 200)
    expect(today.waiting).toEqual([
      { kind: 'questions', count: 1, id: null },
      { kind: 'reviews', count: 1, id: null },
    ])
  })

  it('leads to what companies ask for and to a label that ends soon, for those who may do it', async () => {
    const at = await deal.aDeal()
    const quotation = await deal.asked(at)
    await deal.quoted(at)
    await deal.accepted(at)
    const order = await deal.issued(at)
    await deal.sent(at, order, { quantity: 3 })
    await deal.received(at, order, { quantity: 3 })
    const product = await aProduct(at.shop)
    const label = { kind: 'halal', number: 'ID32110000123456789', validUntil: '2026-12-10' }
    expected(await at.shop.chair.put(`/api/products/${product.id}/labels/halal`, label), 200)
    const path = `${api(at.shop)}/today`
    const { waiting } = expected(await at.shop.chair.get(path), 200)
    expect(waiting).toEqual([
      { kind: 'quotations', count: 1, id: quotation.id },
      { kind: 'purchaseOrders', count: 1, id: order.id },
      { kind: 'handovers', count: 1, id: order.id },
      { kind: 'labels', count: 1, id: product.id },
    ])
    const { companion } = await aFacilitator(at.operator, ['companion'])
    const grant = { phone: companion.phone, scopes: ['orders'], endsOn: '2026-12-31' }
    expected(await at.shop.chair.post(`/api/organizations/${at.shop.slug}/companions`, grant), 201)
    expect(expected(await companion.get(path), 200).waiting).toEqual([])
  })
})
