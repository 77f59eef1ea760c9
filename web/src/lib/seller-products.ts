/** What a seller's form says of a product, in the words of the API; rows of variants left empty are none. */
import { amountFrom, instantTyped } from '#lib/format.ts'
import type { Zone } from '#worker/kernel/calendar'

export type Typed = Record<string, string>

/** The options that a form offers, and the tiers of a row. */
export const OPTIONS = [1, 2, 3] as const
export const TIERS = [1, 2, 3, 4, 5] as const

const PARTS = [
  ...(['id', 'name', 'price', 'weight', 'stock', 'seen', 'sku'] as const),
  ...(['value1', 'value2', 'value3', 'length', 'width', 'height', 'net', 'low', 'photo'] as const),
  ...TIERS.flatMap((n) => [`from${n}`, `tier${n}`] as const),
] as const
type Part = (typeof PARTS)[number]

/** One row of the form: what was typed, and what stands behind it. */
export type VariantRow = Record<Part, string>

export const emptyRow = (): VariantRow =>
  Object.fromEntries(PARTS.map((part) => [part, ''])) as VariantRow

/** The rows that say something, as they were typed, in their order. */
export function rowsIn(typed: Typed): VariantRow[] {
  const numbers = Object.keys(typed).flatMap((name) => /^v(\d+)\.name$/.exec(name)?.[1] ?? [])
  const rows = numbers.map((n) => {
    const row = PARTS.map((part) => [part, (typed[`v${n}.${part}`] ?? '').trim()])
    return Object.fromEntries(row) as VariantRow
  })
  return rows.filter((row) => !isEmpty(row))
}

const isEmpty = (row: VariantRow) => !row.id && !row.name && !row.price && !row.stock && !row.value1

const numberFrom = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN)

/** A weight as typed: grams, or kilograms with their name: `250`, `250 g`, `1,5 kg`. */
export function gramsFrom(text: string): number {
  const parts = /^(\d+(?:[.,]\d+)?)\s*(g|gr|gram|kg)?$/i.exec(text.trim())
  if (!parts) return Number.NaN
  const value = Number((parts[1] ?? '').replace(',', '.'))
  return parts[2]?.toLowerCase() === 'kg' ? Math.round(value * 1000) : value
}

const MEASURES: Record<string, readonly ['g' | 'ml' | 'cm', number]> = {
  g: ['g', 1],
  gr: ['g', 1],
  gram: ['g', 1],
  kg: ['g', 1000],
  ml: ['ml', 1],
  l: ['ml', 1000],
  liter: ['ml', 1000],
  litre: ['ml', 1000],
  cm: ['cm', 1],
  m: ['cm', 100],
  meter: ['cm', 100],
  metre: ['cm', 100],
}

/** Net content as typed: `250 g`, `1,5 liter`, `2 m`; null where nothing was typed. */
export function netFrom(text: string) {
  if (text.trim() === '') return null
  const [, number, name] = /^(\d+(?:[.,]\d+)?)\s*([a-z]+)$/i.exec(text.trim()) ?? []
  const measure = MEASURES[name?.toLowerCase() ?? '']
  if (!number || !measure) return { quantity: Number.NaN, unit: 'g' as const }
  const quantity = Math.round(Number(number.replace(',', '.')) * measure[1])
  return { quantity, unit: measure[0] }
}

/** The options that have a name; the values of a row stand under the same numbers. */
const named = (typed: Typed) =>
  OPTIONS.flatMap((n) => {
    const name = (typed[`option${n}`] ?? '').trim()
    return name ? [{ name, part: `value${n}` as const }] : []
  })

export const optionsIn = (typed: Typed): string[] => named(typed).map((one) => one.name)

function tiersIn(row: VariantRow) {
  return TIERS.flatMap((n) => {
    const [from, price] = [row[`from${n}`], row[`tier${n}`]]
    if (!from && !price) return []
    return [{ fromQuantity: numberFrom(from), price: amountFrom(price) ?? Number.NaN }]
  })
}

function sizeIn({ length, width, height }: VariantRow) {
  if (!length && !width && !height) return null
  return {
    lengthCm: numberFrom(length),
    widthCm: numberFrom(width),
    heightCm: numberFrom(height),
  }
}

/** A row without a weight of its own has that of the first. */
export function variantsIn(typed: Typed) {
  const rows = rowsIn(typed)
  const usual = rows[0]?.weight ?? ''
  const options = named(typed)
  return rows.map((row) => ({
    ...(row.id ? { id: row.id } : {}),
    name: options.length > 0 ? '' : row.name,
    sku: row.sku || null,
    price: amountFrom(row.price) ?? Number.NaN,
    weightGrams: gramsFrom(row.weight || usual),
    stock: numberFrom(row.stock || '0'),
    ...(row.id && row.seen ? { stockSeen: numberFrom(row.seen) } : {}),
    values: options.map(({ part }) => row[part]),
    photoId: row.photo || null,
    size: sizeIn(row),
    lowStock: row.low === '' ? null : numberFrom(row.low),
    net: netFrom(row.net),
    tiers: tiersIn(row),
  }))
}

export function descriptionIn(typed: Typed, zone: Zone) {
  return {
    title: typed.title ?? '',
    description: typed.description ?? '',
    category: typed.category ?? '',
    unit: (typed.unit ?? 'pcs') as 'pcs',
    madeToOrderDays: numberFrom(typed.madeToOrderDays || '0'),
    availableFrom: typed.availableFrom || null,
    opensAt: instantTyped(typed.opensAt ?? '', zone),
    closesAt: instantTyped(typed.closesAt ?? '', zone),
  }
}

type Variant = {
  id: string
  name: string
  sku: string | null
  price: number
  weightGrams: number
  stock: number
  values: readonly string[]
  photoId: string | null
  size: { lengthCm: number; widthCm: number; heightCm: number } | null
  lowStock: number | null
  net: { quantity: number; unit: string } | null
  tiers: readonly { fromQuantity: number; price: number }[]
}

/** What is kept, as rows to be typed over. */
export function rowsOf(
  variants: readonly Variant[],
  written: (rupiah: number) => string,
): VariantRow[] {
  const text = (number: number | null | undefined) => (number == null ? '' : String(number))
  return variants.map((one) => {
    const tiers = TIERS.flatMap((n) => {
      const tier = one.tiers[n - 1]
      return [
        [`from${n}`, text(tier?.fromQuantity)],
        [`tier${n}`, tier ? written(tier.price) : ''],
      ]
    })
    const [value1 = '', value2 = '', value3 = ''] = one.values
    return {
      ...emptyRow(),
      ...{ id: one.id, name: one.name, sku: one.sku ?? '', price: written(one.price) },
      ...{ weight: text(one.weightGrams), stock: text(one.stock), seen: text(one.stock) },
      ...{ value1, value2, value3, photo: one.photoId ?? '', low: text(one.lowStock) },
      ...{ length: text(one.size?.lengthCm), width: text(one.size?.widthCm) },
      height: text(one.size?.heightCm),
      net: one.net ? `${one.net.quantity} ${one.net.unit}` : '',
      ...(Object.fromEntries(tiers) as Partial<VariantRow>),
    }
  })
}
