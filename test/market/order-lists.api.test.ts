import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aProduct, aShop } from '#test/support/shop'
import { aPerson, expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const codes = (page: Json) => page.items.map((one: Json) => one.code)

describe('GET /api/enterprises/:slug/orders', () => {
  it('lists them newest first, by status and by whether they are paid', async () => {
    const market = await sold.aMarket()
    const path = `/api/enterprises/${market.shop.slug}/orders`
    const list = async (query = '') => expected(await market.shop.chair.get(path + query), 200)
    const [unpaid, paid, packed] = [
      (await sold.aPurchase([market])).purchase.orders[0],
      await sold.aPaidOrder(market),
      await sold.aPaidOrder(market),
    ]
    await sold.until('packing', packed)
    expect(codes(await list()).sort()).toEqual([unpaid.code, paid.code, packed.code].sort())
    expect(codes(await list('?status=packed'))).toEqual([packed.code])
    expect(codes(await list('?status=placed&paid=yes'))).toEqual([paid.code])
    expect(codes(await list('?status=placed&paid=no'))).toEqual([unpaid.code])
    expect((await list('?status=packed')).items[0]).toMatchObject({
      title: 'Tas anyaman mendong',
      kinds: 1,
      pieces: 2,
      buyerName: 'Ratna Pembeli',
      total: 268_000,
    })
  })

  it('comes page by page, each order once', async () => {
    const market = await sold.aMarket()
    for (let i = 0; i < 5; i++) {
      clock.now += 1000
      await sold.aPurchase([market])
    }
    const seen: string[] = []
    for (let after = ''; ;) {
      const path = `/api/enterprises/${market.shop.slug}/orders?limit=2${after}`
      const page = expected(await market.shop.chair.get(path), 200)
      seen.push(...page.items.map((one: Json) => one.placedAt))
      if (!page.next) break
      after = `&after=${page.next}`
    }
    expect(seen).toHaveLength(5)
    expect(seen).toEqual([...seen].sort().reverse())
  })

  it('refuses a status there is not, and whoever does not fulfil orders there', async () => {
    const market = await sold.aMarket()
    const path = `/api/enterprises/${market.shop.slug}/orders`
    expect((await market.shop.chair.get(`${path}?status=lost`)).status).toBe(400)
    expect((await (await aShop(market.operator)).chair.get(path)).status).toBe(404)
    const member = await inviteAndJoin(market.shop.chair, market.shop.slug, 'member')
    expect((await member.get(path)).status).toBe(403)
  })
})

describe('GET /api/enterprises/:slug/today', () => {
  it('says what to confirm, pack and send, the most urgent first, and what runs low', async () => {
    const market = await sold.aMarket()
    const { shop } = market
    const first = await sold.aPaidOrder(market)
    clock.now += 60_000
    const second = await sold.aPaidOrder(market)
    await sold.until('packing', second)
    await sold.aPurchase([market])
    await aProduct(shop, {
      title: 'Tampah bambu',
      variants: [{ name: 'Besar', price: 50_000, weightGrams: 300, stock: 1 }],
    })
    const path = `/api/enterprises/${shop.slug}/today`
    const today = expected(await shop.chair.get(path), 200)
    expect(today).toMatchObject({ toConfirm: 1, toPack: 0, toSend: 1, unpaid: 1, late: 0 })
    expect(today.next.map((one: Json) => one.code)).toEqual([first.code, second.code])
    expect(today.lowStock).toMatchObject([
      { title: 'Tampah bambu', variantName: 'Besar', stock: 1 },
    ])
    expect(today.money).toEqual({ payable: 0, held: 2 * 268_000 })
    clock.now += 4 * sold.DAY
    const owner = shop.chair
    expect((await owner.get(path)).body.late).toBe(2)
  })

  it('keeps the money to chair and treasurer, and all of it to the enterprise', async () => {
    const { shop, operator } = await sold.aMarket()
    const path = `/api/enterprises/${shop.slug}/today`
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    expect(expected(await staff.get(path), 200).money).toBe(null)
    expect((await (await aShop(operator)).chair.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
  })
})

describe('GET /api/me/purchases', () => {
  it('lists what one has bought with each seller’s part, page by page', async () => {
    const market = await sold.aMarket()
    const other = await sold.aStockedShop(market.operator)
    const buyer = await aPerson()
    const both = await sold.aPurchase([market, other], {}, buyer)
    clock.now += 1000
    const one = await sold.aPurchase([market], { phone: both.phone }, buyer)
    const page = expected(await buyer.get('/api/me/purchases?limit=1'), 200)
    expect(codes(page)).toEqual([one.purchase.code])
    const next = expected(await buyer.get(`/api/me/purchases?after=${page.next}`), 200)
    expect(codes(next)).toEqual([both.purchase.code])
    expect(next.items[0].orders.map((part: Json) => part.sellerSlug).sort()).toEqual(
      [market.shop.slug, other.shop.slug].sort(),
    )
    expect(next.items[0].orders[0]).toMatchObject({ status: 'placed', pieces: 2, kinds: 1 })
  })

  it('shows nothing of others', async () => {
    const market = await sold.aMarket()
    await sold.aPurchase([market], {}, await aPerson())
    expect((await (await aPerson()).get('/api/me/purchases')).body.items).toEqual([])
    expect((await new Client().get('/api/me/purchases')).status).toBe(401)
    expect((await (await aPerson()).get('/api/me/purchases?limit=0')).status).toBe(400)
  })
})

describe('GET /api/refunds/due', () => {
  it('names buyers who wait for their money, until it has been sent', async () => {
    const order = await sold.aPaidOrder()
    const { owner } = order.operator
    const path = `/api/orders/${order.id}`
    expected(await order.shop.chair.post(`${path}/cancellation`, { reason: 'Stok keliru' }), 201)
    const due = expected(await owner.get('/api/refunds/due'), 200)
    expect(due).toMatchObject({
      items: [
        {
          order: { id: order.id, code: order.code },
          amount: 268_000,
          reason: 'Stok keliru',
          buyer: { name: 'Ratna Pembeli', phone: order.phone },
        },
      ],
      next: null,
    })
    const refund = { reference: 'TRF 7', sentOn: sold.today() }
    const [{ id }] = (await owner.get('/api/refunds/due')).body.items
    expected(await owner.post(`/api/refunds/${id}/transfer`, refund), 201)
    expect((await owner.get('/api/refunds/due')).body.items).toEqual([])
  })

  it('is the operator’s', async () => {
    const { shop } = await sold.aMarket()
    expect((await shop.chair.get('/api/refunds/due')).status).toBe(403)
    expect((await shop.chair.get('/api/refunds/due?after=!')).status).toBe(403)
    expect((await new Client().get('/api/refunds/due')).status).toBe(401)
  })
})
