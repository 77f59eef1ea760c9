/**
 * Matching: the operator's treasurer found a transfer on the bank statement and says which purchase it
 * pays. The amount must be the total to the rupiah; anything else is kept as unmatched money (suspense)
 * until it is known what it was. A proof uploaded by the buyer never settles anything by itself.
 */
import { sentence } from '#worker/kernel/sentence'
import { instant, type Instant, type LocalDate } from '#worker/kernel/calendar'
import { subtract, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { transition } from '#worker/kernel/transitions'
import {
  PURCHASE_TRANSITIONS,
  type OrderOf,
  type Purchase,
} from '#worker/market/buying/purchases/purchase'

const DAY = 24 * 60 * 60 * 1000
/** How long a seller has to send what is paid. */
export const SHIP_WITHIN_MS = 3 * DAY

/** What stands on the bank statement. */
export type Received = { amount: Amount; receivedOn: LocalDate; reference: string }

export type PaidOrder = OrderOf & { paidAt: Instant; shipBy: Instant }

export type Settled<Order extends OrderOf = OrderOf> = {
  purchase: Purchase
  orders: readonly (Order & PaidOrder)[]
}

type Day = { now: Instant; today: LocalDate; placedOn: LocalDate }

export function settle<Order extends OrderOf>(
  given: { purchase: Purchase; orders: readonly Order[] },
  received: Received,
  day: Day,
): Settled<Order> {
  const { purchase, orders } = given
  refuseLapsed(purchase)
  if (purchase.method === 'cod') {
    throw new Refusal('illegal-transition', 'It is paid at the door. Book it as unmatched.')
  }
  const status = transition(PURCHASE_TRANSITIONS, purchase.status, 'settled')
  refuseOtherAmount(purchase, received.amount)
  refuseDay(received.receivedOn, day)
  const [paidAt, shipBy] = [day.now, instant(day.now + SHIP_WITHIN_MS)]
  return {
    purchase: { ...purchase, status, settledAt: day.now, version: purchase.version + 1 },
    orders: orders.map((order) => {
      if (order.status !== 'placed') {
        throw new Refusal('illegal-transition', `Order ${order.code} is ${order.status}.`)
      }
      return { ...order, version: order.version + 1, paidAt, shipBy }
    }),
  }
}

function refuseLapsed({ code, status, total }: Purchase): void {
  if (status !== 'expired' && status !== 'cancelled') return
  const detail = `Purchase ${code} is ${status} and its goods are given back. Book it as unmatched.`
  throw new Refusal('payment-expired', detail, { facts: { code, status, total } })
}

function refuseOtherAmount({ total }: Purchase, amount: Amount): void {
  if (amount === total) return
  throw new Refusal('amount-mismatch', 'Not the total of this purchase. Book it as unmatched.', {
    facts: { total, amount, difference: subtract(amount, total) },
  })
}

function refuseDay(receivedOn: LocalDate, { today, placedOn }: Day): void {
  if (receivedOn <= today && receivedOn >= placedOn) return
  const detail = `From the day of the purchase, ${placedOn}, to today.`
  const words = sentence(`Dari hari belanja, ${placedOn}, sampai hari ini.`, detail)
  throw new Refusal('malformed', detail, { errors: [{ pointer: '/receivedOn', detail: words }] })
}

export function refuseFuture(receivedOn: LocalDate, today: LocalDate): void {
  if (receivedOn <= today) return
  const words = sentence('Hari ini belum tiba.', 'Not before it has come.')
  throw new Refusal('malformed', words.en, { errors: [{ pointer: '/receivedOn', detail: words }] })
}

/** What goes back leaves after it came, and not before today is over. */
export function refuseReturn(
  returnedOn: LocalDate,
  { today, since }: { today: LocalDate; since: LocalDate },
): void {
  if (returnedOn <= today && returnedOn >= since) return
  const words = sentence(`Dari ${since} sampai hari ini.`, `From ${since} to today.`)
  throw new Refusal('malformed', words.en, { errors: [{ pointer: '/returnedOn', detail: words }] })
}
