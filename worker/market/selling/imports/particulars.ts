/**
 * Cells that say more of a thing than its price: tiers (`10+ 45000 | 50+ 40000`), what a pack holds
 * (`250 g`, `1,5 kg`), sizes in whole centimetres, days to make it, labels
 * (`halal: ID… | pirt: 3063306010072-29 s.d. 2029-12-31`). They are written as they are read.
 */
import { isLocalDate } from '#worker/kernel/calendar'
import { sentence } from '#worker/kernel/sentence'
import { priceFrom, type Reading } from '#worker/market/selling/imports/cells'
import { LABEL_KINDS, type Label, type LabelKind } from '#worker/market/offering/labels/label'
import type { NetContent, NetUnit } from '#worker/market/offering/products/net-content'
import type { TierPrice } from '#worker/market/offering/products/tier-prices'

const TIERS = sentence(
  'Tulis harga bertingkat seperti 10+ 45000 | 50+ 40000.',
  'Give tiers of price such as 10+ 45000 | 50+ 40000.',
)
const NET = sentence('Tulis isi seperti 250 g atau 1,5 kg.', 'Give the content: 250 g or 1.5 kg.')
const CENTIMETRES = sentence('Tulis 1 sampai 1000 cm.', 'Give 1 to 1000 cm.')
const DAYS = sentence('Tulis 0 sampai 365 hari.', 'Give 0 to 365 days.')
const LABELS = sentence(
  'Tulis label seperti halal: ID32110000123456789 | pirt: 3063306010072-29 s.d. 2029-12-31.',
  'Give labels such as halal: ID32110000123456789 | pirt: 3063306010072-29 s.d. 2029-12-31.',
)

const partsOf = (cell: string) => cell.split('|').map((one) => one.trim())

export function tiersFrom(cell: string): Reading<TierPrice[]> {
  const tiers: TierPrice[] = []
  for (const part of partsOf(cell)) {
    const said = /^([1-9]\d{0,2})\s*\+\s*(.+)$/.exec(part)
    const price = said ? priceFrom(said[2]!) : null
    if (!said || !price || 'fault' in price) return { fault: TIERS }
    tiers.push({ fromQuantity: Number(said[1]), price: price.value })
  }
  return { value: tiers.toSorted((a, b) => a.fromQuantity - b.fromQuantity) }
}

export const tiersText = (tiers: readonly TierPrice[]) =>
  tiers.map(({ fromQuantity, price }) => `${fromQuantity}+ ${price}`).join(' | ')

const MEASURES: Readonly<Record<string, readonly [NetUnit, number]>> = {
  g: ['g', 1],
  gram: ['g', 1],
  kg: ['g', 1000],
  ml: ['ml', 1],
  l: ['ml', 1000],
  liter: ['ml', 1000],
  litre: ['ml', 1000],
  cm: ['cm', 1],
  m: ['cm', 100],
  meter: ['cm', 100],
}

export function netFrom(cell: string): Reading<NetContent> {
  const said = /^(\d+(?:[.,]\d+)?)\s*([a-z]+)$/i.exec(cell.trim())
  const measure = MEASURES[said?.[2]?.toLowerCase() ?? '']
  if (!said || !measure) return { fault: NET }
  const quantity = Math.round(Number(said[1]!.replace(',', '.')) * measure[1])
  if (quantity < 1 || quantity > 1_000_000) return { fault: NET }
  return { value: { quantity, unit: measure[0] } }
}

export const netText = (net: NetContent | null) => net && `${net.quantity} ${net.unit}`

/** Whole centimetres; what other shops measure finer is rounded up, as a parcel is. */
export function centimetresFrom(cell: string): Reading<number> {
  const text = cell.trim().replace(/\s*cm$/i, '')
  const value = /^\d+([.,]\d+)?$/.test(text) ? Math.ceil(Number(text.replace(',', '.'))) : 0
  return value >= 1 && value <= 1000 ? { value } : { fault: CENTIMETRES }
}

export function daysFrom(cell: string): Reading<number> {
  const value = /^\d{1,3}$/.test(cell.trim()) ? Number(cell) : Number.NaN
  return value <= 365 ? { value } : { fault: DAYS }
}

const isKind = (kind: string): kind is LabelKind =>
  (LABEL_KINDS as readonly string[]).includes(kind)

export function labelsFrom(cell: string): Reading<Label[]> {
  const labels: Label[] = []
  for (const part of partsOf(cell)) {
    const said = /^([a-z-]+)\s*:\s*(.+?)(?:\s+s\.?d\.?\s+(\S+))?$/i.exec(part)
    const kind = said?.[1]?.toLowerCase().replace('-', '') ?? ''
    const until = said?.[3] ?? null
    const isDay = until === null || isLocalDate(until)
    if (!said || !isKind(kind) || !isDay) return { fault: LABELS }
    labels.push({ kind, number: said[2]!, validUntil: until })
  }
  return { value: labels }
}

export const labelsText = (labels: readonly Label[]) => labels.map(labelText).join(' | ')

function labelText({ kind, number, validUntil }: Label): string {
  return `${kind}: ${number}${validUntil === null ? '' : ` s.d. ${validUntil}`}`
}
