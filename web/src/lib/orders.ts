/**
 * What pages say of an order: the moments of its life, past and to come, and its goods in a few words. The
 * way is another one for what is picked up, and ends where the order was cancelled or has expired.
 */
import type { Moment } from '#lib/components/Timeline.svelte'
import { m } from '#lib/paraglide/messages.js'
import type { Described } from '#worker/market/orders/answers'

export type Order = Described

type Said = Pick<Order, 'delivery'>

const WORDS: Readonly<Record<string, (order: Said) => string>> = {
  placed: m.orders_event_placed,
  paid: m.orders_event_paid,
  confirmed: m.orders_event_confirmed,
  packed: ({ delivery }) =>
    delivery === 'pickup' ? m.orders_event_ready() : m.orders_event_packed(),
  shipped: m.orders_event_shipped,
  delivered: ({ delivery }) =>
    delivery === 'pickup' ? m.orders_event_picked_up() : m.orders_event_delivered(),
  completed: m.orders_event_completed,
  cancelled: m.orders_event_cancelled,
  expired: m.orders_event_expired,
  refunded: m.orders_event_refunded,
}

const ENDS: ReadonlySet<string> = new Set(['completed', 'cancelled', 'expired'])
const WAY = {
  courier: ['paid', 'confirmed', 'packed', 'shipped', 'delivered', 'completed'],
  local: ['paid', 'confirmed', 'packed', 'shipped', 'delivered', 'completed'],
  pickup: ['paid', 'confirmed', 'packed', 'delivered', 'completed'],
} as const

export function momentsOf(order: Order): Moment[] {
  const past = order.timeline.map(({ type, at }) => ({
    title: WORDS[type]?.(order) ?? type,
    detail: detailOf(type, order),
    at,
    tone: type === 'cancelled' || type === 'expired' ? ('bad' as const) : ('good' as const),
  }))
  return [...past, ...ahead(order)]
}

function detailOf(type: string, { courier, trackingNumber, cancelReason }: Order): string | null {
  if (type === 'cancelled') return cancelReason
  if (type !== 'shipped' || courier === null) return null
  return trackingNumber === null
    ? courier
    : m.orders_event_by_courier({ courier, number: trackingNumber })
}

/** What is still to come: nothing skipped is announced again. */
function ahead(order: Order): Moment[] {
  if (ENDS.has(order.status)) return []
  const way: readonly string[] = WAY[order.delivery]
  const seen = new Set(order.timeline.map((one) => one.type))
  const reached = Math.max(-1, ...way.map((type, i) => (seen.has(type) ? i : -1)))
  return way.slice(reached + 1).map((type) => ({
    title: WORDS[type]?.(order) ?? type,
    ahead: true,
    ...(type === 'completed' && order.completeAt
      ? { at: order.completeAt, detail: m.orders_event_by_clock() }
      : {}),
  }))
}

/** `Tas anyaman dan 2 lainnya`. */
export function goodsInWords({ title, kinds }: { title: string; kinds: number }): string {
  return kinds > 1 ? m.orders_and_more({ title, count: kinds - 1 }) : title
}

/** The state a list shows: what is placed and paid waits for its seller, not for money. */
export function shownState({ status, paid }: { status: string; paid: boolean }): string {
  return status === 'placed' && paid ? 'paid' : status
}
