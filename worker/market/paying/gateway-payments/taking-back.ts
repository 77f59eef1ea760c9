/**
 * A gateway takes money back after it had been ours (a refund at the gateway, a chargeback, a reversal). What
 * has not been sent is cancelled and its goods return to stock; refunds that are due anyway are paid by
 * this; what is gone is the operator's loss, and her task.
 */
import { add, subtract, ZERO, type Amount } from '#worker/kernel/money'
import { cancelling, isUnsent } from '#worker/market/fulfilling/cancellations/cancelling'
import { isBeforeShipping } from '#worker/market/fulfilling/orders/order'
import { papersAfter } from '#worker/market/fulfilling/orders/papers'
import type { Facts, Step } from '#worker/market/fulfilling/orders/steps'
import { taken } from '#worker/market/fulfilling/orders/taking'
import { sent } from '#worker/market/fulfilling/refunds/refund'

type Given = {
  amount: Amount
  /** All that was received is gone. */
  isWhole: boolean
  orders: readonly Facts[]
  /** What of it still stands in suspense. */
  suspended: { id: string; rest: Amount } | null
  /** Of the gateway, under which the refunds were sent. */
  reference: string
}

export type TakenBack = {
  cancelled: readonly Step[]
  /** Refunds that were due: nobody is to send them again. */
  refunded: readonly Step[]
  due: readonly { orderId: string; amount: Amount }[]
  suspense: { id: string; amount: Amount } | null
  loss: Amount
}

const REASON = 'Pembayaran ditarik kembali oleh penyedia pembayaran.'

const mayCancel = (facts: Facts) =>
  facts.order.paid && isBeforeShipping(facts.order) && isUnsent(facts)

export function takeBack(given: Given): TakenBack {
  const { isWhole, suspended, reference } = given
  let rest = given.amount
  const fromSuspense = suspended && suspended.rest < rest ? suspended.rest : suspended ? rest : ZERO
  rest = subtract(rest, fromSuspense)
  const cancelled: Step[] = []
  const refunded: Step[] = []
  const due: { orderId: string; amount: Amount }[] = []
  for (const before of given.orders) {
    const step = isWhole && mayCancel(before) ? cancelling(before, REASON, 'operator') : null
    if (step) cancelled.push(step)
    const facts = step ? afterwards(before, step) : before
    const paid = refundsWithin(facts, rest)
    if (paid.amount === 0) continue
    rest = subtract(rest, paid.amount)
    due.push({ orderId: facts.order.id, amount: paid.amount })
    refunded.push(repaid(facts, paid.refunds, reference))
  }
  return {
    ...{ cancelled, refunded, due, loss: rest },
    suspense: suspended && fromSuspense > 0 ? { id: suspended.id, amount: fromSuspense } : null,
  }
}

const afterwards = (facts: Facts, { order, papers }: Step): Facts => ({
  ...facts,
  order,
  papers: papersAfter(facts.papers, papers),
})

/** Refunds of an order that the network owes, as many as this pays for in whole. */
function refundsWithin({ papers }: Facts, most: Amount) {
  let amount = ZERO
  const refunds = papers.refunds.filter((one) => {
    const isDue = one.status === 'due' && one.payer === 'network'
    if (!isDue || amount + one.amount > most) return false
    amount = add(amount, one.amount)
    return true
  })
  return { amount, refunds }
}

function repaid(facts: Facts, due: Facts['papers']['refunds'], reference: string): Step {
  const sentOn = facts.on
  const refunds = due.map((one) => sent(one, { reference, sentOn }, facts.on))
  const [event, ...also] = refunds.map(({ amount, code }) => ({
    type: 'refunded',
    data: { reference, sentOn, amount, code, by: 'operator' },
  }))
  return taken(facts, { event: event!, also, papers: { refunds } })
}
