/**
 * The couriers that most sellers hand their parcels to, in one table: how each weighs, what its counters
 * offer, under which words sellers know it, and where it lets one follow a parcel. Sources of the weights:
 * the couriers' own pages (JNE: 1,3 kg is charged as 1, 1,31 kg as 2; J&T Cargo divides by 5000); where a
 * courier's page says nothing of a rest, each kilogram begun is charged.
 */
import type { LocalDate } from '#worker/kernel/calendar'

/** What `weighing.ts` reckons by; `since` is the day from which it is known to hold. */
export type WeightRule = {
  since: LocalDate | null
  leastKg: number
  dropGrams: number
  divisor: number
}

export type Courier = {
  name: string
  rules: readonly [WeightRule, ...WeightRule[]]
  /** Services that its counters offer, as sellers call them. */
  services: readonly string[]
  /** What of a typed name, in small letters without signs, tells that it is this one. */
  known: readonly string[]
  /** Where its parcels are looked up, if anywhere. */
  page?: string
  /** Whether the number follows the address: then the parcel is one click away. */
  numbered?: string
}

const rule = (given: Partial<WeightRule> = {}): WeightRule => ({
  since: null,
  leastKg: 1,
  dropGrams: 0,
  divisor: 6000,
  ...given,
})

const TABLE = {
  jne: {
    name: 'JNE',
    rules: [rule({ dropGrams: 300 })],
    services: ['REG', 'YES', 'OKE'],
    known: ['jne'],
    page: 'https://www.jne.co.id/tracking-package',
  },
  jnt: {
    name: 'J&T Express',
    rules: [rule()],
    services: ['EZ', 'ECO'],
    known: ['jnt', 'jt'],
    page: 'https://jet.co.id/track',
  },
  'jnt-cargo': {
    name: 'J&T Cargo',
    rules: [rule({ divisor: 5000 })],
    services: ['Reguler'],
    known: ['jntcargo', 'jtcargo'],
  },
  sicepat: {
    name: 'SiCepat',
    rules: [rule()],
    services: ['REG', 'BEST'],
    known: ['sicepat'],
    page: 'https://www.sicepat.com/checkAwb',
  },
  anteraja: {
    name: 'AnterAja',
    rules: [rule()],
    services: ['Reguler'],
    known: ['anteraja'],
    page: 'https://anteraja.id/tracking',
    numbered: 'https://anteraja.id/tracking/',
  },
  pos: {
    name: 'POS Indonesia',
    rules: [rule()],
    services: ['Reguler', 'Kargo'],
    known: ['pos'],
    page: 'https://www.posindonesia.co.id/id/tracking',
  },
  ninja: {
    name: 'Ninja Xpress',
    rules: [rule()],
    services: [],
    known: ['ninja'],
    page: 'https://www.ninjaxpress.co/id-id/tracking',
    numbered: 'https://www.ninjaxpress.co/id-id/tracking?id=',
  },
  tiki: {
    name: 'TIKI',
    rules: [rule()],
    services: [],
    known: ['tiki'],
    page: 'https://www.tiki.id/id/tracking',
  },
  wahana: {
    name: 'Wahana',
    rules: [rule()],
    services: [],
    known: ['wahana'],
    page: 'https://www.wahana.com/lacak-kiriman',
  },
  lion: {
    name: 'Lion Parcel',
    rules: [rule()],
    services: [],
    known: ['lion'],
    page: 'https://lionparcel.com/track',
    numbered: 'https://lionparcel.com/track/stt?q=',
  },
  other: { name: '', rules: [rule()], services: [], known: [] },
} as const satisfies Record<string, Courier>

export type CourierKey = keyof typeof TABLE

export const COURIERS: Readonly<Record<CourierKey, Courier>> = TABLE

export const COURIER_KEYS = Object.keys(COURIERS) as [CourierKey, ...CourierKey[]]

export const COURIER_NAMES: readonly string[] = COURIER_KEYS.map(
  (key) => COURIERS[key].name,
).filter((name) => name !== '')

export const isCourier = (text: string): text is CourierKey => Object.hasOwn(COURIERS, text)

/**
 * The courier behind a name as a seller types it: `j&t`, `JNE REG`, `Kantor Pos`; longer names also where
 * they were written together, as `sicepatreg`. Of several the longest word decides: `J&T Cargo`.
 */
export function courierNamed(name: string): Courier | null {
  const words = name
    .toLowerCase()
    .replace(/&/g, '')
    .split(/[^a-z]+/)
  const places = [...words, words.join('')]
  const isIn = (one: string) =>
    words.includes(one) || (one.length > 3 && places.some((place) => place.startsWith(one)))
  const lengthOf = ({ known }: Courier) =>
    Math.max(0, ...known.filter(isIn).map((one) => one.length))
  const [best] = Object.values(COURIERS).sort((one, other) => lengthOf(other) - lengthOf(one))
  return best !== undefined && lengthOf(best) > 0 ? best : null
}
