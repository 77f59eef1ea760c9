// The past orders that the demo begins with.

import { describe, expect, test } from 'vitest'
import { openingStock, orderStories, stockKey } from '#db/seed/network/orders'
import type { OrderStory, PurchaseStory } from '#db/seed/network/orders/story'
import { instant } from '#worker/kernel/calendar'

const DAY = 86_400_000
const now = instant(Date.UTC(2026, 10, 22, 3))
const stories = orderStories({ now })
const parts = (all: readonly PurchaseStory[]) => all.flatMap(({ orders }) => orders)

/** What an order looks like to its seller today. */
function stateOf(purchase: PurchaseStory, order: OrderStory): string {
  if (purchase.ends === 'open') return purchase.proofAt ? 'to match' : 'unpaid'
  if (purchase.ends !== 'settled') return purchase.ends
  if (order.cancelledAt) return 'given back'
  if (order.receivedAt) return 'received'
  const steps = ['deliveredAt', 'shippedAt', 'packedAt', 'confirmedAt'] as const
  return steps.find((step) => order[step] !== undefined) ?? 'paid'
}

test('are as many as asked for, from one to three sellers a purchase', () => {
  expect(parts(stories)).toHaveLength(400)
  expect(parts(orderStories({ now, orders: 90 }))).toHaveLength(90)
  const sellers = stories.map(({ orders }) => new Set(orders.map((one) => one.enterprise)).size)
  expect(new Set(sellers)).toEqual(new Set([1, 2, 3]))
  expect(stories.filter(({ orders }, index) => orders.length !== sellers[index])).toEqual([])
})

test('are the same whenever they are told for the same day', () => {
  expect(orderStories({ now })).toEqual(stories)
})

test('lie in order within the nine months before now', () => {
  const times = stories.map(({ placedAt }) => placedAt)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  expect(Math.min(...times)).toBeGreaterThan(now - 275 * DAY)
  expect(Math.max(...times)).toBeLessThan(now)
})

test.each(Array.from({ length: 40 }, (_, index) => index))(
  'show a seller every state on day %i of a year',
  (index) => {
    const today = instant(now + index * 9 * DAY + index * 3_600_000)
    const told = orderStories({ now: today })
    const states = new Set(told.flatMap((one) => one.orders.map((order) => stateOf(one, order))))
    for (const state of [
      'unpaid',
      'to match',
      'paid',
      'shippedAt',
      'received',
      'expired',
      'cancelled',
    ]) {
      expect(states).toContain(state)
    }
  },
)

describe('the course of a purchase', () => {
  test('takes each step after the one before and none in the future', () => {
    const wrong = stories.filter(({ placedAt, proofAt, settledAt, orders }) =>
      orders.some((one) => {
        const steps = [placedAt, proofAt, settledAt, one.confirmedAt, one.packedAt, one.shippedAt]
        const taken = [...steps, one.deliveredAt, one.receivedAt].filter((at) => at !== undefined)
        return taken.some((at, index) => at > now || at < (taken[index - 1] ?? 0))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('is paid within the day for which the goods are held', () => {
    const late = stories.filter(({ placedAt, settledAt }) => (settledAt ?? 0) > placedAt + DAY)
    expect(late).toEqual([])
  })

  test('leaves no money waiting longer than the hold', () => {
    const open = stories.filter(({ ends, placedAt }) => ends === 'open' && placedAt < now - DAY)
    expect(open).toEqual([])
  })
})

test('begin with stock enough for all that was taken', () => {
  const stock = openingStock(stories)
  for (const { product, variant, quantity } of parts(stories).flatMap(({ lines }) => lines)) {
    const key = stockKey(product, variant)
    stock.set(key, (stock.get(key) ?? 0) - quantity)
  }
  expect([...stock].filter(([, left]) => left < 0)).toEqual([])
})

test('peak before Lebaran', () => {
  const spring = orderStories({ now: instant(Date.UTC(2027, 5, 1)) })
  const between = (from: number, to: number) =>
    parts(spring.filter(({ placedAt }) => placedAt >= from && placedAt < to)).length
  const before = between(Date.UTC(2027, 1, 10), Date.UTC(2027, 2, 6))
  const after = between(Date.UTC(2027, 2, 14), Date.UTC(2027, 3, 7))
  expect(before).toBeGreaterThan(after * 1.4)
})
