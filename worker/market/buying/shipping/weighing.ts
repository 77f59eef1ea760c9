/**
 * How couriers weigh a parcel: whole kilograms, one at least; a rest of up to `dropGrams` is dropped, a
 * larger one counts as a whole; where a parcel is larger than it is heavy, its volume in cm³ over
 * `divisor` counts as kilograms. Each rule has the day from which it is known to hold.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { COURIERS, type CourierKey, type WeightRule } from '#worker/market/buying/shipping/couriers'

/** The rule in force on a day: the latest that has begun. */
export function weightRuleOn(courier: CourierKey, day: LocalDate): WeightRule {
  const [first, ...later]: readonly WeightRule[] = COURIERS[courier].rules
  return later.reduce<WeightRule>(
    (found, one) => (one.since === null || one.since <= day ? one : found),
    first!,
  )
}

/** A parcel: what it weighs in grams, and its volume in cm³, 0 where it is not known. */
export type Parcel = { grams: number; cm3: number }

/** Kilograms that are charged. */
export function billableKg(
  { grams, cm3 }: Parcel,
  { leastKg, dropGrams, divisor }: WeightRule,
): number {
  for (const size of [grams, cm3]) {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`a parcel of ${size}`)
  }
  const charged = Math.max(grams, Math.ceil((cm3 * 1000) / divisor))
  const whole = Math.floor(charged / 1000)
  return Math.max(leastKg, charged - whole * 1000 > dropGrams ? whole + 1 : whole)
}
