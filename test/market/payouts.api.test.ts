import { afterEach, describe, expect, it } from 'vitest'
import { clock, newKey, type Json } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aPerson, expected, inviteAndJoin } from '#test/support/world'
import { aShop } from '#test/support/shop'

const START = clock.now
afterEach(() => void (clock.now = START))

const ACCOUNT = { bank: 'BRI', number: '0012-01-234567-50-8', holder: 'Kelompok Uji' }
const EARNED = 255_500

/** A shop that has said where its money goes and has sold one order. */
async function anEarner() {
  const order = await sold.aCompletedOrder()
  const path = `/api/enterprises/${order.shop.slug}/bank-account`
  expected(await order.shop.chair.put(path, ACCOUNT), 200)
  return order
}

const payout = (enterpriseId: string, more: object = {}) => ({
  enterpriseId,
  amount: EARNED,
  reference: 'TRF 0001',
  sentOn: sold.today(),
  ...more,
})

/** Every line of a balance, page by page. */
async function allLines(shop: sold.Market['shop'], limit: number): Promise<Json[]> {
  const lines: Json[] = []
  for (let after = ''; ;) {
    const path = `/api/enterprises/${shop.slug}/balance?limit=${limit}${after}`
    const page = expected(await shop.chair.get(path), 200).lines
    lines.push(...page.items)
    if (page.next === null) return lines
    after = `&after=${page.next}`
  }
}

describe('GET /api/payouts/due', () => {
  it('names the sellers who are owed money, how much, and where it goes', async () => {
    const { operator, shop } = await anEarner()
    const { items, next } = expected(await operator.owner.get('/api/payouts/due'), 200)
    expect(items).toEqual([
      {
        enterprise: { id: shop.id, slug: shop.slug, name: shop.name, phone: '6281234567890' },
        ...{ payable: EARNED, receivable: 0, net: EARNED },
        account: { ...ACCOUNT, number: '001201234567508' },
        accountChangesAt: null,
      },
    ])
    expect(next).toBe(null)
  })

  it('leaves out who is owed nothing, and says who has no account yet', async () => {
    const order = await sold.aCompletedOrder()
    await aShop(order.operator)
    const { items } = expected(await order.operator.owner.get('/api/payouts/due'), 200)
    expect(items).toHaveLength(1)
    expect(items[0].account).toBe(null)
  })

  it('is the operator’s', async () => {
    const { shop } = await anEarner()
    expect((await shop.chair.get('/api/payouts/due')).status).toBe(403)
    expect((await shop.chair.get('/api/payouts')).status).toBe(403)
  })
})

describe('POST /api/payouts', () => {
  it('records what was sent; the seller is owed so much less', async () => {
    const { operator, shop } = await anEarner()
    const asked = payout(shop.slug, { amount: 200_000 })
    const sent = expected(await operator.owner.post('/api/payouts', asked), 201)
    expect(sent).toMatchObject({ status: 'sent', amount: 200_000, account: { bank: 'BRI' } })
    const due = expected(await operator.owner.get('/api/payouts/due'), 200)
    expect(due.items[0].payable).toBe(EARNED - 200_000)
    const listed = expected(await operator.owner.get('/api/payouts'), 200)
    expect(listed.items).toEqual([sent])
    const seen = expected(await shop.chair.get(`/api/enterprises/${shop.slug}/payouts`), 200)
    expect(seen.items).toEqual([sent])
  })

  it('is never more than is owed: of fifty at once for the whole balance one is recorded', async () => {
    const { operator, shop } = await anEarner()
    const asked = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        operator.owner.post('/api/payouts', payout(shop.id, { reference: `TRF ${i + 100}` })),
      ),
    )
    expect(asked.filter((one) => one.status === 201)).toHaveLength(1)
    const refused = asked.filter((one) => one.status === 409)
    expect(new Set(refused.map((one) => one.body.slug))).toEqual(new Set(['account-overdrawn']))
    expect(refused).toHaveLength(49)
  })

  it('is one payout however often it is sent under one key', async () => {
    const { operator, shop } = await anEarner()
    const key = { 'idempotency-key': newKey() }
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => operator.owner.post('/api/payouts', payout(shop.id), key)),
    )
    expect(new Set(asked.map((one) => one.status))).toEqual(new Set([201]))
    expect(new Set(asked.map((one) => one.body.code)).size).toBe(1)
    const other = await operator.owner.post('/api/payouts', payout(shop.id, { amount: 1 }), key)
    expect(other.status).toBe(422)
  })

  it('refuses the same transfer twice, a day to come, too much, and an unknown account', async () => {
    const { operator, shop } = await anEarner()
    const record = (more: object) => operator.owner.post('/api/payouts', payout(shop.id, more))
    expected(await record({ amount: 1_000 }), 201)
    expect((await record({ amount: 1_000 })).body.slug).toBe('already-exists')
    expect((await record({ sentOn: '2026-11-23' })).body.errors[0].pointer).toBe('/sentOn')
    expect((await record({ amount: EARNED })).body.slug).toBe('account-overdrawn')
    const poor = await sold.aStockedShop(operator)
    await sold.aCompletedOrder({ operator, ...poor })
    const unsaid = await operator.owner.post('/api/payouts', payout(poor.shop.id))
    expect([unsaid.status, unsaid.body.slug]).toEqual([409, 'bank-account-missing'])
    expect((await operator.owner.post('/api/payouts', payout('nobody'))).status).toBe(404)
  })

  it('is the treasurer’s', async () => {
    const { operator, shop } = await anEarner()
    const staff = await inviteAndJoin(operator.owner, operator.slug, 'staff')
    for (const other of [shop.chair, staff]) {
      expect((await other.post('/api/payouts', payout(shop.id))).status).toBe(403)
    }
  })
})

