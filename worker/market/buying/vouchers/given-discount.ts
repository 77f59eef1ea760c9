/**
 * A discount as an order has it, frozen when it was placed: who bears it, what it is worth, its share of each
 * line, and how much of it has gone back. Who bears one in the seller's place is a sponsor: what she bears is
 * paid together with the buyer's money and goes back with it.
 */
import { amount, type Amount } from '#worker/kernel/money'
import type { Payer } from '#worker/market/buying/vouchers/voucher'

export type GivenDiscount = {
  n: number
  voucherId: string
  kind: 'goods' | 'shipping'
  payer: Payer
  payerId: string
  amount: Amount
  label: string
  /** By line, in the order of the lines; empty for shipping. */
  parts: readonly Amount[]
  back: Amount
}

export type Sponsored = { payer: 'operator' | 'partner'; voucherId: string; amount: Amount }

/** What sponsors bear of it still, less what went back to them. */
export function sponsorsOf(discounts: readonly GivenDiscount[]): Sponsored[] {
  return discounts.flatMap(({ payer, voucherId, amount: whole, back }) => {
    const left = amount(whole - back)
    return payer === 'seller' || left === 0 ? [] : [{ payer, voucherId, amount: left }]
  })
}

/** As a buyer and a seller are shown it. */
export function shownDiscounts(discounts: readonly GivenDiscount[]) {
  return discounts.map(({ kind, payer, label, amount: worth }) => ({
    ...{ kind, payer, label },
    amount: worth,
  }))
}
