/**
 * How couriers weigh a parcel: whole kilograms, one at least; a rest of up to `dropGrams` is dropped, a
 * larger one counts as a whole; where a parcel is larger than it is heavy, its volume in cm³ over
 * `divisor` counts as kilograms. Each rule has the day from which it is known to hold. Sources: the
 * couriers' own pages (JNE: 1,3 kg is charged as 1, 1,31 kg as 2; J&T Cargo divides by 5000); where a
 * courier's page says nothing of a rest, each kilogram begun is charged.
 */
import type { LocalDate } from '#worker/kernel/calendar'

export type WeightRule = {
  since: LocalDate | null
  leastKg: number
  dropGrams: number
  divisor: number
}

type Courier = {
  name: string
  rules: readonly [WeightRule, ...WeightRule[]]
  /** Services that its counters offer, as sellers call them. */
  services: readonly string[]
}

const rule = (given: Partial<WeightRule> = {}): WeightRule => ({
  since: null,
  leastKg: 1,
  dropGrams: 0,
  divisor: 6000,
  ...given,
})

export const COURIERS = {
  jne: { name: 'JNE', rules: [rule({ dropGrams: 300 })], services: ['REG', 'YES', 'OKE'] },
  jnt: { name: 'J&T', rules: [rule()], services: ['EZ', 'ECO'] },
  'jnt-cargo': { name: 'J&T Cargo', rules: [rule({ divisor: 5000 })], services: ['Reguler'] },
  sicepat: { name: 'SiCepat', rules: [rule()], services: ['REG', 'BEST'] },
  anteraja: { name: 'AnterAja', rules: [rule()], services: ['Reguler'] },
  pos: { name: 'POS Indonesia', rules: [rule()], services: ['Reguler', 'Kargo'] },
  other: { name: '', rules: [rule()], services: [] },
} as const satisfies Record<string, Courier>

export type CourierKey = keyof typeof COURIERS

export const COURIER_KEYS = Object.keys(COURIERS) as [CourierKey, ...CourierKey[]]

export const isCourier = (text: string): text is CourierKey => Object.hasOwn(COURIERS, text)

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
