import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { everyMinute } from '#worker/jobs/clock'
import { aPurchase, settle, transfer, variantOf, withTariff } from '#test/support/basket'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected, type World } from '#test/support/world'

const DAY = 24 * 60 * 60_000
const START = clock.now

let operator: World<'owner' | 'treasurer' | 'staff'>
let shop: Shop
let bag: Json

beforeEach(async () => {
  clock.now = START
  operator = await anOperator(['treasurer', 'staff'])
  shop = await withTariff(await aShop(operator))
  bag = await aProduct(shop)
})

/** The clock rings, a day after the test began unless said otherwise. */
const ring = (after = DAY) => {
  const now = START + after
  return everyMinute({ ...bindings(), clock: () => now }, now)
}
const stock = async () =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/products/${bag.id}`), 200).stockTotal
const balanceOf = async (code: string) => {
  const { DB } = env as unknown as { DB: D1Database }
  const total = `SELECT coalesce(sum(credits - debits), 0) AS n FROM accounts WHERE code = ?`
  return DB.prepare(total).bind(code).first('n')
}
const payments = async (query = '') =>
  expected(await operator.staff.get(`/api/payments${query}`), 200).items as unknown as Json[]

describe('POST /api/purchases/{id}/settlement', () => {
  it('pays the orders and holds the money for them, the unique code apart', async () => {
    const placed = await aPurchase([{ product: bag, quantity: 2 }])
    const settled = expected(await settle(operator.treasurer, placed), 201)
    expect(settled).toMatchObject({ status: 'settled', total: placed.total })
    expect(settled.orders![0]!.shipBy).toBe(new Date(clock.now + 3 * DAY).toISOString())
    expect(await balanceOf('bank')).toBe(-Number(placed.total))
    expect(await balanceOf('buyers-money')).toBe(260_000)
    expect(await balanceOf('unique-code-income')).toBe(placed.uniqueCode)
  })

  it('refuses any other amount and moves nothing', async () => {
    const placed = await aPurchase([{ product: bag }])
    const short = await settle(operator.treasurer, placed, { amount: Number(placed.total) - 1 })
    expect([short.status, short.body.slug]).toEqual([422, 'amount-mismatch'])
    expect(short.body.facts).toMatchObject({ total: placed.total, difference: -1 })
    expect(await balanceOf('bank')).toBe(0)
  })

  it('has one effect from two windows and any number of clicks', async () => {
    const placed = await aPurchase([{ product: bag }])
    const clicks = await Promise.all(
      Array.from({ length: 20 }, () => settle(operator.treasurer, placed)),
    )
    expect(clicks.filter((one) => one.status === 201)).toHaveLength(1)
    expect(clicks.filter((one) => one.status === 409)).toHaveLength(19)
    const headers = { 'idempotency-key': newKey() }
    const second = await aPurchase([{ product: bag }])
    const path = `/api/purchases/${second.id}/settlement`
    const same = await Promise.all(
      Array.from({ length: 20 }, () => operator.treasurer.post(path, transfer(second), headers)),
    )
    expect(new Set(same.map((one) => one.status))).toEqual(new Set([201]))
    expect(await balanceOf('bank')).toBe(-Number(placed.total) - Number(second.total))
  })

  it('takes three trips to the database', async () => {
    const placed = await aPurchase([{ product: bag }])
    const { cost } = await settle(operator.treasurer, placed)
    expect(cost.trips).toBe(3)
  })

  it('comes too late for a purchase that has expired', async () => {
    const placed = await aPurchase([{ product: bag }])
    await ring()
    const late = await settle(operator.treasurer, placed)
    expect([late.status, late.body.slug]).toEqual([409, 'payment-expired'])
    expect(await stock()).toBe(5)
  })

  it('is the operator’s treasurer’s alone', async () => {
    const placed = await aPurchase([{ product: bag }])
    expect((await settle(operator.staff, placed)).status).toBe(403)
    expect((await settle(shop.chair, placed)).status).toBe(403)
    expect((await settle(new Client(), placed)).status).toBe(401)
    const none = { ...placed, id: 'no-such-purchase' } as unknown as Json
    expect((await settle(operator.treasurer, none)).status).toBe(404)
  })
})

describe('GET /api/payments', () => {
  it('finds what waits by its exact total, and settled ones by their state', async () => {
    const one = await aPurchase([{ product: bag }])
    clock.now += 1_000
    const other = await aPurchase([{ product: bag }])
    expect((await payments()).map((row) => row.code)).toEqual([one.code, other.code])
    expect((await payments(`?total=${other.total}`)).map((row) => row.code)).toEqual([other.code])
    expected(await settle(operator.treasurer, one), 201)
    expect((await payments('?status=settled')).map((row) => row.code)).toEqual([one.code])
    expect((await payments(`?code=${String(one.code).toLowerCase()}`))[0]!.status).toBe('settled')
  })

  it('is walked page by page without loss or repeat', async () => {
    expected(await shop.chair.patch(`/api/variants/${variantOf(bag)}/stock`, { set: 9 }), 200)
    const placed = [] as Json[]
    for (let n = 0; n < 5; n += 1) {
      clock.now += 1_000
      placed.push(await aPurchase([{ product: bag }]))
    }
    const seen: unknown[] = []
    let after = ''
    for (let pages = 0; pages < 3; pages += 1) {
      const page = expected(await operator.staff.get(`/api/payments?limit=2${after}`), 200)
      seen.push(...(page.items as unknown as Json[]).map((row) => row.code))
      after = `&after=${page.next}`
      if (page.next === null) break
    }
    expect(seen).toEqual(placed.map((one) => one.code))
  })

  it('refuses a total that is none', async () => {
    expect((await operator.staff.get('/api/payments?total=Rp100')).status).toBe(400)
  })

  it('is the operator’s', async () => {
    expect((await shop.chair.get('/api/payments')).status).toBe(403)
    expect((await new Client().get('/api/payments')).status).toBe(401)
  })
})

describe('POST /api/payments/unmatched', () => {
  const path = '/api/payments/unmatched'

  it('keeps late money in suspense, beside the purchase it seems to belong to', async () => {
    const placed = await aPurchase([{ product: bag }])
    const late = transfer(placed, { code: placed.code })
    const booked = expected(await operator.treasurer.post(path, late), 201)
    expect(booked).toMatchObject({ amount: placed.total, code: placed.code })
    expect(await balanceOf('suspense')).toBe(placed.total)
    const { items } = expected(await operator.staff.get(path), 200)
    expect(items).toMatchObject([{ id: booked.id, reference: 'Mutasi 17' }])
  })

  it('is booked once under one key', async () => {
    const asked = { amount: 50_000, receivedOn: '2026-11-22', reference: 'Setoran tunai' }
    const headers = { 'idempotency-key': newKey() }
    for (let n = 0; n < 3; n += 1)
      expected(await operator.treasurer.post(path, asked, headers), 201)
    expect(await balanceOf('suspense')).toBe(50_000)
  })

  it('refuses tomorrow, nothing, and a purchase that is none', async () => {
    const asked = { amount: 50_000, receivedOn: '2026-11-22', reference: 'Setoran' }
    for (const wrong of [
      { receivedOn: '2026-11-23' },
      { amount: 0 },
      { amount: -5 },
      { reference: '' },
    ]) {
      expect((await operator.treasurer.post(path, { ...asked, ...wrong })).status).toBe(400)
    }
    expect((await operator.treasurer.post(path, { ...asked, code: 'NOSUCH22' })).status).toBe(404)
  })

  it('is the treasurer’s to book and the operator’s people’s to see', async () => {
    const asked = { amount: 50_000, receivedOn: '2026-11-22', reference: 'Setoran' }
    expect((await operator.staff.post(path, asked)).status).toBe(403)
    expect((await shop.chair.get(path)).status).toBe(403)
  })
})

describe('a purchase whose time is over', () => {
  it('expires once, gives its goods back and says so', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag, quantity: 3 }], {}, guest)
    await ring(DAY - 1)
    expect(await stock()).toBe(2)
    await Promise.all([1, 2, 3].map(() => ring()))
    expect(await stock()).toBe(5)
    expect(expected(await guest.get(`/api/purchases/${placed.code}`), 200)).toMatchObject({
      status: 'expired',
      orders: [{ status: 'expired' }],
    })
    const { items } = expected(await operator.owner.get('/api/outbox'), 200)
    const told = (items as unknown as { template: string }[]).map((one) => one.template)
    expect(told.filter((one) => one === 'purchase-expired')).toHaveLength(1)
  })

  it('expires once, and its goods are back once, also after days without a clock', async () => {
    await aPurchase([{ product: bag, quantity: 3 }], {}, new Client())
    await ring(4 * DAY)
    await ring()
    expect(await stock()).toBe(5)
    const { DB } = env as unknown as { DB: D1Database }
    const states = await DB.prepare('SELECT status FROM purchases').all()
    expect(states.results).toEqual([{ status: 'expired' }])
  })
})
