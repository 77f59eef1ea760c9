import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { aMarket, balanceOf, rowsOf, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const { aBegunPayment, become, bring, noticeOf } = gateways

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
