/**
 * What goes back to each sponsor of an order with a refund. Pieces give back what each sponsor had put into
 * their line, as differences of shares of the running total, so that nobody bears what another gave; what
 * goes back otherwise (a plain amount, shipping, the rest) is shared by what each bears still. The shares
 * are the whole, to the rupiah, and none exceeds what its sponsor bears.
 */
import { add, portion, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import type { Sponsor } from '#worker/ledger/posting-rules/sales'
import { piecesOf, type PaidLine, type Pieces } from '#worker/market/fulfilling/refunds/back'
import type { GivenDiscount } from '#worker/market/buying/vouchers/given-discount'

export type SponsorBack = Sponsor & { n: number }

type Given = {
  lines: readonly Pick<PaidLine, 'n' | 'quantity' | 'sponsored'>[]
  discounts: readonly GivenDiscount[]
  /** Pieces that were given back before. */
  before: readonly Pieces[]
}

/** `sponsored` in all, with these pieces. */
export function sponsorsBackOf(
  { lines, discounts, before }: Given,
  sponsored: Amount,
  pieces: readonly Pieces[],
): SponsorBack[] {
  const sponsors = discounts.filter((one) => one.payer !== 'seller')
  const borne = sponsors.map((one) => subtract(one.amount, one.back))
  const wanted = sponsors.map((_, i) =>
    least(borne[i]!, sum(lines.map((line, at) => ofLine(line, at)[i]!))),
  )
  const shares =
    sum(wanted) > sponsored
      ? divided(sponsored, wanted)
      : divided(
          subtract(sponsored, sum(wanted)),
          borne.map((one, i) => subtract(one, wanted[i]!)),
        ).map((more, i) => add(wanted[i]!, more))
  return sponsors.flatMap(({ n, payer, voucherId }, i) => {
    const amount = shares[i]!
    return amount > 0 && payer !== 'seller' ? [{ n, payer, voucherId, amount }] : []
  })

  function ofLine({ n, quantity, sponsored: whole }: Given['lines'][number], at: number): Amount[] {
    const parts = sponsors.map((one) => one.parts[at] ?? ZERO)
    const already = piecesOf(before, n)
    const due = (count: number) => divided(portion(whole, count, quantity), parts)
    const [then, now] = [due(already), due(already + piecesOf(pieces, n))]
    return now.map((one, i) => subtract(one, then[i]!))
  }
}

/**
 * A whole divided by weights of at least its sum, each part rounded out of what the parts before it
 * left. None exceeds its weight, and none shrinks when the whole grows.
 */
export function divided(whole: Amount, weights: readonly Amount[]): Amount[] {
  let rest = whole
  let left = sum(weights)
  return weights.map((weight) => {
    const part = left === 0 ? ZERO : portion(rest, weight, left)
    rest = subtract(rest, part)
    left = subtract(left, weight)
    return part
  })
}

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)
