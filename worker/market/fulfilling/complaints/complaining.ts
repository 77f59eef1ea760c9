/** The steps of a complaint, each a step of its order. */
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { stockOf } from '#worker/market/fulfilling/cancellations/cancelling'
import { isPaidFor, refuseTooLate } from '#worker/market/fulfilling/orders/afterwards'
import { by as strikes, later } from '#worker/market/fulfilling/orders/clocks'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken, type By } from '#worker/market/fulfilling/orders/taking'
import * as life from '#worker/market/fulfilling/complaints/complaint'
import type {
  Author,
  Complaint,
  ComplaintKind,
  Decider,
  Outcome,
} from '#worker/market/fulfilling/complaints/complaint'
import * as messages from '#worker/market/fulfilling/complaints/messages'
import { piecesOf, type Pieces } from '#worker/market/fulfilling/refunds/back'
import { granting } from '#worker/market/fulfilling/refunds/granting'
import { piecesLeft, wholeBack, type RefundAsk } from '#worker/market/fulfilling/refunds/refunding'
import { withTimeLeft } from '#worker/market/fulfilling/returns/returning'
import { replacementMessage } from '#worker/market/fulfilling/shipments/messages'
import {
  packed,
  parcelOf,
  type Parcel,
  type Shipment,
} from '#worker/market/fulfilling/shipments/parcel'

export type Opened = {
  kind: ComplaintKind
  text: string
  /** Which parcel did not come. */
  parcel?: number | undefined
  /** Which refused return the operator shall look at. */
  returned?: number | undefined
}

export function complaintNamed({ papers }: Pick<Facts, 'papers'>, n: number): Complaint {
  return found(
    papers.complaints.find((one) => one.n === n),
    'complaint',
  )
}

/** Not before it is overdue, unless somebody says that it came. */
export function isMissable({ deliveredAt, arriveBy }: Parcel, now: number): boolean {
  return deliveredAt !== null || arriveBy <= now
}

export function opening(facts: Facts, { kind, text, parcel, returned }: Opened): Step {
  const { order, papers, told, at, ids } = facts
  refuseUnless(isPaidFor(order), 'illegal-transition', 'It is settled on its invoice.')
  const missing = kind === 'not-arrived' ? parcelMissing(facts, parcel) : null
  if (missing === null) refuseTooLate(facts)
  refuseUnless(order.disputes === 0, 'illegal-transition', 'Settle first what is open already.')
  refuseUnless(wholeBack(facts) !== null, 'nothing-due', 'All of its money has gone back already.')
  const refusedReturn = kind === 'return-refused' ? returnRefused(facts, returned) : null
  const made = { id: ids.paper, orderId: order.id, n: papers.complaints.length + 1, at }
  const about = { shipmentId: missing?.id ?? null, returnId: refusedReturn?.id ?? null }
  const one = life.open({ kind, text, ...about }, made)
  return taken(facts, {
    event: { type: 'complaint-opened', data: { n: one.n, kind, by: 'buyer' } },
    papers: { complaints: [one] },
    messages: [messages.openedMessage(order, told, one)],
  })
}

function parcelMissing(facts: Facts, n: number | undefined): Parcel {
  const { order, papers, at } = facts
  const overdue = papers.parcels.filter((one) => isMissable(one, at))
  const parcel = overdue.find((one) => n === undefined || one.n === n)
  if (!parcel) {
    throw new Refusal('illegal-transition', 'It is not overdue yet: wait until the day it is due.')
  }
  if (order.status !== 'shipped') refuseTooLate(facts)
  return parcel
}

function returnRefused({ papers }: Facts, n: number | undefined) {
  const refused = papers.returns.filter((one) => one.status === 'refused')
  const one = n === undefined ? refused.at(-1) : refused.find((each) => each.n === n)
  if (!one) throw new Refusal('illegal-transition', 'No return of this order was refused.')
  const before = papers.complaints.some(({ returnId }) => returnId === one.id)
  refuseUnless(!before, 'illegal-transition', 'The operator has looked at this return already.')
  return one
}

export function saying(facts: Facts, n: number, author: Author, body: string): Step {
  const { order, told, at } = facts
  const one = life.say(complaintNamed(facts, n), author, body, at)
  return taken(facts, {
    event: { type: 'complaint-message', data: { n, by: author } },
    papers: { complaints: [one] },
    messages: messages.saidMessages(order, told, one, author),
  })
}

export function askingOperator(facts: Facts, n: number, by: By): Step {
  const { order, told, at } = facts
  const one = life.mediate(complaintNamed(facts, n), at)
  return taken(facts, {
    event: { type: 'mediation-asked', data: { n, by } },
    papers: { complaints: [one] },
    messages: messages.mediationMessages(order, told),
  })
}

type Granted = { ask: RefundAsk; reason: string; by: Decider }

/** The money goes back: the seller gives in, the operator decides, or the clock does. */
export function repaying(facts: Facts, n: number, { ask, reason, by }: Granted): Step {
  const before = complaintNamed(facts, n)
  const decided = { decidedBy: by, decision: reason }
  return granting(facts, {
    ...{ ask, reason, by },
    kind: 'complaint',
    withShipping: true,
    unpaid: before.kind === 'not-arrived',
    event: 'complaint-refunded',
    data: { n },
    papers: ({ id }) => ({ complaints: [life.repay(before, id, decided, facts.at)] }),
  })
}

