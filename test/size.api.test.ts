/**
 * What is read for a page does not grow with what there is: lists, searches and reports cost the same among
 * a hundred and eighty orders as among ninety, in two trips.
 */
import { describe, expect, it } from 'vitest'
import type { Client } from '#test/support/client'
import { aCompletedOrder, aMarket, aPaidOrder, aPurchase, type Market } from '#test/support/orders'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { expected } from '#test/support/world'

/** A few rows more or less, as indexes happen to be walked. */
const SLACK = 6

type Asked = readonly [who: Client, path: string]

type Size = { market: Market; other: Shop }

/** Orders of one shop, goods of another. */
async function grow({ market, other }: Size, orders: number): Promise<void> {
  for (let n = 0; n < orders; n += 10) {
    await Promise.all([
      ...Array.from({ length: 4 }, () => aPaidOrder(market)),
      ...Array.from({ length: 3 }, () => aCompletedOrder(market)),
      ...Array.from({ length: 3 }, () => aPurchase([market])),
    ])
    for (let more = 0; more < 5; more += 1) await aProduct(other)
  }
}

/** What each asks for: rows read and trips. */
async function readBy(asked: readonly Asked[]): Promise<Record<string, readonly number[]>> {
  const costs: Record<string, readonly number[]> = {}
  for (const [who, path] of asked) {
    const answer = await who.get(path)
    expected(answer, 200)
    costs[path] = [answer.cost.trips, answer.cost.rowsRead]
  }
  return costs
}

function askedOf({ market: { operator, shop }, other }: Size): readonly Asked[] {
  const own = `/api/enterprises/${shop.slug}`
  const seller = [
    ...['/orders', '/orders?status=placed', '/orders?status=completed', '/orders?paid=no'],
    ...['/today', '/balance', '/payouts'],
  ].map((path): Asked => [shop.chair, own + path])
  const office = [
    ...['/api/payments', '/api/payments?status=settled', '/api/payments/unmatched'],
    ...['/api/payouts', '/api/payouts/due', '/api/refunds/due', '/api/overview', '/api/outbox'],
  ].map((path): Asked => [operator.owner, path])
  const public_ = ['/api/products', '/api/products?q=anyaman', '/api/shops', '/api/regions']
  const goods = ['', '?status=listed'].map(
    (query) => `/api/enterprises/${other.slug}/products${query}`,
  )
  return [...seller, ...office, ...[...goods, ...public_].map((path): Asked => [other.chair, path])]
}

describe('a page', () => {
  it('reads among twice as many orders what it read before', { timeout: 120_000 }, async () => {
    const market = await aMarket(1000)
    const size = { market, other: await aShop(market.operator) }
    await grow(size, 90)
    const some = await readBy(askedOf(size))
    await grow(size, 90)
    const more = await readBy(askedOf(size))
    const growing = Object.entries(more).filter(([path, [trips = 9, read = 0]]) => {
      return trips > 2 || read > (some[path]?.[1] ?? 0) + SLACK
    })
    expect(growing.map(([path, cost]) => [path, some[path], cost])).toEqual([])
  })
})
