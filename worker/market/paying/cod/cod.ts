/**
 * Cash on delivery (COD): the buyer pays the courier or the seller when the goods arrive. Each seller says
 * whether she offers it, up to how much, and where. The cash is never the network's: it is owed its
 * commission when the order completes, and nothing before.
 */
import { amount, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { stockOf } from '#worker/market/fulfilling/cancellations/cancelling'
import { undo } from '#worker/market/fulfilling/orders/order'
import { taken } from '#worker/market/fulfilling/orders/taking'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { refusedAtDoorMessage } from '#worker/market/fulfilling/orders/messages'
import { sentOf } from '#worker/market/fulfilling/shipments/parcel'

export type CodTerms = {
  enterpriseId: string
  offered: boolean
  /** The dearest order that she takes. */
  most: Amount
  /** Codes of provinces and regencies; none is anywhere she sends to. */
  areas: readonly string[]
  version: number
}

export const USUAL_MOST = amount(1_000_000)
/** Orders to be paid at the door that one buyer may have on their way at once. */
export const MOST_OPEN_COD = 3

/** A seller who has said nothing offers none. */
export const noCod = (enterpriseId: string): CodTerms => ({
  ...{ enterpriseId, offered: false, most: USUAL_MOST, areas: [], version: 0 },
})

type Part = { enterpriseId: string; total: Amount }

/** Why these orders cannot be paid at the door; nothing when they can. */
export function codFault(
  parts: readonly Part[],
  terms: readonly CodTerms[],
  areaCode: string,
): Sentence | null {
  for (const { enterpriseId, total } of parts) {
    const hers = terms.find((one) => one.enterpriseId === enterpriseId)
    if (!hers?.offered) {
      return sentence(
        'Tidak semua penjual di keranjang ini menerima bayar di tempat.',
        'Not every seller of this basket takes cash on delivery.',
      )
    }
    if (total > hers.most) {
      return sentence(
        'Terlalu besar untuk dibayar di tempat.',
        'This is too much to be paid on delivery.',
      )
    }
    const reaches = hers.areas.length === 0 || hers.areas.some((area) => isWithin(areaCode, area))
    if (areaCode !== '' && !reaches) {
      return sentence(
        'Penjual tidak menerima bayar di tempat di daerah itu.',
        'The seller does not take cash on delivery in that area.',
      )
    }
  }
  return null
}

const isWithin = (code: string, area: string) => code === area || code.startsWith(`${area}.`)

/**
 * The buyer would not take it at the door: it comes back, nobody pays, and what was in it returns to stock;
 * what was given up before it left is not there.
 */
export function refusingAtDoor(facts: Facts, reason: string): Step {
  const { order, papers, told, lines, at } = facts
  const isOnItsWay = order.terms === 'cod' && order.status === 'shipped'
  refuseUnless(
    isOnItsWay,
    'illegal-transition',
    'Only a parcel that is on its way and paid at the door can be refused there.',
  )
  refuseUnless(order.disputes === 0, 'illegal-transition', 'Settle first what is open about it.')
  const sent = lines.map(({ n }) => ({ n, quantity: sentOf(papers.parcels, n) }))
  return taken(facts, {
    order: undo(order, at),
    event: { type: 'cancelled', data: { reason, by: 'seller', atDoor: true } },
    messages: [refusedAtDoorMessage(order, told, reason)],
    stock: stockOf(
      facts,
      sent.filter((one) => one.quantity > 0),
    ),
  })
}
