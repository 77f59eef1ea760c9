import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { KEYS, type Provider } from '#test/support/gateways/shared'
import {
  aMarket,
  aPurchase,
  aStockedShop,
  balanceOf,
  DAY,
  rowsOf,
  until,
  type Market,
} from '#test/support/orders'
import { expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const PROVIDERS = ['midtrans', 'xendit'] as const
const { aBegunPayment, aGatewayPaid, become, bring, noticeOf, PAID } = gateways

let market: Market

beforeEach(async () => {
  await gateways.withGateways()
  market = await aMarket()
})
afterEach(() => gateways.withoutGateways())

const ring = async (after: number) => {
  clock.now += after
  await everyMinute(bindings(), clock.now)
}
const purchaseOf = async ({ buyer, purchase }: { buyer: Client; purchase: Json }) =>
  expected(await buyer.get(`/api/purchases/${purchase.code}`), 200)
const clearing = async (provider: string) => 0 - (await balanceOf('gateway-clearing', provider))
const suspense = async () =>
  expected(await market.operator.owner.get('/api/payments/unmatched'), 200).items as Json[]
const stock = async () =>
  (await rowsOf('SELECT stock FROM variants WHERE id = ?', market.product.variants[0].id))[0].stock

describe.each(PROVIDERS)('a purchase paid through %s', (provider) => {
  it('sends the buyer to the gateway’s page, and is settled when the gateway says so', async () => {
    const paid = await aGatewayPaid(market, provider)
    expect(paid.redirectTo).toContain(`/pay/${provider}/`)
    expect(await purchaseOf(paid)).toMatchObject({ status: 'settled', uniqueCode: 0 })
    expect(await clearing(provider)).toBe(paid.purchase.total)
    expect(await balanceOf('buyers-money', paid.purchase.orders[0].id)).toBe(paid.purchase.total)
    expect(await balanceOf('bank', '')).toBe(0)
  })

  it('goes back to the same page while that is open, and opens no second one', async () => {
    const { purchase, buyer, redirectTo } = await aBegunPayment(market, provider)
    const path = `/api/purchases/${purchase.code}/gateway-payment`
    expect(expected(await buyer.post(path), 201).redirectTo).toBe(redirectTo)
    const key = { 'idempotency-key': newKey() }
    const answers = [await buyer.post(path, {}, key), await buyer.post(path, {}, key)]
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    expect(await rowsOf('SELECT id FROM gateway_payments')).toHaveLength(1)
  })

  it('has one effect of one notice told fifty times at once', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const notice = await noticeOf(begun.reference)
    const told = await Promise.all(Array.from({ length: 50 }, () => bring(provider, notice)))
    expect(new Set(told.map((one) => one.status))).toEqual(new Set([200]))
    expect(await clearing(provider)).toBe(begun.purchase.total)
    const kept = await rowsOf('SELECT times, body FROM gateway_notices')
    expect(kept).toMatchObject([{ times: 50 }])
    expect(kept[0].body).not.toContain('signature')
  })

  it('is not moved by a notice that the gateway did not sign', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const forged = await noticeOf(begun.reference, { key: 'forged' })
    expect((await bring(provider, forged)).status).toBe(401)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expect(await rowsOf('SELECT * FROM gateway_notices')).toEqual([])
  })

  it('is not moved by what a notice says, only by what the gateway answers when asked', async () => {
    const begun = await aBegunPayment(market, provider)
    const lying = await noticeOf(begun.reference, { status: PAID[provider] })
    expected(await bring(provider, lying), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
  })

  it('goes to suspense when it comes after the purchase has expired, and is never lost', async () => {
    const begun = await aBegunPayment(market, provider)
    await ring(2 * DAY)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'expired' })
    await become(begun.reference, { status: PAID[provider] })
    expected(await bring(provider, await noticeOf(begun.reference)), 200)
    await signInAgain(market.operator.owner)
    expect(await suspense()).toMatchObject([
      { amount: begun.purchase.total, cause: 'late', source: provider, code: begun.purchase.code },
    ])
    expect(await clearing(provider)).toBe(begun.purchase.total)
    expect(await stock()).toBe(50)
  })

  it('pays nothing with another amount than was asked', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider], amount: 5_000 })
    expected(await bring(provider, await noticeOf(begun.reference)), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expect(await suspense()).toMatchObject([{ amount: 5_000, cause: 'mismatch' }])
  })

  it('is booked by the clock alone when all notices are lost', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    await ring(6 * 60_000)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
    expect(await clearing(provider)).toBe(begun.purchase.total)
  })

  it('is asked about by its buyer and by the operator, with the same effect as a notice', async () => {
    const begun = await aBegunPayment(market, provider)
    const path = `/api/purchases/${begun.purchase.code}/gateway-check`
    expect(expected(await begun.buyer.post(path), 200)).toEqual({ outcome: 'no-change' })
    await become(begun.reference, { status: PAID[provider] })
    const { items } = expected(await market.operator.owner.get('/api/gateway-payments'), 200)
    const check = `/api/gateway-payments/${items[0].id}/check`
    expect(expected(await market.operator.owner.post(check), 200)).toEqual({ outcome: 'received' })
    expect(expected(await begun.buyer.post(path), 200)).toEqual({ outcome: 'no-change' })
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })

  it('answers 503 when the gateway cannot be asked, keeps the words, and books them next time', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const notice = await noticeOf(begun.reference)
    await gateways.control('behaviour', { failing: 1 })
    expect((await bring(provider, notice)).status).toBe(503)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expected(await bring(provider, notice), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })

  it('is believed with the key before until that ends', async () => {
    const rotated = {
      MIDTRANS_SERVER_KEY_BEFORE: KEYS.midtransBefore,
      MIDTRANS_SERVER_KEY_BEFORE_UNTIL: '2026-12-01',
      XENDIT_CALLBACK_TOKEN_BEFORE: KEYS.xenditTokenBefore,
      XENDIT_CALLBACK_TOKEN_BEFORE_UNTIL: '2026-12-01',
    }
    await gateways.withGateways(rotated)
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const key = provider === 'midtrans' ? KEYS.midtransBefore : KEYS.xenditTokenBefore
    const old = await noticeOf(begun.reference, { key })
    clock.now += 20 * DAY
    expect((await bring(provider, old)).status).toBe(401)
    clock.now -= 20 * DAY
    expected(await bring(provider, old), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })
})

