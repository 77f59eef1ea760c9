// What a seller does with a paid order, when her buyer says that it came, and what becomes of the
// money of one that was called off. What nobody completes is left to the clock.

import { enterprises } from '#db/seed/network/enterprises'
import { operator } from '#db/seed/network/organizations'
import type { OrderStory } from '#db/seed/network/orders/story'
import { noteReview } from '#db/seed/runner/talk'
import type { Visitor } from '#db/seed/runner/visitor'
import { dayOf, keyOf, known, type World } from '#db/seed/runner/world'
import { USUAL_DAYS } from '#worker/market/fulfilling/orders/completion-days'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const RECENT = 45 * DAY
const SHOPS = new Map(enterprises.map((one) => [one.slug, one]))

type Part = {
  readonly lane: string
  readonly visitor: Visitor
  readonly order: OrderStory
  readonly id: string
  readonly code: string
}

export function noteOrder(world: World, part: Part): void {
  const { lane, visitor, order, id, code } = part
  const seller = world.member(keyOf(known(SHOPS, order.enterprise), 'staff'))
  const note = (who: Visitor, at: number | undefined, deed: string, body = {}) => {
    if (at === undefined) return
    world.agenda.note(lane, at, () => who.post(at, `/api/orders/${deed}`, body))
  }
  const { courier, trackingNumber, deliveredAt, shippedAt, receivedAt } = order
  note(seller, order.confirmedAt, `${id}/confirmation`)
  note(seller, order.packedAt, `${id}/packing`)
  if (order.delivery === 'courier') {
    note(seller, shippedAt, `${id}/shipment`, { courier, trackingNumber })
  }
  // Of late sellers say when a parcel came; before, they left it to the buyer where she did.
  const isTold = receivedAt === undefined || order.delivery === 'pickup'
  if (isTold || world.now - receivedAt < RECENT) note(seller, deliveredAt, `${id}/delivery`)
  if (deliveredAt !== undefined) noteDispute(world, part, receivedAt ?? deliveredAt)
  note(visitor, receivedAt, `${code}/completion`)
  if (receivedAt !== undefined) {
    const { enterprise } = order
    noteReview(world, { lane, visitor, enterprise, code, at: receivedAt })
  }
  if (receivedAt === undefined) noteCompletion(world, order)
  if (order.cancelledAt !== undefined) {
    const chair = world.member(keyOf(known(SHOPS, order.enterprise), 'chair'))
    note(chair, order.cancelledAt, `${id}/cancellation`, { reason: order.reason })
    noteRefund(world, part, order.cancelledAt + DAY)
  }
}

/** Who has been dissatisfied in the last days; the first goes to the operator, the second sends back. */
const disputed = new WeakMap<World, number>()

function noteDispute(world: World, { lane, visitor, order, id, code }: Part, at: number): void {
  const past = disputed.get(world) ?? 0
  const since = at + 20 * HOUR
  if (past > 1 || since > world.now || world.now - at > 6 * DAY) return
  disputed.set(world, past + 1)
  const seller = world.member(keyOf(known(SHOPS, order.enterprise), 'staff'))
  const say = (who: Visitor, after: number, deed: string, body: object = {}) =>
    world.agenda.note(lane, since + after, () =>
      who.post(since + after, `/api/orders/${deed}`, body),
    )
  if (past === 1) {
    const back = { kind: 'different', reason: 'Ukurannya lebih kecil daripada yang tertulis.' }
    say(visitor, 0, `${code}/returns`, { ...back, lines: [{ n: 1, quantity: 1 }] })
    return
  }
  const text = 'Sudutnya penyok waktu dibuka, padahal kardusnya utuh.'
  say(visitor, 0, `${code}/complaints`, { kind: 'damaged', text })
  const answer = 'Sebelum dikirim kami periksa dan masih baik; mungkin tertindih di jalan.'
  say(seller, HOUR, `${id}/complaints/1/messages`, { body: answer })
  say(visitor, 2 * HOUR, `${code}/complaints/1/mediation`)
}

/** The clock completes what nobody has. */
function noteCompletion({ agenda }: World, { delivery, shippedAt, deliveredAt }: OrderStory): void {
  const { afterDelivery, afterShipping } = USUAL_DAYS
  if (deliveredAt !== undefined) agenda.strikeAfter(deliveredAt + afterDelivery * DAY)
  else if (shippedAt !== undefined && delivery === 'courier') {
    agenda.strikeAfter(shippedAt + afterShipping * DAY)
  }
}

function noteRefund(world: World, { lane, id, code }: Part, at: number): void {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  world.agenda.note(lane, at, async () => {
    await treasurer.confirm(at)
    const refund = { reference: `Kembali ${code}`, sentOn: dayOf(at) }
    const { refunds } = await treasurer.get<{ refunds: { id: string }[] }>(at, `/api/orders/${id}`)
    for (const due of refunds) await treasurer.post(at, `/api/refunds/${due.id}/transfer`, refund)
  })
}
