// Lays the past orders of the demo network over the months before now: always the same for the same day,
// in seasons, from one to three sellers a purchase, with every outcome and every present state.

import { enterprises } from '#db/seed/network/enterprises'
import { someBuyer, someOrder, someSellers } from '#db/seed/network/orders/basket'
import { justPaid, lapsed, settled, waiting, type Placed } from '#db/seed/network/orders/course'
import { appetite } from '#db/seed/network/orders/season'
import type { PurchaseStory } from '#db/seed/network/orders/story'
import { chance, type Chance } from '#db/seed/random'
import {
  addDays,
  dateIn,
  instant,
  startOfDay,
  type Instant,
  type LocalDate,
} from '#worker/kernel/calendar'

const HOUR = 3_600_000
const ZONE = 'Asia/Jakarta'

export type OrderStoryOptions = {
  readonly now: Instant
  /** How many orders: the parts of purchases, one for each seller. */
  readonly orders?: number
  readonly days?: number
}

/** Hours before now of the latest purchases, the last of which still wait for their money. */
const RECENT_PAID = [166, 150, 141, 122, 108, 99, 90, 80, 73, 62, 55, 49, 44, 38, 33, 29] as const
const JUST_PAID = [
  { hours: 21, settledHours: 0.3 },
  { hours: 16, settledHours: 1.6 },
] as const
const RECENT_OPEN = [
  { hours: 19, proofAfter: 1 },
  { hours: 11, proofAfter: undefined },
  { hours: 7, proofAfter: 0.4 },
  { hours: 4, proofAfter: 2 },
  { hours: 1, proofAfter: undefined },
] as const

/** The purchases, oldest first. */
export function orderStories({
  now,
  orders = 400,
  days = 274,
}: OrderStoryOptions): PurchaseStory[] {
  const today = dateIn(ZONE, now)
  const luck = chance(`orders before ${today}`)
  const recent = recentStories(now, luck)
  const left = orders - count(recent)
  const past = pastStories(luck, { now, today, orders: left, days })
  return [...past, ...recent]
    .sort((one, other) => one.placedAt - other.placedAt)
    .map((story, index) => ({ ...story, key: `purchase-${String(index + 1).padStart(4, '0')}` }))
}

/** What each variant must begin with, so that the stories can be told: what is left and all that was taken. */
export function openingStock(stories: readonly PurchaseStory[]): Map<string, number> {
  const stock = new Map<string, number>()
  for (const { products } of enterprises) {
    for (const { slug, variants } of products) {
      for (const { name, stock: left } of variants) stock.set(stockKey(slug, name), left)
    }
  }
  for (const { product, variant, quantity } of stories.flatMap(({ orders }) =>
    orders.flatMap((one) => one.lines),
  )) {
    const key = stockKey(product, variant)
    stock.set(key, (stock.get(key) ?? 0) + quantity)
  }
  return stock
}

export function stockKey(product: string, variant: string): string {
  return `${product}/${variant}`
}

const count = (stories: readonly PurchaseStory[]) =>
  stories.reduce((sum, { orders }) => sum + orders.length, 0)

function placed(luck: Chance, at: Instant, mostSellers: number): Placed {
  const buyer = someBuyer(luck)
  const orders = someSellers(luck, mostSellers).map((seller) => someOrder(luck, seller, buyer))
  return { key: '', buyer, placedAt: at, orders }
}

type Past = { now: Instant; today: LocalDate; orders: number; days: number }

function pastStories(luck: Chance, { now, today, orders, days }: Past): PurchaseStory[] {
  const calendar = Array.from({ length: days - 7 }, (_, index) => {
    const day = addDays(today, index - days)
    return [day, appetite(day, index / days)] as const
  })
  const stories: PurchaseStory[] = []
  for (let left = orders; left > 0;) {
    const at = timeOn(luck, luck.weighted(calendar))
    const purchase = placed(luck, at, left)
    left -= purchase.orders.length
    const fate = luck.weighted([
      ['settled', 92],
      ['expired', 5],
      ['cancelled', 3],
    ] as const)
    stories.push(fate === 'settled' ? settled(luck, purchase, now) : lapsed(luck, purchase, fate))
  }
  return stories
}

/** Around noon and in the evening. */
function timeOn(luck: Chance, day: LocalDate): Instant {
  const hour = luck.weighted([
    [7, 2],
    [9, 4],
    [12, 8],
    [15, 4],
    [19, 9],
    [21, 5],
  ])
  return instant(startOfDay(day, ZONE) + hour * HOUR + luck.between(0, 119) * 60_000)
}

function recentStories(now: Instant, luck: Chance): PurchaseStory[] {
  const before = (hours: number) => instant(now - Math.round(hours * HOUR))
  const paid = RECENT_PAID.map((hours) => settled(luck, placed(luck, before(hours), 2), now))
  const open = RECENT_OPEN.map(({ hours, proofAfter }) => {
    const proofAt = proofAfter === undefined ? undefined : before(hours - proofAfter)
    return waiting(placed(luck, before(hours), 2), proofAt)
  })
  const fresh = JUST_PAID.map(({ hours, settledHours }) =>
    justPaid(placed(luck, before(hours), 2), before(settledHours)),
  )
  return [...paid, ...fresh, ...open]
}
