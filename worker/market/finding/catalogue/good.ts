/**
 * A good on the shelf: a product as a list shows it, with its maker and its place, and how it can be had:
 * at once, made after it is ordered, ordered before it is there, when it opens again, or not at all. The
 * place is named from its code, so that a list reads no more rows than goods and makers.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import {
  holdsOn,
  LABEL_KINDS,
  type KeptLabel,
  type LabelKind,
} from '#worker/market/offering/labels/label'
import { shortRegency, type AreaCode } from '#worker/market/buying/shipping/area'
import { regencyName } from '#worker/market/buying/shipping/regencies'
import { allOpenAt, reopensAt, type Window } from '#worker/market/offering/windows/window'

export type Good = Window & {
  id: string
  slug: string
  title: string
  category: string
  unit: string
  priceFrom: number
  priceTo: number
  stockTotal: number
  womenLed: number
  regencyCode: string
  photoId: string | null
  photoColor: string | null
  /** Until when each of its labels holds: {"halal":"2027-01-31"}. */
  labels: string
  madeToOrderDays: number
  availableFrom: LocalDate | null
  shopOpensAt: number | null
  shopClosesAt: number | null
  shopSlug: string
  shopName: string
}

export const SUPPLIES = ['at-once', 'made-to-order', 'pre-order', 'sold-out', 'closed'] as const
export type Supply = (typeof SUPPLIES)[number]

/** The moment at which something is looked at. */
export type Look = { now: Instant; today: LocalDate }

const windowsOf = (good: Good): Window[] => [
  good,
  { opensAt: good.shopOpensAt, closesAt: good.shopClosesAt },
]

/** How it can be had now. */
export function supplyOf(good: Good, { now, today }: Look): Supply {
  if (!allOpenAt(windowsOf(good), now)) return 'closed'
  if (good.stockTotal === 0) return 'sold-out'
  if (good.availableFrom !== null && good.availableFrom > today) return 'pre-order'
  return good.madeToOrderDays > 0 ? 'made-to-order' : 'at-once'
}

/** When it can be had again, where it is closed and that is known. */
export function opensAgainAt(good: Good, { now }: Look): number | null {
  return reopensAt(windowsOf(good), now)
}

/** When it closes, where it is open and that is known. */
export function closesNextAt(good: Good, { now }: Look): number | null {
  if (!allOpenAt(windowsOf(good), now)) return null
  const closings = windowsOf(good).flatMap(({ closesAt }) =>
    closesAt !== null && closesAt > now ? [closesAt] : [],
  )
  return closings.length > 0 ? Math.min(...closings) : null
}

/** The kinds of label that it carries on a day. */
export function labelsOf({ labels }: Pick<Good, 'labels'>, today: LocalDate): LabelKind[] {
  const until = JSON.parse(labels) as Partial<Record<LabelKind, LocalDate>>
  return LABEL_KINDS.filter((kind) => {
    const validUntil = until[kind]
    return validUntil !== undefined && holdsOn({ validUntil }, today)
  })
}

export function regionOf(code: string): { code: string; name: string } {
  return { code, name: shortRegency(regencyName(code as AreaCode) ?? code) }
}

export type Step = { slug: string; nameId: string; nameEn: string }

export type GoodInFull = Good & {
  description: string
  listedAt: number | null
  /** JSON of the names of its options, of the categories it lies in, of its makers and its labels. */
  options: string
  trail: string
  makers: string
  productLabels: string
  craft: string
  story: string
  pickupPlace: string | null
  phone: string
}

export type ShownMaker = { name: string; about: string }
export type ShownLabel = Pick<KeptLabel, 'kind' | 'number' | 'validUntil' | 'verifiedAt'>

export type PhotoOfGood = { id: string; width: number; height: number; color: string | null }
