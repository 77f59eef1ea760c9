/**
 * What pages say of an order: the moments of its life, past and to come, and its goods in a few words. The
 * way is another one for what is picked up, and ends where the order was cancelled or has expired.
 */
import type { Moment } from '#lib/components/Timeline.svelte'
import { money } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Described } from '#worker/market/fulfilling/orders/answers'

export type Order = Described

type Happened = Order['timeline'][number]
type Said = { delivery: Order['delivery']; n: number }

const WORDS: Readonly<Record<string, (said: Said) => string>> = {
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
  'parcel-sent': m.returns_event_parcel_sent,
  'parcel-arrived': m.returns_event_parcel_arrived,
  'tracking-corrected': m.returns_event_tracking_corrected,
  'arrival-asked': m.returns_event_arrival_asked,
  'cancellation-asked': m.returns_event_cancellation_asked,
  'cancellation-refused': m.returns_event_cancellation_refused,
  late: m.returns_event_late,
  'lines-refunded': m.returns_event_lines_refunded,
  'return-asked': m.returns_event_return_asked,
  'return-accepted': m.returns_event_return_accepted,
  'return-refused': m.returns_event_return_refused,
  'return-sent': m.returns_event_return_sent,
  'return-received': m.returns_event_return_received,
  'return-refunded': m.returns_event_return_refunded,
  'return-withdrawn': m.returns_event_return_withdrawn,
  'complaint-opened': m.returns_event_complaint_opened,
  'complaint-message': m.returns_event_complaint_message,
  'mediation-asked': m.returns_event_mediation_asked,
  'complaint-refunded': m.returns_event_complaint_refunded,
  'complaint-decided': m.returns_event_complaint_decided,
  'replacement-sent': m.returns_event_replacement_sent,
  'complaint-withdrawn': m.returns_event_complaint_withdrawn,
}

const BY = {
  buyer: m.returns_by_buyer,
  seller: m.returns_by_seller,
  operator: m.returns_by_operator,
  clock: m.returns_by_clock,
} as const

const TONES: Readonly<Record<string, Moment['tone']>> = {
  cancelled: 'bad',
  expired: 'bad',
  late: 'bad',
  'cancellation-asked': 'warn',
  'cancellation-refused': 'warn',
  'arrival-asked': 'warn',
  'lines-refunded': 'warn',
  'return-asked': 'warn',
  'return-refused': 'bad',
  'complaint-opened': 'bad',
  'mediation-asked': 'warn',
  'complaint-message': 'info',
  'complaint-decided': 'info',
}

const ENDS: ReadonlySet<string> = new Set(['completed', 'cancelled', 'expired'])
const WAY = {
  courier: ['paid', 'confirmed', 'packed', 'shipped', 'delivered', 'completed'],
  local: ['paid', 'confirmed', 'packed', 'shipped', 'delivered', 'completed'],
  pickup: ['paid', 'confirmed', 'packed', 'delivered', 'completed'],
} as const

export function momentsOf(order: Order): Moment[] {
  const past = order.timeline.map((one) => ({
    title: WORDS[one.type]?.({ delivery: order.delivery, n: one.about.n ?? 1 }) ?? one.type,
    detail: detailOf(one),
    at: one.at,
    tone: TONES[one.type] ?? ('good' as const),
  }))
  return [...past, ...ahead(order)]
}

/** Who did it, why, by which courier, how much. */
function detailOf({ by, about }: Happened): string {
  const { courier, trackingNumber, reason, amount } = about
  const way = courier
    ? [trackingNumber ? m.orders_event_by_courier({ courier, number: trackingNumber }) : courier]
    : []
  return [
    BY[by](),
    ...way,
    ...(amount === undefined ? [] : [money(amount)]),
    ...(reason ? [reason] : []),
  ].join(' · ')
}

/** What is still to come: nothing skipped is announced again. */
function ahead(order: Order): Moment[] {
  if (ENDS.has(order.status)) return []
  const way: readonly string[] = WAY[order.delivery].filter(
    (type) => type !== 'paid' || order.terms === 'prepaid',
  )
  const seen = new Set(order.timeline.map((one) => one.type))
  const reached = Math.max(-1, ...way.map((type, i) => (seen.has(type) ? i : -1)))
  return way.slice(reached + 1).map((type) => ({
    title: WORDS[type]?.({ delivery: order.delivery, n: 1 }) ?? type,
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

/** A line of an order by its number, in words: `Tas anyaman, cokelat`. */
export function lineInWords(order: Order, n: number): string {
  const line = order.lines.find((one) => one.n === n)
  if (!line) return ''
  return line.variantName ? `${line.title}, ${line.variantName}` : line.title
}

/** Pieces in words: `2 × Tas anyaman; 1 × Topi`. */
export function piecesInWords(
  order: Order,
  pieces: readonly { n: number; quantity: number }[],
): string {
  return pieces.map((one) => `${one.quantity} × ${lineInWords(order, one.n)}`).join('; ')
}
