// What becomes of a purchase in the course of time: paid and matched, confirmed, packed, sent, received;
// now and then never paid, called off, or not to be had. A story that has no end yet stops at `now`.

import { enterprises } from '#db/seed/network/enterprises'
import type { OrderStory, PurchaseStory } from '#db/seed/network/orders/story'
import type { BuyerStory, EnterpriseStory } from '#db/seed/network/story'
import type { Chance } from '#db/seed/random'
import { instant, type Instant } from '#worker/kernel/calendar'
import { tariffTo } from '#worker/market/buying/shipping/tariff'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import type { Amount } from '#worker/kernel/money'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WIB = 7 * HOUR

const CHOSEN_COURIERS = ['JNE', 'J&T', 'SiCepat', 'POS'] as const
const REASONS = [
  'Warna yang dipesan ternyata habis; kami kembalikan uangnya.',
  'Barang retak saat dikemas dan belum ada gantinya.',
  'Bahan terlambat datang, kami tidak bisa mengirim tepat waktu.',
] as const

const SHOPS = new Map(enterprises.map((one) => [one.slug, one]))

export type Placed = Pick<PurchaseStory, 'key' | 'placedAt' | 'orders'> & { buyer: BuyerStory }

/** Hours later, within the hours in which people work. */
function later(luck: Chance, at: number, [least, most]: readonly [number, number]): Instant {
  const then = at + Math.round((least + luck.next() * (most - least)) * HOUR)
  const time = (then + WIB) % DAY
  if (time >= 8 * HOUR && time <= 17 * HOUR) return instant(then)
  const wait = time < 8 * HOUR ? 8 * HOUR - time : 32 * HOUR - time
  return instant(then + wait + luck.between(0, 90) * 60_000)
}

/** A purchase that was called off or never paid. */
export function lapsed(luck: Chance, placed: Placed, ends: 'expired' | 'cancelled'): PurchaseStory {
  const cancelledAt = instant(placed.placedAt + luck.between(20, 400) * 60_000)
  return { ...told(placed), ends, ...(ends === 'cancelled' ? { cancelledAt } : {}) }
}

/** A purchase that still waits for its money; with a proof, for the treasurer. */
export function waiting(placed: Placed, proofAt?: Instant): PurchaseStory {
  return { ...told(placed), ends: 'open', ...(proofAt === undefined ? {} : { proofAt }) }
}

/** A purchase whose money has just been matched; its sellers have not looked yet. */
export function justPaid(placed: Placed, settledAt: Instant): PurchaseStory {
  const proofAt = instant(placed.placedAt + HOUR)
  return { ...told(placed), ends: 'settled', proofAt, settledAt }
}

/** A purchase that was paid, as far as it has come by `now`. */
export function settled(luck: Chance, placed: Placed, now: number): PurchaseStory {
  const proofAt = instant(placed.placedAt + luck.between(4, 240) * 60_000)
  // The treasurer matches within the 24 hours for which the goods are held.
  const matched = Math.min(later(luck, proofAt, [0.3, 5]), placed.placedAt + 23 * HOUR)
  if (matched > now) return waiting(placed, proofAt <= now ? proofAt : undefined)
  const settledAt = instant(matched)
  const orders = placed.orders.map((order) => fulfilled(luck, order, { settledAt, placed, now }))
  return { ...told(placed), ends: 'settled', proofAt, settledAt, orders }
}

type Paid = { settledAt: Instant; placed: Placed; now: number }

function fulfilled(luck: Chance, order: OrderStory, { settledAt, placed, now }: Paid): OrderStory {
  const seller = SHOPS.get(order.enterprise)
  const confirmedAt = later(luck, settledAt, [0.5, 12])
  if (luck.happens(0.02))
    return upTo(now, { ...order, cancelledAt: confirmedAt, reason: luck.pick(REASONS) })
  const packedAt = later(luck, confirmedAt, [2, 26])
  const shippedAt = later(luck, packedAt, [1, 20])
  const days = daysOnTheWay(luck, seller, placed.buyer)
  const pickup = order.delivery === 'pickup'
  const deliveredAt = later(luck, shippedAt + (pickup ? 0 : days * DAY), [1, 6])
  const told = luck.happens(0.6) ? { receivedAt: later(luck, deliveredAt, [1, 40]) } : {}
  const sent = pickup
    ? {}
    : {
        courier: luck.pick(CHOSEN_COURIERS),
        trackingNumber: `0000${luck.between(10_000_000, 99_999_999)}`,
      }
  return upTo(now, { ...order, confirmedAt, packedAt, shippedAt, ...sent, deliveredAt, ...told })
}

function daysOnTheWay(
  luck: Chance,
  seller: EnterpriseStory | undefined,
  buyer: BuyerStory,
): number {
  const rows = (seller?.tariffs ?? []).map(({ destination, firstKg, nextKg, ...days }) => ({
    destination: destination as AreaCode,
    firstKg: firstKg as Amount,
    nextKg: nextKg as Amount,
    ...days,
  }))
  const row = tariffTo(rows, buyer.place.village as AreaCode)
  return row ? luck.between(row.daysFrom, row.daysTo) : 3
}

/** The order without what lies after `now`. */
function upTo(now: number, order: OrderStory): OrderStory {
  const past = Object.entries(order).filter(
    ([name, value]) => !name.endsWith('At') || (typeof value === 'number' && value <= now),
  )
  const kept = Object.fromEntries(past) as OrderStory
  if (kept.shippedAt !== undefined) return kept
  const { courier: _, trackingNumber: __, ...unsent } = kept
  return unsent
}

function told({ key, buyer, placedAt, orders }: Placed): Omit<PurchaseStory, 'ends'> {
  return { key, buyer: buyer.key, placedAt, orders }
}
