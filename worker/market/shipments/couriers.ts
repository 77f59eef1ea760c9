/**
 * The couriers that most sellers hand their parcels to, and where each lets one follow a parcel. Some show
 * it under an address that ends with the number; the others have a page into which the number is pasted.
 * A courier is known by the name the seller typed; an unknown one simply has no page.
 */
export type Courier = {
  name: string
  /** What of a typed name, in small letters without signs, tells that it is this one. */
  known: readonly string[]
  /** Where its parcels are looked up. */
  page: string
  /** Whether the number follows the address: then the parcel is one click away. */
  numbered?: string
}

export const COURIERS: readonly Courier[] = [
  { name: 'JNE', known: ['jne'], page: 'https://www.jne.co.id/tracking-package' },
  { name: 'J&T Express', known: ['jnt', 'jt'], page: 'https://jet.co.id/track' },
  { name: 'SiCepat', known: ['sicepat'], page: 'https://www.sicepat.com/checkAwb' },
  { name: 'POS Indonesia', known: ['pos'], page: 'https://www.posindonesia.co.id/id/tracking' },
  {
    name: 'AnterAja',
    known: ['anteraja'],
    page: 'https://anteraja.id/tracking',
    numbered: 'https://anteraja.id/tracking/',
  },
  {
    name: 'Ninja Xpress',
    known: ['ninja'],
    page: 'https://www.ninjaxpress.co/id-id/tracking',
    numbered: 'https://www.ninjaxpress.co/id-id/tracking?id=',
  },
  { name: 'TIKI', known: ['tiki'], page: 'https://www.tiki.id/id/tracking' },
  { name: 'Wahana', known: ['wahana'], page: 'https://www.wahana.com/lacak-kiriman' },
  {
    name: 'Lion Parcel',
    known: ['lion'],
    page: 'https://lionparcel.com/track',
    numbered: 'https://lionparcel.com/track/stt?q=',
  },
]

/** The courier behind a name as a seller types it: `j&t`, `JNE REG`, `Kantor Pos`. */
export function courierNamed(name: string): Courier | null {
  const words = name
    .toLowerCase()
    .replace(/&/g, '')
    .split(/[^a-z]+/)
  const first = COURIERS.find(({ known }) => known.some((one) => words.includes(one)))
  return first ?? COURIERS.find(({ known }) => known.some((one) => isInName(words, one))) ?? null
}

/** Longer names are also found where they were written together: `sicepatreg`, `lionparcel`. */
function isInName(words: readonly string[], name: string): boolean {
  return name.length > 3 && words.some((word) => word.startsWith(name))
}

export type Tracking = {
  url: string
  /** Whether the number must be pasted there. */
  paste: boolean
}

/** Where a parcel is followed: not at all without a number or with a courier nobody knows. */
export function trackingOf(courier: string, number: string | null): Tracking | null {
  const known = courierNamed(courier)
  if (known === null || number === null) return null
  if (known.numbered === undefined) return { url: known.page, paste: true }
  return { url: known.numbered + encodeURIComponent(number), paste: false }
}
