/**
 * The unique code (kode unik): 1 to 999 rupiah added to a purchase so that no two open purchases share a
 * total and a transfer names what it pays. It is shown to the buyer before she pays and booked as income
 * of its own, never as a seller's. On expiry the code returns to the pool.
 */
import { add, amount, type Amount } from '#worker/kernel/money'
import type { Random } from '#worker/kernel/id'
import { Refusal } from '#worker/kernel/refusal'

export const LARGEST_CODE = 999

/** A code under which `base` becomes a total that is not taken: one of the free ones, by chance. */
export function freeCode(base: Amount, taken: readonly number[], random: Random): Amount {
  const totals = new Set(taken)
  const free: number[] = []
  for (let code = 1; code <= LARGEST_CODE; code += 1) {
    if (!totals.has(add(base, amount(code)))) free.push(code)
  }
  if (free.length === 0) {
    throw new Refusal(
      'unavailable',
      'Very many purchases of this amount wait to be paid. Try later.',
    )
  }
  // Two bytes over at most 999 places: the slight bias harms nobody, the codes are no secret.
  const [high = 0, low = 0] = random(2)
  return amount(free[(high * 256 + low) % free.length]!)
}