/** What a complaint is about, in pieces: its parcel, its return, or everything that is left. */
export function matterOf(facts: Facts, { shipmentId, returnId }: Complaint): RefundAsk {
  const { parcels, returns } = facts.papers
  const lines =
    parcels.find((one) => one.id === shipmentId)?.lines ??
    returns.find((one) => one.id === returnId)?.lines
  if (lines === undefined) return { whole: true }
  const left = piecesLeft(facts)
  const pieces = lines
    .map(({ n, quantity }) => ({ n, quantity: Math.min(quantity, piecesOf(left, n)) }))
    .filter((one) => one.quantity > 0)
  return pieces.length === 0 ? { whole: true } : { lines: pieces }
}

/** The seller gives in, whatever has been said so far. */
export function conceding(
  facts: Facts,
  n: number,
  { reason, ask }: { reason: string; ask?: RefundAsk | undefined },
): Step {
  const granted = ask ?? matterOf(facts, complaintNamed(facts, n))
  return repaying(facts, n, { ask: granted, reason, by: 'seller' })
}

export type Decision = { outcome: Outcome; reason: string; ask?: RefundAsk | undefined }

/** The operator has read both sides and decides, with reasons. */
export function deciding(facts: Facts, n: number, { outcome, reason, ask }: Decision): Step {
  const { order, told, at } = facts
  const before = complaintNamed(facts, n)
  const isHers = before.status === 'mediation'
  refuseUnless(isHers, 'illegal-transition', 'Nobody has asked the operator to decide this.')
  if (outcome === 'refund') {
    return repaying(facts, n, { ask: ask ?? matterOf(facts, before), reason, by: 'operator' })
  }
  const decided = { decidedBy: 'operator' as const, decision: reason }
  const one =
    outcome === 'replacement'
      ? life.orderReplacement(before, decided, at)
      : life.dismiss(before, decided, at)
  return taken(facts, {
    order: outcome === 'nothing' ? withTimeLeft(facts) : order,
    event: { type: 'complaint-decided', data: { n, outcome, reason, by: 'operator' } },
    papers: { complaints: [one] },
    messages: messages.decidedMessages(order, told, one),
  })
}

/** The pieces of what a complaint is about for which nobody has got money back. */
function owedPieces(facts: Facts, complaint: Complaint): Pieces[] {
  const matter = matterOf(facts, complaint)
  return 'lines' in matter ? [...matter.lines] : piecesLeft(facts)
}

/**
 * The replacement has left: it is a parcel of its own, taken from the shelf, and the order waits for
 * it. Where the shelf does not have it the database refuses, and the money goes back when its time is
 * over.
 */
export function replacing(facts: Facts, n: number, shipment: Shipment): Step {
  const { order, papers, told, at, ids, transitDays: days } = facts
  const before = complaintNamed(facts, n)
  const owed = before.status === 'replacing'
  refuseUnless(owed, 'illegal-transition', 'No replacement is owed for this complaint.')
  const inside = packed(owedPieces(facts, before), shipment.lines)
  const number = papers.parcels.length + 1
  const made = { id: ids.paper, orderId: order.id, n: number, at, days, complaintId: before.id }
  const parcel = parcelOf(shipment, inside, made)
  const { courier, trackingNumber } = parcel
  return taken(facts, {
    order: waitingFor(order, parcel),
    event: { type: 'replacement-sent', data: { n, courier, trackingNumber, by: 'seller' } },
    papers: { parcels: [parcel], complaints: [life.replace(before, at)] },
    messages: [replacementMessage(order, told, parcel)],
    stock: stockOf(facts, inside).map((one) => ({ ...one, by: -one.by })),
  })
}

function waitingFor(order: Order, { arriveBy }: Parcel): Order {
  if (order.completeAt === null) return order
  return { ...order, completeAt: later(order.completeAt, strikes('arrivalAnswer', arriveBy)) }
}

export function withdrawing(facts: Facts, n: number, by: By = 'buyer'): Step {
  const { order, told, at } = facts
  const one = life.withdraw(complaintNamed(facts, n), at)
  return taken(facts, {
    order: withTimeLeft(facts),
    event: { type: 'complaint-withdrawn', data: { n, by } },
    papers: { complaints: [one] },
    messages: messages.withdrawnMessages(order, told, by),
  })
}

const SILENT = 'Tidak ada jawaban pada waktunya'

/** What becomes of a complaint in which nobody has moved in time. */
export function lapsing(facts: Facts, n: number): Step {
  const one = complaintNamed(facts, n)
  const granted = { ask: matterOf(facts, one), reason: SILENT, by: 'clock' as const }
  if (one.status === 'open') {
    return one.kind === 'not-arrived'
      ? repaying(facts, n, granted)
      : askingOperator(facts, n, 'clock')
  }
  if (one.status === 'answered') return withdrawing(facts, n, 'clock')
  return repaying(facts, n, granted)
}
