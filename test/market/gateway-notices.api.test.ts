import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { aMarket, balanceOf, rowsOf, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'

const { aBegunPayment, become, bring, noticeOf } = gateways

let market: Market

beforeEach(async () => {
  await gateways.withGateways()
  market = await aMarket()
})
afterEach(() => gateways.withoutGateways())

const purchaseOf = async ({ buyer, purchase }: { buyer: Client; purchase: Json }) =>
  expected(await buyer.get(`/api/purchases/${purchase.code}`), 200)
const clearing = async (provider: string) => 0 - (await balanceOf('gateway-clearing', provider))

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
