/** An order of a simulation, and what the clock does with one in which nobody has moved in time. */
import { clock } from '#test/support/client'
import { DAY, type Market } from '#test/support/orders'

export type Shelf = Omit<Market, 'operator'> & { stock: number; owed: number }
export type Order = {
  id: string
  code: string
  shelf: Shelf
  quantity: number
  delivery: 'courier' | 'pickup'
  total: number
  toSeller: number
  status: string
  completeAt: number
  /** When it should have left, and when that was said; when it should have come, until that was asked. */
  shipBy: number
  lateToldAt: number
  arriveBy: number
  refunded: boolean
}
const NEVER = Number.POSITIVE_INFINITY
export const NOT_YET = { completeAt: NEVER, shipBy: NEVER, lateToldAt: NEVER, arriveBy: NEVER }

export const days = (n: number) => clock.now + n * DAY

/** In the order of the jobs. */
export function clockStrikes(order: Order): void {
  if (UNSENT.has(order.status)) late(order)
  if (order.status === 'shipped' && order.arriveBy <= clock.now) asked(order)
  if (order.completeAt <= clock.now) completed(order)
}

const UNSENT: ReadonlySet<string> = new Set(['placed', 'confirmed', 'packed'])

/** Said once, and ended some days after that; what waits to be picked up waits longer. */
function late(order: Order): void {
  const patience = order.delivery === 'pickup' && order.status === 'packed' ? 14 : 4
  if (order.lateToldAt + patience * DAY <= clock.now) cancelled(order)
  else if (order.lateToldAt === NEVER && order.shipBy <= clock.now) order.lateToldAt = clock.now
}

function asked(order: Order): void {
  order.arriveBy = NEVER
  order.completeAt = Math.max(order.completeAt, days(3))
}

export function cancelled(order: Order): void {
  order.status = 'cancelled'
  order.shelf.stock += order.quantity
}

export function completed(order: Order): void {
  order.status = 'completed'
  order.completeAt = NEVER
  order.shelf.owed += order.toSeller
}