describe('GET /api/enterprises/:slug/balance', () => {
  it('says what is owed and what is still held, line by line', async () => {
    const done = await anEarner()
    const { operator, shop } = done
    const open = await sold.aPaidOrder(done)
    expected(await operator.owner.post('/api/payouts', payout(shop.id, { amount: 5_500 })), 201)
    const balance = expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)
    expect(balance).toMatchObject({
      payable: 250_000,
      earned: EARNED,
      paidOut: 5_500,
      held: open.total,
      heldCommission: 12_500,
    })
    expect(balance.lines.items).toMatchObject([
      { change: -5_500, balance: 250_000, order: null, payout: { reference: 'TRF 0001' } },
      {
        change: EARNED,
        balance: EARNED,
        order: { code: done.code, goodsTotal: 250_000, shipping: 18_000, commission: 12_500 },
        payout: null,
      },
    ])
  })

  it('adds up exactly over all its pages, whatever their size', async () => {
    const earner = await anEarner()
    const { operator, shop } = earner
    for (let i = 1; i <= 4; i++) {
      await sold.aCompletedOrder(earner, { quantity: 1 + (i % 2) })
      const sent = payout(shop.id, { amount: 10_000 * i, reference: `TRF ${i}00` })
      expected(await operator.owner.post('/api/payouts', sent), 201)
      clock.now += 1000
    }
    const { payable } = expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)
    for (const limit of [1, 2, 3, 100]) {
      const lines = await allLines(shop, limit)
      expect(lines).toHaveLength(9)
      expect(lines.reduce((sum, line) => sum + line.change, 0)).toBe(payable)
      lines.forEach((line, i) => {
        const before = lines[i + 1]?.balance ?? 0
        expect(line.balance).toBe(before + line.change)
      })
    }
  })

  it('is for chair and treasurer of that enterprise', async () => {
    const { operator, shop } = await anEarner()
    const staff = await inviteAndJoin(shop.chair, shop.slug, 'staff')
    const treasurer = await inviteAndJoin(shop.chair, shop.slug, 'treasurer')
    const other = await aShop(operator)
    for (const part of ['balance', 'payouts']) {
      const path = `/api/enterprises/${shop.slug}/${part}`
      expect((await treasurer.get(path)).status).toBe(200)
      expect((await staff.get(path)).status).toBe(403)
      expect((await other.chair.get(path)).status).toBe(404)
      expect((await (await aPerson()).get(path)).status).toBe(403)
    }
  })

  it('refuses a place that is not one of its own', async () => {
    const { shop } = await anEarner()
    const path = `/api/enterprises/${shop.slug}/balance?after=abc`
    expect((await shop.chair.get(path)).status).toBe(400)
  })
})