describe('money that a gateway takes back', () => {
  const reversed = async (
    begun: { reference: string },
    status: string,
    back: number | null = null,
  ) => {
    await become(begun.reference, { status, back })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
  }

  it.each(['deny', 'chargeback', 'refund', 'cancel'])(
    'before the goods are sent cancels them, and they are back on the shelf (%s)',
    async (status) => {
      const paid = await aGatewayPaid(market, 'midtrans')
      await until('packing', { shop: market.shop, id: paid.purchase.orders[0].id })
      await reversed(paid, status)
      const { orders } = await purchaseOf(paid)
      expect(orders).toMatchObject([{ status: 'cancelled' }])
      expect(await stock()).toBe(50)
      expect(await clearing('midtrans')).toBe(0)
      expect(await balanceOf('refund-payable', paid.purchase.orders[0].id)).toBe(0)
      const due = expected(await market.operator.owner.get('/api/refunds/due'), 200)
      expect(due.items).toEqual([])
    },
  )

  it('after they were sent is the operator’s loss, and a task until she closes it', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    await until('shipment', { shop: market.shop, id: paid.purchase.orders[0].id })
    await reversed(paid, 'chargeback')
    expect((await purchaseOf(paid)).orders).toMatchObject([{ status: 'shipped' }])
    expect(0 - (await balanceOf('payment-losses', ''))).toBe(paid.purchase.total)
    const { owner } = market.operator
    const { items } = expected(await owner.get('/api/payment-losses'), 200)
    expect(items).toMatchObject([{ amount: paid.purchase.total, code: paid.purchase.code }])
    expect(expected(await owner.get('/api/overview'), 200).openLosses).toBe(1)
    const path = `/api/payment-losses/${items[0].id}/closing`
    expect((await owner.post(path, { note: '' })).status).toBe(400)
    expected(await owner.post(path, { note: 'Pembeli mengirim ulang uangnya.' }), 201)
    expect((await owner.post(path, { note: 'Sekali lagi.' })).status).toBe(409)
    expect(expected(await owner.get('/api/payment-losses'), 200).items).toEqual([])
    expect((await market.shop.chair.post(path, { note: 'Bukan saya.' })).status).toBe(403)
    expect((await market.shop.chair.get('/api/payment-losses')).status).toBe(403)
    expect((await owner.get('/api/payment-losses?status=lost')).status).toBe(400)
  })

  it('in part pays what is owed to the buyer anyway, and only that', async () => {
    const other = await aStockedShop(market.operator)
    const bought = await aPurchase([market, other], { method: 'midtrans' })
    const path = `/api/purchases/${bought.purchase.code}/gateway-payment`
    const begun = expected(await bought.buyer.post(path), 201) as { reference: string }
    await become(begun.reference, { status: 'settlement' })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    const [first] = bought.purchase.orders
    const cancelled = { reason: 'Bahan habis.' }
    const shop = [market.shop, other.shop].find((one) => one.slug === first.seller.slug)!
    expected(await shop.chair.post(`/api/orders/${first.id}/cancellation`, cancelled), 201)
    await reversed(begun, 'partial_refund', first.total)
    expect(await balanceOf('refund-payable', first.id)).toBe(0)
    expect(await balanceOf('payment-losses', '')).toBe(0)
    expect(await clearing('midtrans')).toBe(bought.purchase.total - first.total)
  })

  it('out of suspense leaves suspense', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    await become(begun.reference, { status: 'settlement', amount: 5_000 })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    await reversed(begun, 'deny')
    expect(await suspense()).toMatchObject([{ status: 'returned', rest: 0 }])
    expect(await clearing('midtrans')).toBe(0)
  })

  it('is found out by the clock of the night, though nobody told', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    await become(paid.reference, { status: 'deny' })
    await ring(2 * DAY)
    expect((await purchaseOf(paid)).orders).toMatchObject([{ status: 'cancelled' }])
  })
})

