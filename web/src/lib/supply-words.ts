/** How a good can be had, in the reader's words; and labels, units and measures by their names. */
import { clock, date, dateOf, whole } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { dayNumber, localDate, weekday, type Zone } from '#worker/kernel/calendar'
import type { LabelKind } from '#worker/market/offering/labels/label'
import {
  inLarge,
  type Measure,
  type NetContent,
} from '#worker/market/offering/products/net-content'

export type Sold = {
  supply: 'at-once' | 'made-to-order' | 'pre-order' | 'sold-out' | 'closed'
  madeToOrderDays: number
  availableFrom: string | null
  opensAgainAt: string | null
}

const DAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

const MILLISECONDS_A_DAY = 86_400_000

/** `Senin 07.00` within the week, `30 Nov 2026 07.00` later. */
export function whenInWords(at: string, now: number, zone: Zone): string {
  const locale = getLocale()
  const day = dateOf(at, zone)
  const days = dayNumber(localDate(day)) - dayNumber(localDate(dateOf(now, zone)))
  const near = days >= 0 && days < 7 && Date.parse(at) - now < 7 * MILLISECONDS_A_DAY
  const named = near ? DAYS[locale][weekday(localDate(day))] : date(day, locale)
  return `${named} ${clock(at, zone, locale)}`
}

/** A few words for a card; nothing where it lies there. */
export function shortSupply(sold: Sold): string | null {
  if (sold.supply === 'closed') return m.finding_short_closed()
  if (sold.supply === 'sold-out') return m.product_sold_out()
  if (sold.supply === 'pre-order') return m.finding_short_pre_order()
  if (sold.supply === 'made-to-order') {
    return m.finding_short_made_to_order({ days: sold.madeToOrderDays })
  }
  return null
}

const LABELS: Record<LabelKind, () => string> = {
  pirt: m.finding_label_pirt,
  halal: m.finding_label_halal,
  bpom: m.finding_label_bpom,
  sni: m.finding_label_sni,
}
export const labelName = (kind: LabelKind) => LABELS[kind]()

const MEASURES: Record<Measure, () => string> = {
  kg: m.finding_measure_kg,
  litre: m.finding_measure_litre,
  metre: m.finding_measure_metre,
}
export const measureName = (measure: Measure) => MEASURES[measure]()

/** `250 g`, `1,5 liter`. */
export function netInWords(net: NetContent): string {
  const { number, unit } = inLarge(net)
  const digits = Number.isInteger(number) ? whole(number) : String(Math.round(number * 100) / 100)
  const written = getLocale() === 'id' ? digits.replace(/\.(\d{1,2})$/, ',$1') : digits
  const name = unit === 'kg' || unit === 'litre' || unit === 'metre' ? measureName(unit) : unit
  return `${written} ${name}`
}

const UNITS: Record<string, () => string> = {
  pcs: m.products_unit_pcs,
  pair: m.products_unit_pair,
  set: m.products_unit_set,
  pack: m.products_unit_pack,
  bottle: m.products_unit_bottle,
  sheet: m.products_unit_sheet,
  kg: m.products_unit_kg,
  g: m.products_unit_g,
  litre: m.products_unit_litre,
  ml: m.products_unit_ml,
  metre: m.products_unit_metre,
}
export const unitName = (unit: string) => UNITS[unit]?.() ?? unit
