// What becomes of a paid order of the large set, as far as it has come: each step is the
// application's own.

import { daysAfter, type Loading } from '#db/seed/large/loading'
import type { SellerRow } from '#db/seed/large/sellers'
import { instant, type Instant } from '#worker/kernel/calendar'
import { subtract, ZERO, type Amount } from '#worker/kernel/money'
import { USUAL_DAYS } from '#worker/market/fulfilling/orders/completion-days'
import type { Order } from '#worker/market/fulfilling/orders/order'
import { cancelling } from '#worker/market/fulfilling/cancellations/cancelling'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import { NO_PAPERS, papersAfter } from '#worker/market/fulfilling/orders/papers'
import * as steps from '#worker/market/fulfilling/orders/steps'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { recordingSent } from '#worker/market/fulfilling/refunds/sending'
import { delivering, shipping } from '#worker/market/fulfilling/shipments/sending'

const HOUR = 3_600_000

export type Completed = { enterpriseId: string; at: Instant; net: Amount }

type Sold = {
  order: Order
  lines: Facts['lines']
  told: Omit<Facts['told'], 'site'>
  seller: SellerRow
  book: string
  treasurerId: string
}

type Deed = { actorId: string; at: Instant; step: (facts: Facts) => Step }

/** What the seller earned, when it is completed. */
export async function fulfil(loading: Loading, sold: Sold): Promise<Completed | null> {
  let { order } = sold
  let papers = NO_PAPERS
  for (const { actorId, at, step } of courseOf(loading, sold)) {
    if (at > loading.now) break
    const { lines, book } = sold
    const told = { ...sold.told, site: { url: null } }
    const on = loading.dayOf(at)
    const purse = { payable: ZERO, receivable: ZERO, sponsors: [], discounts: [] }
    const ids = { paper: loading.newId(at), refund: loading.newId(at) }
    const surroundings = { told, lines, ...purse, transitDays: null, ids, book, at, on }
    const taken = { ...step({ order, papers, ...surroundings, days: USUAL_DAYS }), messages: [] }
    order = taken.order
    papers = papersAfter(papers, taken.papers)
    const recorded = { act: loading.actOf(actorId, at), newId: () => loading.newId(at) }
    await loading.add(recordSteps(loading.db, [taken], recorded))
  }
  const { enterpriseId, completedAt, total, commission } = order
  return completedAt && { enterpriseId, at: completedAt, net: subtract(total, commission) }
}

function courseOf(loading: Loading, { order, seller, treasurerId }: Sold): Deed[] {
  const { luck } = loading
  const by = (actorId: string, at: Instant, step: Deed['step']): Deed => ({ actorId, at, step })
  const { chairId } = seller
  const later = (at: number, hours: readonly [number, number]) =>
    instant(Math.round(at + (hours[0] + luck.next() * (hours[1] - hours[0])) * HOUR))
  const confirmedAt = later(order.paidAt ?? order.placedAt, [0.5, 14])
  if (luck.happens(0.015)) {
    const refundedAt = daysAfter(loading, confirmedAt, 1)
    const refund = { reference: `Kembali ${order.code}`, sentOn: loading.dayOf(refundedAt) }
    return [
      by(chairId, confirmedAt, (facts) => cancelling(facts, 'Bahan sedang habis.')),
      by(treasurerId, refundedAt, (facts) => {
        const id = facts.papers.refunds[0]?.id ?? ''
        return recordingSent(facts, id, refund, 'network')
      }),
    ]
  }
  const packedAt = later(confirmedAt, [1, 30])
  const shippedAt = later(packedAt, [1, 20])
  const picked = order.delivery === 'pickup'
  const deliveredAt = later(shippedAt, picked ? [2, 60] : [24, 150])
  const told = luck.happens(0.55)
  const completedAt = told
    ? later(deliveredAt, [1, 48])
    : instant(deliveredAt + USUAL_DAYS.afterDelivery * 24 * HOUR + HOUR)
  const completer = told ? 'guest' : 'job:complete-orders'
  const shipment = {
    courier: luck.pick(['JNE', 'J&T', 'SiCepat', 'POS']),
    trackingNumber: `0000${luck.between(10_000_000, 99_999_999)}`,
  }
  return [
    by(chairId, confirmedAt, steps.confirming),
    by(chairId, packedAt, steps.packing),
    ...(picked ? [] : [by(chairId, shippedAt, (facts) => shipping(facts, shipment))]),
    by(chairId, deliveredAt, delivering),
    by(completer, completedAt, (facts) => steps.completing(facts, told ? 'buyer' : 'clock')),
  ]
}