describe('notices in any order', () => {
  const WORDS = ['pending', 'settlement', 'refund', 'deny', 'expire'] as const

  function* orders(words: readonly string[]): Generator<string[]> {
    if (words.length === 0) yield []
    for (const [i, word] of words.entries()) {
      for (const rest of orders(words.filter((_, at) => at !== i))) yield [word, ...rest]
    }
  }

  it('end where the gateway itself ends, in all 120 orders', { timeout: 240_000 }, async () => {
    await rowsOf('UPDATE variants SET stock = 100000')
    await rowsOf('UPDATE products SET stock_total = 100000')
    const ends = { settlement: 'placed', refund: 'cancelled', deny: 'placed' } as const
    let n = 0
    for (const words of orders(WORDS)) {
      const end = (Object.keys(ends) as (keyof typeof ends)[])[(n += 1) % 3]!
      const begun = await aBegunPayment(market, 'midtrans')
      await become(begun.reference, { status: end })
      for (const status of words)
        expected(await bring('midtrans', await noticeOf(begun.reference, { status })), 200)
      const shown = await purchaseOf(begun)
      expect([end, shown.status, shown.orders[0].status]).toEqual([
        end,
        end === 'deny' ? 'pending' : 'settled',
        ends[end],
      ])
    }
  })

  it('that go back and forth book each change once', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    for (const status of [
      'pending',
      'settlement',
      'pending',
      'expire',
      'settlement',
      'deny',
      'deny',
    ]) {
      await become(begun.reference, { status })
      expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    }
    expect(await clearing('midtrans')).toBe(0)
    const moves = await rowsOf('SELECT kind, amount FROM gateway_moves ORDER BY kind')
    expect(moves.map((one) => one.kind)).toEqual([`back:${begun.purchase.total}`, 'received'])
  })

  it('of words nobody knows do no harm', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    await become(begun.reference, { status: 'a word of next year' })
    const told = expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    expect(told.outcome).toBe('unknown-status')
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
  })
})

/** Section 2.5 of the test plan, at a size that runs in seconds. */
describe('a storm of notices', () => {
  it('leaves every purchase as its gateway has it', { timeout: 240_000 }, async () => {
    await rowsOf('UPDATE variants SET stock = 100000')
    await rowsOf('UPDATE products SET stock_total = 100000')
    const ends = ['settlement', 'pending', 'expire', 'deny', 'refund', 'settlement'] as const
    const begun: (gateways.Begun & { end: (typeof ends)[number] })[] = []
    for (let n = 0; n < 40; n += 1) {
      const one = await aBegunPayment(market, 'midtrans')
      const end = ends[n % ends.length]!
      await become(one.reference, { status: end })
      begun.push({ ...one, end })
    }
    const chance = fc.sample(fc.integer({ min: 0, max: 99 }), { numRuns: 200, seed: 42 })
    const notices = await Promise.all(
      chance.map(async (roll, i) => {
        const { reference, end } = begun[i % begun.length]!
        if (roll < 5) return { kind: 'forged', ...(await noticeOf(reference, { key: 'x' })) }
        if (roll < 10) return { kind: 'unknown', ...(await noticeOf(reference, { as: 'NONE' })) }
        if (roll < 15) return { kind: 'amount', ...(await noticeOf(reference, { amount: '7' })) }
        const status = roll < 45 ? 'pending' : end
        return { kind: 'fine', ...(await noticeOf(reference, { status })) }
      }),
    )
    const shuffled = notices.map((one, i) => [chance[(i * 7) % 200]!, one] as const)
    for (const [, { kind, ...notice }] of shuffled.sort(([a], [b]) => a - b)) {
      const { status } = await bring('midtrans', notice)
      expect([kind, status]).toEqual([kind, kind === 'forged' ? 401 : 200])
    }
    // What notices did not bring, the clock does: each of them was told at least of the last.
    for (let n = 0; n < 8; n += 1) await ring(60_000 * 6)
    for (const one of begun) {
      const { status, orders } = await purchaseOf(one)
      const isPaid = one.end === 'settlement' || one.end === 'refund'
      expect([one.end, status]).toEqual([one.end, isPaid ? 'settled' : 'pending'])
      if (one.end === 'refund') expect(orders[0].status).toBe('cancelled')
    }
    expect(await suspense()).toEqual([])
  })
})

