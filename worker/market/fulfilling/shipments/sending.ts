/**
 * Parcels leave, are corrected, arrive. While something is left the order stays packed; with its last piece
 * it is shipped, and with its last parcel delivered. What should have arrived long ago is asked about.
 */
import { found, refuseUnless } from '#worker/kernel/refusal'
import { by as strikes, later } from '#worker/market/fulfilling/orders/clocks'
import { deliveredMessage } from '#worker/market/fulfilling/orders/messages'
import * as life from '#worker/market/fulfilling/orders/order'
import type { Order } from '#worker/market/fulfilling/orders/order'
import { papersAfter } from '#worker/market/fulfilling/orders/papers'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import * as messages from '#worker/market/fulfilling/shipments/messages'
import {
  arrived,
  corrected,
  leftToSend,
  packed,
  parcelOf,
  toAskAbout,
  type Correction,
  type Parcel,
  type Shipment,
} from '#worker/market/fulfilling/shipments/parcel'

const dataOf = ({ n, courier, trackingNumber }: Parcel) => ({ n, courier, trackingNumber })

export function shipping(facts: Facts, shipment: Shipment): Step {
  const { order, papers, lines, told, at, ids, transitDays } = facts
  life.refuseUnshippable(order)
  const inside = packed(leftToSend(lines, papers), shipment.lines)
  const n = papers.parcels.length + 1
  const made = { id: ids.paper, orderId: order.id, n, at, days: transitDays }
  const parcel = parcelOf(shipment, inside, made)
  const after = { parcels: [parcel] }
  const isLast = leftToSend(lines, papersAfter(papers, after)).length === 0
  const data = { ...dataOf(parcel), by: 'seller' }
  if (!isLast) {
    const said = [messages.parcelMessage(order, told, parcel)]
    return taken(facts, { event: { type: 'parcel-sent', data }, papers: after, messages: said })
  }
  return taken(facts, {
    order: shippedWith(facts, parcel),
    event: { type: 'shipped', data },
    papers: after,
    messages: [messages.shippedMessage(order, told, parcel)],
  })
}

/** Completion by the clock waits until the parcel is overdue and the buyer has been asked. */
export function shippedWith({ order, at, days }: Facts, parcel: Parcel): Order {
  const { courier, trackingNumber, arriveBy } = parcel
  const shipped = life.ship(order, { courier, trackingNumber }, at, days)
  const { completeAt } = shipped
  return completeAt === null
    ? shipped
    : { ...shipped, completeAt: later(completeAt, strikes('arrivalAnswer', arriveBy)) }
}

const parcelNamed = (parcels: readonly Parcel[], n: number) =>
  found(
    parcels.find((one) => one.n === n),
    'shipment',
  )

/** The number was written down wrongly; the order shows the last parcel's. */
export function correcting(facts: Facts, n: number, correction: Correction): Step {
  const { order, papers, told } = facts
  const parcel = corrected(parcelNamed(papers.parcels, n), correction)
  const { courier, trackingNumber } = parcel
  const shown = order.courier !== null && n === papers.parcels.length
  return taken(facts, {
    order: shown ? { ...order, courier, trackingNumber } : order,
    event: { type: 'tracking-corrected', data: { ...dataOf(parcel), by: 'seller' } },
    papers: { parcels: [parcel] },
    messages: [messages.correctedMessage(order, told, parcel)],
  })
}

/** One parcel has arrived, or, without a number, all that are on their way. */
export function delivering(facts: Facts, by: By = 'seller', n?: number): Step {
  const { order, papers, told, at, days } = facts
  const onTheWay = papers.parcels.filter((one) => one.deliveredAt === null)
  const there = n === undefined ? onTheWay : [parcelNamed(papers.parcels, n)]
  const parcels = there.map((one) => arrived(one, at))
  const all = papersAfter(papers, { parcels }).parcels
  const isWhole = all.every((one) => one.deliveredAt !== null)
  if (n === undefined || (isWhole && order.status === 'shipped')) {
    const after = life.deliver(order, at, days)
    const said = [deliveredMessage(after, told, days)]
    return taken(facts, {
      order: after,
      event: { type: 'delivered', data: { by } },
      papers: { parcels },
      messages: said,
    })
  }
  const data = { n, by }
  return taken(facts, { event: { type: 'parcel-arrived', data }, papers: { parcels } })
}

/** The clock asks the buyer whether what is overdue has come. */
export function askingWhether(facts: Facts): Step {
  const { order, papers, told, at } = facts
  const parcels = toAskAbout(papers.parcels, at).map((one) => ({ ...one, askedAt: at }))
  refuseUnless(parcels.length > 0, 'nothing-due', 'No parcel is overdue.')
  const { completeAt, status } = order
  const waits = status === 'shipped' && completeAt !== null
  return taken(facts, {
    order: waits
      ? { ...order, completeAt: later(completeAt, strikes('arrivalAnswer', at)) }
      : order,
    event: { type: 'arrival-asked', data: { by: 'clock', parcels: parcels.map((one) => one.n) } },
    papers: { parcels },
    messages: parcels.map((one) => messages.askedMessage(order, told, one)),
  })
}
