/**
 * What each operation costs the database, as it bills: trips, rows read and rows written (indexes counted).
 * The numbers are stated here, so that a change of them is a decision and not an accident.
 */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { IDENTITY } from '#test/faults/operations/identity'
import { LENDING } from '#test/faults/operations/lending'
import { MARKET } from '#test/faults/operations/market'
import type { Operation } from '#test/faults/operation'
import { newKey, type Client } from '#test/support/client'
import { aMarket, aPaidOrder, type Market } from '#test/support/orders'

/** Trips, rows read and rows written, at the most. */
const COSTS: Readonly<Record<string, readonly [trips: number, read: number, written: number]>> = {
  'placing a purchase': [2, 65, 32],
  'uploading a proof of transfer': [2, 30, 12],
  'settling a purchase': [3, 45, 32],
  'booking money that nobody can explain': [3, 20, 17],
  'taking an unpaid purchase back': [2, 45, 10],
  'taking on an order': [3, 45, 8],
  'packing an order': [3, 45, 8],
  'shipping an order': [3, 45, 8],
  'delivering an order': [3, 50, 8],
  'cancelling a paid order': [3, 65, 23],
  'refunding a cancelled order': [3, 50, 18],
  'completing an order': [2, 55, 23],
  'recording a payout': [3, 25, 20],
  'receiving funds': [2, 20, 13],
  'applying for a loan': [3, 10, 8],
  'taking an application back': [3, 15, 5],
  'recommending a loan': [3, 20, 5],
  'deciding on a loan': [3, 20, 5],
  'accepting a loan': [3, 15, 5],
  'disbursing a loan': [3, 35, 23],
  repaying: [3, 40, 21],
  'reversing a repayment': [3, 40, 19],
  'giving back an overpayment': [3, 35, 14],
  'accepting an invitation': [3, 10, 5],
  'removing a member': [3, 30, 5],
}

/** The second time, when accounts stand open and nothing is made for the first time. */
async function costOf({ begin }: Operation) {
  const prepare = await begin()
  await (
    await prepare()
  )(newKey())
  const perform = await prepare()
  const before = await eventsInOrder()
  const answer = await perform(newKey())
  return { cost: answer?.cost, events: (await eventsInOrder()) - before }
}

/** A trigger notes the order of every event: a row each, beside what the operation writes itself. */
async function eventsInOrder(): Promise<number> {
  const { DB } = env as unknown as { DB: D1Database }
  const row = await DB.prepare('SELECT max(key) AS last FROM event_order').first<{ last: number }>()
  return row?.last ?? 0
}

describe('an operation', () => {
  const asked = [...MARKET, ...LENDING, ...IDENTITY].filter(({ name }) => !/^the clock/.test(name))

  it.each(asked.map((one) => [one.name, one] as const))(
    '%s costs what is stated',
    async (name, one) => {
      const [trips, read, written] = COSTS[name] ?? [0, 0, 0]
      const { cost, events } = await costOf(one)
      expect(cost?.trips).toBeLessThanOrEqual(trips)
      expect(cost?.rowsRead).toBeLessThanOrEqual(read)
      expect((cost?.rowsWritten ?? 0) - events).toBeLessThanOrEqual(written)
    },
  )
})

describe('a list', () => {
  const sell = async (market: Market, orders: number) => {
    for (let n = 0; n < orders; n += 10) {
      await Promise.all(Array.from({ length: 10 }, () => aPaidOrder(market)))
    }
  }

  /** Rows read for a first page of each list; every page is full. */
  async function readBy(lists: readonly (readonly [Client, string])[]) {
    const costs: Record<string, number> = {}
    for (const [who, path] of lists) {
      const { body, cost } = await who.get(path)
      expect([path, body.items.length, cost.trips]).toEqual([path, 24, 2])
      costs[path] = cost.rowsRead
    }
    return costs
  }

  it('of ninety costs what one of thirty does', { timeout: 60_000 }, async () => {
    const market = await aMarket(1000)
    const { operator, shop } = market
    const lists = [
      [shop.chair, `/api/enterprises/${shop.slug}/orders`],
      [shop.chair, `/api/enterprises/${shop.slug}/orders?status=placed`],
      [operator.owner, '/api/payments?status=settled'],
      [operator.owner, '/api/outbox'],
    ] as const
    await sell(market, 30)
    const some = await readBy(lists)
    await sell(market, 60)
    expect(await readBy(lists)).toEqual(some)
  })
})