describe('a gateway', () => {
  it('transfers what it collected, and keeps a fee that is booked', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    const { owner } = market.operator
    const net = paid.purchase.total - 4_000
    const asked = {
      provider: 'midtrans',
      net,
      fee: 4_000,
      receivedOn: '2026-11-22',
      reference: 'GT 1',
    }
    expected(await owner.post('/api/gateway-transfers', asked), 201)
    expect((await owner.post('/api/gateway-transfers', asked)).status).toBe(409)
    expect((await owner.post('/api/gateway-transfers', { ...asked, net: 0 })).status).toBe(400)
    expect((await market.shop.chair.post('/api/gateway-transfers', asked)).status).toBe(403)
    expect(await clearing('midtrans')).toBe(0)
    expect(0 - (await balanceOf('gateway-fees', ''))).toBe(4_000)
    expect(0 - (await balanceOf('bank', ''))).toBe(net)
    const { held } = expected(await owner.get('/api/gateway-payments'), 200)
    expect(held).toEqual([{ provider: 'midtrans', amount: 0 }])
  })

  it('is there only where it is configured', async () => {
    gateways.withoutGateways()
    expect((await aPurchaseBy('midtrans')).status).toBe(422)
    expect((await bring('midtrans', { headers: {}, body: '{}' })).status).toBe(404)
  })

  it('tells of what we do not know, which is kept and answered', async () => {
    const begun = await aBegunPayment(market, 'xendit')
    const unknown = await noticeOf(begun.reference, { as: 'NONE-1' })
    expect(expected(await bring('xendit', unknown), 200).outcome).toBe('unknown-payment')
    const nonsense = { headers: { 'x-callback-token': KEYS.xenditToken }, body: '{"event":"x"}' }
    expect(expected(await bring('xendit', nonsense), 200).outcome).toBe('unreadable')
    const huge = { ...nonsense, body: JSON.stringify({ x: 'y'.repeat(70_000) }) }
    expect((await bring('xendit', huge)).status).toBe(413)
  })

  it('is not paid for what is not open, or not by strangers', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    const path = `/api/purchases/${begun.purchase.code}`
    expect((await new Client().post(`${path}/gateway-payment`)).status).toBe(404)
    expect((await new Client().post(`${path}/gateway-check`)).status).toBe(404)
    expected(await begun.buyer.post(`${path}/cancellation`), 201)
    expect((await begun.buyer.post(`${path}/gateway-payment`)).status).toBe(409)
    const other = await aPurchase([market])
    const transfer = `/api/purchases/${other.purchase.code}`
    expect((await other.buyer.post(`${transfer}/gateway-payment`)).status).toBe(409)
    expect((await other.buyer.post(`${transfer}/gateway-check`)).status).toBe(404)
  })

  it('shows its payments to the operator alone', async () => {
    const { chair } = market.shop
    expect((await chair.get('/api/gateway-payments')).status).toBe(403)
    expect((await market.operator.owner.get('/api/gateway-payments?limit=0')).status).toBe(400)
    expect((await chair.post('/api/gateway-payments/none/check')).status).toBe(403)
    const none = '/api/gateway-payments/none/check'
    expect((await market.operator.owner.post(none)).status).toBe(404)
  })

  it('leaves an attempt behind when it does not answer, and the next one goes on', async () => {
    const { purchase, buyer } = await aPurchase([market], { method: 'midtrans' })
    const path = `/api/purchases/${purchase.code}/gateway-payment`
    await gateways.control('behaviour', { failing: 1 })
    expect((await buyer.post(path)).status).toBe(503)
    const { reference } = expected(await buyer.post(path), 201)
    expect(reference).toBe(`${purchase.code}-2`)
    await ring(6 * 60_000)
    expect(await purchaseOf({ buyer, purchase })).toMatchObject({ status: 'pending' })
  })
})

async function aPurchaseBy(method: Provider) {
  const buyer = new Client()
  const line = { variantId: market.product.variants[0].id, quantity: 1 }
  expected(await buyer.post('/api/carts/current/lines', line), 201)
  return buyer.post('/api/purchases', {
    buyer: { name: 'Ratna Pembeli', phone: '081234567890' },
    address: null,
    method,
    deliveries: [{ enterpriseId: market.shop.id, delivery: 'pickup' }],
    expected: { goodsTotal: 125_000, shippingTotal: 0 },
  })
}
