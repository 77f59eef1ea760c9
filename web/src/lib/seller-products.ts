/** What a seller's form says of a product, in the words of the API; rows of variants left empty are none. */
import { amountFrom } from '#lib/format.ts'

export type Typed = Record<string, string>

/** One row of the form: what was typed, and what stands behind it. */
export type VariantRow = {
  id: string
  name: string
  price: string
  weight: string
  stock: string
  seen: string
}

const PARTS = ['id', 'name', 'price', 'weight', 'stock', 'seen'] as const

export const emptyRow = (): VariantRow => ({
  id: '',
  name: '',
  price: '',
  weight: '',
  stock: '',
  seen: '',
})

/** The rows that say something, as they were typed, in their order. */
export function rowsIn(typed: Typed): VariantRow[] {
  const numbers = Object.keys(typed).flatMap((name) => /^v(\d+)\.name$/.exec(name)?.[1] ?? [])
  const rows = numbers.map((n) => {
    const row = PARTS.map((part) => [part, (typed[`v${n}.${part}`] ?? '').trim()])
    return Object.fromEntries(row) as VariantRow
  })
  return rows.filter((row) => !isEmpty(row))
}

const isEmpty = (row: VariantRow) => !row.id && !row.name && !row.price && !row.stock

const numberFrom = (text: string) => (/^\d{1,7}$/.test(text) ? Number(text) : Number.NaN)

/** A weight as typed: grams, or kilograms with their name: `250`, `250 g`, `1,5 kg`. */
export function gramsFrom(text: string): number {
  const parts = /^(\d+(?:[.,]\d+)?)\s*(g|gr|gram|kg)?$/i.exec(text.trim())
  if (!parts) return Number.NaN
  const value = Number((parts[1] ?? '').replace(',', '.'))
  return parts[2]?.toLowerCase() === 'kg' ? Math.round(value * 1000) : value
}

/** A row without a weight of its own has that of the first. */
export function variantsIn(typed: Typed) {
  const rows = rowsIn(typed)
  const usual = rows[0]?.weight ?? ''
  return rows.map((row) => ({
    ...(row.id ? { id: row.id } : {}),
    name: row.name,
    price: amountFrom(row.price) ?? Number.NaN,
    weightGrams: gramsFrom(row.weight || usual),
    stock: numberFrom(row.stock || '0'),
    ...(row.id && row.seen ? { stockSeen: numberFrom(row.seen) } : {}),
  }))
}

export function descriptionIn(typed: Typed) {
  return {
    title: typed.title ?? '',
    description: typed.description ?? '',
    category: typed.category ?? '',
    unit: (typed.unit ?? 'pcs') as 'pcs',
  }
}

type Variant = { id: string; name: string; price: number; weightGrams: number; stock: number }

/** What is kept, as rows to be typed over. */
export function rowsOf(
  variants: readonly Variant[],
  written: (rupiah: number) => string,
): VariantRow[] {
  return variants.map(({ id, name, price, weightGrams, stock }) => ({
    ...{ id, name, price: written(price), weight: String(weightGrams) },
    ...{ stock: String(stock), seen: String(stock) },
  }))
}
