/**
 * What goes back when pieces of an order come back or are not delivered: to its buyer what she paid for them,
 * to each sponsor her share of it, and of the commission the part on them. Every line has running totals of
 * its own: so much for its first q pieces; what goes back now is the total for all that came back so far
 * less the total before. So parts never exceed the whole, whatever they are, and when
 * everything has come back they are exactly what was paid, sponsored and taken. Amounts are rupiah.
 */
import { add, allocate, portion, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { Payer } from '#worker/market/vouchers/voucher'

export type FrozenLine = {
  n: number
  quantity: number
  total: Amount
  tax: Amount
  commission: Amount
}

/** A row of `order_discounts`; `parts` by line, in the order of the lines. */
export type FrozenDiscount = {
  n: number
  voucherId: string
  kind: 'goods' | 'shipping'
  payer: Payer
  payerId: string
  amount: Amount
  parts: readonly Amount[]
}

export type FrozenOrder = {
  shipping: Amount
  lines: readonly FrozenLine[]
  discounts: readonly FrozenDiscount[]
}

/** How many pieces of each line have come back, by its n; and whether shipping is given back too. */
export type Returned = { pieces: Readonly<Record<number, number>>; shipping: boolean }

export const NOTHING_RETURNED: Returned = { pieces: {}, shipping: false }

export type SponsorBack = {
  n: number
  voucherId: string
  payer: Payer
  payerId: string
  amount: Amount
}

export type GivenBack = {
  /** To the buyer. */
  amount: Amount
  /** To those who bore part of a discount in the seller's place. */
  sponsors: readonly SponsorBack[]
  commission: Amount
  tax: Amount
}

/** What goes back when what has come back grows from `before` to `now`. */
export function backOf(
  order: FrozenOrder,
  now: Returned,
  before: Returned = NOTHING_RETURNED,
): GivenBack {
  refuseTooMany(order, now, before)
  const then = backSoFar(order, before)
  const all = backSoFar(order, now)
  return {
    amount: subtract(all.amount, then.amount),
    commission: subtract(all.commission, then.commission),
    tax: subtract(all.tax, then.tax),
    sponsors: all.sponsors
      .map((one, i) => ({ ...one, amount: subtract(one.amount, then.sponsors[i]!.amount) }))
      .filter((one) => one.amount > 0),
  }
}

function refuseTooMany({ lines }: FrozenOrder, now: Returned, before: Returned): void {
  for (const { n, quantity } of lines) {
    const [was = 0, is = 0] = [before.pieces[n], now.pieces[n]]
    refuseUnless(
      was <= is && is <= quantity,
      'outside-limits',
      'More would come back than was bought.',
    )
  }
  const lost = before.shipping && !now.shipping
  refuseUnless(!lost, 'outside-limits', 'The shipping has been given back already.')
}

/** In whole; sponsors in the order of the discounts, those of nothing among them. */
function backSoFar(order: FrozenOrder, returned: Returned): GivenBack {
  const { lines, discounts, shipping } = order
  const goods = lines.map((line, at) => {
    const pieces = returned.pieces[line.n] ?? 0
    const given = discounts.map((one) => (one.kind === 'goods' ? (one.parts[at] ?? ZERO) : ZERO))
    const [paid = ZERO, ...off] = forPieces(line, given, pieces)
    const of = (whole: Amount) => portion(whole, pieces, line.quantity)
    return { paid, off, commission: of(line.commission), tax: of(line.tax) }
  })
  const offShipping = sum(discounts.map((one) => (one.kind === 'shipping' ? one.amount : ZERO)))
  const goodsPaid = sum(goods.map((one) => one.paid))
  return {
    amount: returned.shipping ? add(goodsPaid, subtract(shipping, offShipping)) : goodsPaid,
    commission: sum(goods.map((one) => one.commission)),
    tax: sum(goods.map((one) => one.tax)),
    sponsors: discounts
      .map(({ n, voucherId, payer, payerId, kind, amount }, i) => {
        const offGoods = sum(goods.map((one) => one.off[i]!))
        const isBack = kind === 'shipping' && returned.shipping
        return { n, voucherId, payer, payerId, amount: isBack ? amount : offGoods }
      })
      .filter((one) => one.payer !== 'seller'),
  }
}

/**
 * Of the first pieces of a line: what the buyer paid, and what each discount took off. A piece at a time is
 * divided by what is left of each, so every share only grows and with the last piece nothing remains.
 */
function forPieces(
  { total, quantity }: FrozenLine,
  discounts: readonly Amount[],
  pieces: number,
): Amount[] {
  const left = [subtract(total, sum(discounts)), ...discounts]
  const taken = left.map(() => ZERO)
  const price = portion(total, 1, quantity)
  for (let piece = 0; piece < pieces && price > 0; piece += 1) {
    allocate(price, left).forEach((part, i) => {
      taken[i] = add(taken[i]!, part)
      left[i] = subtract(left[i]!, part)
    })
  }
  return taken
}
