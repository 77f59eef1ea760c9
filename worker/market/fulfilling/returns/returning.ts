/** The steps of a return, each a step of its order: who takes it, what the order, stock and money do. */
import { found, refuseUnless } from '#worker/kernel/refusal'
import { stockOf } from '#worker/market/fulfilling/cancellations/cancelling'
import { refuseTooLate } from '#worker/market/fulfilling/orders/afterwards'
import { by as strikes, later } from '#worker/market/fulfilling/orders/clocks'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import { piecesOf, type Pieces } from '#worker/market/fulfilling/refunds/back'
import { granting } from '#worker/market/fulfilling/refunds/granting'
import { piecesLeft } from '#worker/market/fulfilling/refunds/refunding'
import * as messages from '#worker/market/fulfilling/returns/messages'
import * as life from '#worker/market/fulfilling/returns/return'
import type { Return, ReturnKind, Side } from '#worker/market/fulfilling/returns/return'
import { sentOf } from '#worker/market/fulfilling/shipments/parcel'

/** What has come, or was picked up, and was not given back. */
export function returnable({ order, lines, papers }: Pick<Facts, 'order' | 'lines' | 'papers'>) {
  const left = piecesLeft({ lines, papers })
  if (order.delivery === 'pickup') return left
  return left
    .map(({ n, quantity }) => ({ n, quantity: Math.min(quantity, sentOf(papers.parcels, n)) }))
    .filter((one) => one.quantity > 0)
}

export function returnNamed({ papers }: Pick<Facts, 'papers'>, n: number): Return {
  return found(
    papers.returns.find((one) => one.n === n),
    'return',
  )
}

type Asked = { kind: ReturnKind; reason: string; lines: readonly Pieces[] }

export function asking(facts: Facts, asked: Asked): Step {
  const { order, papers, told, at, ids } = facts
  refuseTooLate(facts)
  refuseUnless(order.disputes === 0, 'illegal-transition', 'Settle first what is open already.')
  const named = [...new Set(asked.lines.map((one) => one.n))]
  const lines = named.map((n) => ({ n, quantity: piecesOf(asked.lines, n) }))
  const made = { id: ids.paper, orderId: order.id, n: papers.returns.length + 1, at }
  const one = life.ask({ ...asked, lines }, returnable(facts), made)
  return taken(facts, {
    event: { type: 'return-asked', data: { n: one.n, reason: asked.reason, by: 'buyer' } },
    papers: { returns: [one] },
    messages: [messages.askedMessage(order, told, one)],
  })
}

export type ReturnAnswer =
  | { accepted: true; shippingBy?: Side | undefined; answer: string | null }
  | { accepted: false; answer: string }

export function answering(facts: Facts, n: number, given: ReturnAnswer, by: By = 'seller'): Step {
  const { order, told, at } = facts
  const before = returnNamed(facts, n)
  if (given.accepted) {
    const { shippingBy, answer } = given
    const one = life.accept(before, { ...(shippingBy ? { shippingBy } : {}), answer }, at)
    return taken(facts, {
      event: { type: 'return-accepted', data: { n, by, shippingBy: one.shippingBy } },
      papers: { returns: [one] },
      messages: messages.acceptedMessages(order, told, one, by),
    })
  }
  const one = life.refuse(before, given.answer, at)
  return taken(facts, {
    order: withTimeLeft(facts),
    event: { type: 'return-refused', data: { n, by, reason: given.answer } },
    papers: { returns: [one] },
    messages: [messages.refusedMessage(order, told, one)],
  })
}

/** After a dispute without money the order does not complete before she could think again. */
export function withTimeLeft({ order, at }: Pick<Facts, 'order' | 'at'>): Order {
  if (order.completeAt === null) return order
  return { ...order, completeAt: later(order.completeAt, strikes('reconsidering', at)) }
}

export function sendingBack(
  facts: Facts,
  n: number,
  given: { courier: string; trackingNumber: string | null },
): Step {
  const { order, told, at } = facts
  const one = life.sendBack(returnNamed(facts, n), given, at)
  return taken(facts, {
    event: { type: 'return-sent', data: { n, ...given, by: 'buyer' } },
    papers: { returns: [one] },
    messages: [messages.sentBackMessage(order, told, one)],
  })
}

/** The seller has it back, and puts it on the shelf again if it is as it was. */
export function receiving(facts: Facts, n: number, restock: boolean, by: By = 'seller'): Step {
  const { order, told, at } = facts
  const one = life.receive(returnNamed(facts, n), restock, at)
  return taken(facts, {
    event: { type: 'return-received', data: { n, by, restock } },
    papers: { returns: [one] },
    messages: [messages.receivedMessage(order, told, one)],
    stock: restock ? stockOf(facts, one.lines) : [],
  })
}

export function repaying(facts: Facts, n: number, by: By = 'seller'): Step {
  const before = returnNamed(facts, n)
  refuseUnless(before.status === 'received', 'illegal-transition', 'It has not come back yet.')
  return granting(facts, {
    ask: { lines: before.lines },
    kind: 'return',
    reason: `Retur ke-${n}`,
    by,
    withShipping: before.kind !== 'unwanted',
    event: 'return-refunded',
    data: { n },
    papers: ({ id }) => ({ returns: [life.repay(before, id, facts.at)] }),
  })
}

export function withdrawing(facts: Facts, n: number, by: By = 'buyer'): Step {
  const { order, told, at } = facts
  const one = life.withdraw(returnNamed(facts, n), at)
  return taken(facts, {
    order: withTimeLeft(facts),
    event: { type: 'return-withdrawn', data: { n, by } },
    papers: { returns: [one] },
    messages: [messages.withdrawnMessage(order, told, one)],
  })
}

/** What becomes of a return in which nobody has moved in time. */
export function lapsing(facts: Facts, n: number): Step {
  const one = returnNamed(facts, n)
  if (one.status === 'asked') return answering(facts, n, { accepted: true, answer: null }, 'clock')
  if (one.status === 'received') return repaying(facts, n, 'clock')
  if (one.sentBackAt === null) return withdrawing(facts, n, 'clock')
  return receiving(facts, n, false, 'clock')
}
