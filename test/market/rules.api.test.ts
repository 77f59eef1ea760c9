import { beforeEach, describe, expect, it } from 'vitest'
import { aBasket, checkOut, withTariff } from '#test/support/basket'
import { Client, clock, type Json } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected, inviteAndJoin, type World } from '#test/support/world'

const RULES = '/api/commission-rules'

let operator: World<'owner' | 'staff'>
let shop: Shop
let product: Json

beforeEach(async () => {
  operator = await anOperator(['staff'])
  shop = await withTariff(await aShop(operator))
  product = await aProduct(shop, { variants: [{ price: 111_000, weightGrams: 500, stock: 9 }] })
})

const rule = (more: Record<string, unknown> = {}) => ({
  ...{ scope: 'enterprise', reference: shop.slug, bps: 250, since: '2026-11-22' },
  ...more,
})
const boughtLine = async () => {
  const client = await aBasket([{ product }], new Client())
  const { orders } = expected(await checkOut(client), 201)
  const [order] = orders
  const query = 'SELECT tax, commission, commission_bps AS bps FROM order_lines WHERE order_id = ?'
  return { order, line: (await rowsOf(query, order.id))[0] }
}

describe('rules of commission', () => {
  it('are frozen on what is bought while they are in force', async () => {
    const made = expected(await operator.owner.post(RULES, rule()), 201)
    expect(made).toMatchObject({ named: shop.name, inForce: true, until: null, reference: shop.id })
    expect((await boughtLine()).line).toMatchObject({ commission: 2_775, bps: 250 })
    clock.now += 1000
    expected(
      await operator.owner.post(RULES, rule({ scope: 'default', reference: '', bps: 900 })),
      201,
    )
    const page = expected(await operator.owner.get(`${RULES}?limit=1`), 200)
    expect(page).toMatchObject({ items: [{ scope: 'default', bps: 900 }], settingBps: 500 })
    expect(page.next).not.toBeNull()
  })

  it('end on a day, and are never changed', async () => {
    const { id } = expected(await operator.owner.post(RULES, rule()), 201)
    const end = (until: string) => operator.owner.post(`${RULES}/${id}/end`, { until })
    expect((await end('2026-11-21')).body.slug).toBe('outside-limits')
    expect(expected(await end('2026-11-22'), 201)).toMatchObject({
      until: '2026-11-22',
      inForce: true,
    })
    expect((await operator.owner.post(`${RULES}/none/end`, { until: '2026-12-01' })).status).toBe(
      404,
    )
  })

  it('refuse what is not there, is too much, or would reckon anew what was bought', async () => {
    for (const wrong of [
      { reference: 'no-such-shop' },
      { scope: 'product', reference: '' },
      { bps: 10_001 },
      { since: '2026-12-01', until: '2026-11-30' },
    ]) {
      expect((await operator.owner.post(RULES, rule(wrong))).status).toBe(400)
    }
    const past = await operator.owner.post(RULES, rule({ since: '2026-11-21' }))
    expect(past.body.slug).toBe('outside-limits')
    expect((await operator.owner.get(`${RULES}?after=x`)).status).toBe(400)
  })

  it('are the operator’s to make', async () => {
    const { id } = expected(await operator.owner.post(RULES, rule()), 201)
    const end = { until: '2026-12-01' }
    for (const other of [shop.chair, operator.staff]) {
      expect((await other.get(RULES)).status).toBe(403)
      expect((await other.post(RULES, rule())).status).toBe(403)
      expect((await other.post(`${RULES}/${id}/end`, end)).status).toBe(403)
    }
  })
})

describe('value-added tax', () => {
  const path = () => `/api/enterprises/${shop.slug}/tax-registration`

  it('is within the prices of who is registered for it, from that day on', async () => {
    expect((await boughtLine()).order.tax).toBe(0)
    const given = { npwp: '01.234.567.8-012.000', pkpSince: '2026-11-22' }
    const kept = { npwp: '012345678012000', pkpSince: '2026-11-22' }
    expect(expected(await shop.chair.put(path(), given), 200)).toEqual(kept)
    expect(expected(await shop.chair.get(path()), 200)).toEqual(kept)
    const { order, line } = await boughtLine()
    expect([order.tax, line.tax, order.total]).toEqual([11_000, 11_000, 121_000])
    const none = { npwp: null, pkpSince: null }
    expect(expected(await shop.chair.put(path(), none), 200)).toEqual(none)
  })

  it('refuses who has no taxpayer’s number, or a wrong one', async () => {
    for (const wrong of [{ pkpSince: '2026-01-01' }, { npwp: '123' }, { npwp: '0'.repeat(16) }]) {
      expect((await shop.chair.put(path(), wrong)).status).toBe(400)
    }
    const nowhere = '/api/enterprises/no-such-shop/tax-registration'
    expect((await shop.chair.get(nowhere)).status).toBe(404)
  })

  it('is said by the enterprise’s own people', async () => {
    const member = await inviteAndJoin(shop.chair, shop.slug, 'member')
    expect((await member.get(path())).status).toBe(403)
    expect((await member.put(path(), {})).status).toBe(403)
    expect((await operator.owner.get(path())).status).toBe(403)
  })

  it('goes by rules that anybody may read, each with its source', async () => {
    const { items } = expected(await new Client().get('/api/tax-rules'), 200)
    expect(items[0]).toMatchObject({
      ...{ name: 'ppn', since: '2025-01-01', rateBps: 1200, source: 'PMK 131/2024 pasal 3' },
      included: { numerator: 13_200, denominator: 133_200 },
    })
    expect(items).toHaveLength(3)
  })
})
