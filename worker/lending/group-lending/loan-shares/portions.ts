/**
 * A whole divided by weights, to the rupiah: everybody gets the floor of her exact part, and the rupiah
 * that are left go to the largest remainders (Hamilton's method). Parts sum to the whole, none is below
 * zero, and none is above its weight where the whole is not above the sum of the weights. Of equal
 * remainders the one that stands first after `turn` is served first, so that over many divisions nobody
 * always carries the odd rupiah.
 */
import { ZERO, amount, sum, type Amount } from '#worker/kernel/money'

type Remainder = { at: number; rest: bigint }

export function portions(total: Amount, weights: readonly Amount[], turn = 0): Amount[] {
  if (total === 0 || weights.length === 0) return weights.map(() => ZERO)
  const whole = BigInt(sum(weights))
  if (whole <= 0n) throw new RangeError('nothing to divide by: no weight above zero')
  const exact = weights.map((weight) => BigInt(weight) * BigInt(total))
  const floors = exact.map((each) => each / whole)
  const given = floors.reduce((all, each) => all + each, 0n)
  const left = Number(BigInt(total) - given)
  const served = new Set(
    exact
      .map((each, at): Remainder => ({ at, rest: each % whole }))
      .toSorted((a, b) => byRemainder(a, b, { turn, of: weights.length }))
      .slice(0, left)
      .map(({ at }) => at),
  )
  return floors.map((floor, at) => amount(Number(floor) + (served.has(at) ? 1 : 0)))
}

function byRemainder(a: Remainder, b: Remainder, { turn, of }: { turn: number; of: number }) {
  if (a.rest !== b.rest) return a.rest > b.rest ? -1 : 1
  const place = (at: number) => (at - (turn % of) + of) % of
  return place(a.at) - place(b.at)
}

/** The same, where nobody weighs anything: by the second weights. */
export function portionsOr(
  total: Amount,
  weights: readonly Amount[],
  { or, turn = 0 }: { or: readonly Amount[]; turn?: number },
): Amount[] {
  return portions(total, sum(weights) > 0 ? weights : or, turn)
}
