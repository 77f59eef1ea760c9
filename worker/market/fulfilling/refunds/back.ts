/**
 * What goes back when part of an order is undone. Each line gives back its own share and nobody else's: the
 * price less the discount that line had, what a sponsor put in, the commission that was taken on it; by
 * pieces, as differences of rounded running totals, so that the pieces of a line sum to the line exactly and
 * no discount moves to what stays. Shipping goes back whole or not at all. A plain amount takes the same
 * part of all three. Nothing ever exceeds what is left of the order, and the last refund takes all of it.
 */
import { add, portion, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'

/** What a refund gives back: to the buyer, to sponsors, and of the commission. */
export type Back = { amount: Amount; sponsored: Amount; commission: Amount }

/** A line of an order as it was paid for. */
export type PaidLine = {
  n: number
  quantity: number
  total: Amount
  discount: Amount
  sponsored: Amount
  commission: Amount
}

export type PaidOrder = {
  total: Amount
  shipping: Amount
  discount: Amount
  sponsored: Amount
  commission: Amount
  refunded: Amount
  sponsoredBack: Amount
  commissionBack: Amount
}

/** So many pieces of a line. */
export type Pieces = { n: number; quantity: number }

export const NOTHING: Back = { amount: ZERO, sponsored: ZERO, commission: ZERO }

const plus = (a: Back, b: Back): Back => ({
  amount: add(a.amount, b.amount),
  sponsored: add(a.sponsored, b.sponsored),
  commission: add(a.commission, b.commission),
})

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)

const within = (a: Back, limit: Back): Back => ({
  amount: least(a.amount, limit.amount),
  sponsored: least(a.sponsored, limit.sponsored),
  commission: least(a.commission, limit.commission),
})

/** What of an order has not been given back yet. */
export function remainingOf(order: PaidOrder): Back {
  return {
    amount: subtract(order.total, order.refunded),
    sponsored: subtract(order.sponsored, order.sponsoredBack),
    commission: subtract(order.commission, order.commissionBack),
  }
}

/** How many pieces of a line these name. */
export function piecesOf(all: readonly Pieces[], n: number): number {
  return all.reduce((count, one) => count + (one.n === n ? one.quantity : 0), 0)
}

/** The share of the next `quantity` pieces of a line of which `already` have been given back. */
export function backOfPieces(line: PaidLine, already: number, quantity: number): Back {
  const part = (whole: Amount) =>
    subtract(
      portion(whole, already + quantity, line.quantity),
      portion(whole, already, line.quantity),
    )
  return {
    amount: part(subtract(line.total, line.discount)),
    sponsored: part(line.sponsored),
    commission: part(line.commission),
  }
}

/** The shipping of an order less what was taken off it; there is no commission on it. */
export function backOfShipping(order: PaidOrder, lines: readonly PaidLine[]): Back {
  const onGoods = sum(lines.map((line) => line.discount))
  const sponsoredGoods = sum(lines.map((line) => line.sponsored))
  return {
    amount: subtract(order.shipping, subtract(order.discount, onGoods)),
    sponsored: subtract(order.sponsored, sponsoredGoods),
    commission: ZERO,
  }
}

type Given = {
  order: PaidOrder
  lines: readonly PaidLine[]
  /** Pieces that were given back before. */
  before: readonly Pieces[]
}

/** Refuses pieces that the order does not have, or that went back before. */
export function refuseUnknownPieces(
  { lines, before }: Omit<Given, 'order'>,
  asked: readonly Pieces[],
) {
  refuseUnless(asked.length > 0, 'nothing-due', 'Name at least one line.')
  for (const { n } of asked) {
    const line = lines.find((one) => one.n === n)
    const left = line ? line.quantity - piecesOf(before, n) : 0
    if (piecesOf(asked, n) > left) {
      throw new Refusal('outside-limits', `Of line ${n} there are ${left} left.`, {
        facts: { line: n, left },
      })
    }
  }
}

export type LineBack = Pieces & { amount: Amount }

/** What pieces of an order give back, and its shipping where that was not had either. */
export function backOf(
  given: Given,
  asked: readonly Pieces[],
  withShipping: boolean,
): { back: Back; lines: LineBack[] } {
  const { order, lines, before } = given
  refuseUnknownPieces(given, asked)
  const shares = asked.map(({ n, quantity }) => {
    const line = lines.find((one) => one.n === n)!
    return { n, quantity, share: backOfPieces(line, piecesOf(before, n), quantity) }
  })
  const goods = shares.reduce((all, { share }) => plus(all, share), NOTHING)
  const wanted = withShipping ? plus(goods, backOfShipping(order, lines)) : goods
  const left = remainingOf(order)
  const isLast = wanted.amount >= left.amount && wanted.sponsored >= left.sponsored
  return {
    back: isLast ? left : within(wanted, left),
    lines: shares.map(({ n, quantity, share }) => ({ n, quantity, amount: share.amount })),
  }
}

/** A plain amount of what is left, with the same part of what sponsors gave and of the commission. */
export function backOfAmount(order: PaidOrder, amount: Amount): Back {
  const left = remainingOf(order)
  if (amount > left.amount) {
    throw new Refusal('outside-limits', `At most ${left.amount} can be given back.`, {
      facts: { left: left.amount },
    })
  }
  if (amount === left.amount) return left
  return {
    amount,
    sponsored: portion(left.sponsored, amount, left.amount),
    commission: portion(left.commission, amount, left.amount),
  }
}

/** The order with this given back. */
export function givenBack<Order extends PaidOrder>(order: Order, back: Back): Order {
  return {
    ...order,
    refunded: add(order.refunded, back.amount),
    sponsoredBack: add(order.sponsoredBack, back.sponsored),
    commissionBack: add(order.commissionBack, back.commission),
  }
}

/** Whether nothing of an order's money is left with it. */
export function isWholeBack(order: PaidOrder): boolean {
  const left = remainingOf(order)
  return left.amount === 0 && left.sponsored === 0
}
