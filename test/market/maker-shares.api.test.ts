import { afterEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aCodOrder, aPayableMarket, name } from '#test/support/settling'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

/** Goods for Rp 250.000 less the commission. */
const BASE = 237_500

const sharesOf = async ({ shop }: sold.Market, query = `month=${sold.today().slice(0, 7)}`) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/maker-shares?${query}`), 200)

const setCut = ({ shop }: sold.Market, bps: number) =>
  shop.chair.put(`/api/enterprises/${shop.slug}/group-cut`, { bps })

const addsUp = (sheet: Json) =>
  sheet.kept +
  sheet.unassigned +
  sheet.makers.reduce((sum: number, one: Json) => sum + one.amount, 0)

describe('GET /api/enterprises/:slug/maker-shares', () => {
  it('divides what goods brought by the weights of their makers, after the group’s cut', async () => {
    const market = await aPayableMarket()
    await name(market, { Euis: 2, Nining: 1 })
    expected(await setCut(market, 1_000), 200)
    await sold.aCompletedOrder(market)
    const sheet = await sharesOf(market)
    expect(sheet).toMatchObject({ base: BASE, kept: 23_750, unassigned: 0, cutBps: 1_000 })
    expect(sheet.makers).toMatchObject([
      { name: 'Euis', amount: 142_500, lines: [{ base: BASE }] },
      { name: 'Nining', amount: 71_250 },
    ])
    expect(addsUp(sheet)).toBe(BASE)
  })

  it('counts goods paid on delivery, and leaves to the group what names no maker', async () => {
    const market = await aPayableMarket()
    await sold.aCompletedOrder(market)
    await name(market, { Euis: 1, Nining: 1, Yati: 1 })
    await aCodOrder(market)
    const sheet = await sharesOf(market)
    expect(sheet).toMatchObject({ base: 2 * BASE, unassigned: BASE })
    expect(sheet.makers).toHaveLength(3)
    expect(addsUp(sheet)).toBe(2 * BASE)
  })

  it('does not rewrite the past when makers or the cut change', async () => {
    const market = await aPayableMarket()
    await name(market, { Euis: 1, Nining: 1 })
    await sold.aCompletedOrder(market)
    const before = await sharesOf(market)
    await name(market, { Euis: 9, Yati: 5 })
    expected(await setCut(market, 5_000), 200)
    const after = await sharesOf(market)
    expect({ ...after, cutBps: 0 }).toEqual(before)
  })

  it('is the sheet of a payout as well', async () => {
    const market = await aPayableMarket()
    await name(market, { Euis: 1 })
    await sold.aCompletedOrder(market)
    const { payouts } = expected(await market.operator.owner.post('/api/payout-batches', {}), 201)
    await sold.aCompletedOrder(market)
    const sheet = await sharesOf(market, `payout=${payouts[0].id}`)
    expect(sheet).toMatchObject({ base: BASE, payout: { code: payouts[0].code } })
    const path = `/api/enterprises/${market.shop.slug}/maker-shares/file?payout=${payouts[0].id}`
    const { text } = await market.shop.chair.get(path)
    expect(text.trim().split('\r\n')).toHaveLength(2)
  })

  it('divides what is left when pieces were given up before completion', async () => {
    const market = await aPayableMarket()
    await name(market, { Euis: 1 })
    const order = await sold.aPaidOrder(market)
    const one = { lines: [{ n: 1, quantity: 1 }], reason: 'Habis di rak' }
    expected(await market.shop.chair.post(`/api/orders/${order.id}/refunds`, one), 201)
    await sold.until('shipment', order)
    clock.now += 1000
    expected(await order.buyer.post(`/api/orders/${order.code}/completion`), 201)
    expect(await sharesOf(market)).toMatchObject({ base: BASE / 2, makers: [{ amount: BASE / 2 }] })
  })

  it('refuses neither or both of month and payout, and a payout of another', async () => {
    const market = await aPayableMarket()
    const { shop, operator } = market
    const path = `/api/enterprises/${shop.slug}/maker-shares`
    for (const way of ['', '/file']) {
      expect((await shop.chair.get(path + way)).status).toBe(400)
      expect((await shop.chair.get(`${path}${way}?month=2026-11&payout=x`)).status).toBe(400)
    }
    await sold.aCompletedOrder(market)
    const { payouts } = expected(await operator.owner.post('/api/payout-batches', {}), 201)
    const other = await sold.aStockedShop(operator)
    const foreign = `/api/enterprises/${other.shop.slug}/maker-shares?payout=${payouts[0].id}`
    expect((await other.shop.chair.get(foreign)).status).toBe(404)
  })

  it('is for those who see the money', async () => {
    const { shop, operator } = await sold.aMarket()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const other = await sold.aStockedShop(operator)
    for (const way of ['', '/file']) {
      const path = `/api/enterprises/${shop.slug}/maker-shares${way}?month=2026-11`
      expect((await staff.get(path)).status).toBe(403)
      expect((await other.shop.chair.get(path)).status).toBe(404)
    }
  })
})

describe('PUT /api/enterprises/:slug/group-cut', () => {
  it('sets what the group keeps from now on', async () => {
    const market = await sold.aMarket()
    expect(expected(await setCut(market, 750), 200)).toEqual({ bps: 750 })
    expect(await sharesOf(market)).toMatchObject({ cutBps: 750, makers: [] })
  })

  it('refuses more than all of it', async () => {
    const market = await sold.aMarket()
    expect((await setCut(market, 10_001)).status).toBe(400)
  })

  it('is for chair and treasurer', async () => {
    const { shop, operator } = await sold.aMarket()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const other = await sold.aStockedShop(operator)
    const path = `/api/enterprises/${shop.slug}/group-cut`
    expect((await staff.put(path, { bps: 1 })).status).toBe(403)
    expect((await other.shop.chair.put(path, { bps: 1 })).status).toBe(404)
  })
})
