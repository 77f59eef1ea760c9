/**
 * What the rows of a sheet make of the variants of a product. A row that was found changes its variant, any
 * other adds one; where the product has options each has a value for every one of them, said by the row or
 * taken from its name. Tiers that a new price has reached go.
 */
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { Making, Matched } from '#worker/market/selling/imports/merging'
import type { WantedRow } from '#worker/market/selling/imports/wanted'
import { nameOf, refuseUnevenOptions, valuesIn } from '#worker/market/offering/products/options'
import type { Product } from '#worker/market/offering/products/product'
import { refuseUnevenTiers } from '#worker/market/offering/products/tier-prices'
import { MOST_VARIANTS, PLAIN, type Variant } from '#worker/market/offering/products/variant'

export type Wrong = { line: number; field: string; detail: Sentence }

const said = {
  price: sentence('Harga belum diisi.', 'The price is missing.'),
  weight: sentence('Berat belum diisi.', 'The weight is missing.'),
  many: sentence(
    `Paling banyak ${MOST_VARIANTS} varian.`,
    `A product has ${MOST_VARIANTS} variants at most.`,
  ),
  alike: sentence('Varian lain memakai nama ini.', 'Another variant has this name.'),
}

/** `base` has the options that are wanted now. */
export function variantsOf({ rows }: Matched, base: Product, making: Making): Variant[] | Wrong {
  const next = base.variants.map((one) => ({ ...one }))
  for (const row of rows) {
    const there = next.find((one) => one.id === row.found) ?? lonely(next, base, rows)
    if (there) {
      Object.assign(there, changedBy(row, there, base.options))
      continue
    }
    const weightGrams = row.weightGrams ?? next[0]?.weightGrams ?? making.options.weightGrams
    if (row.price === undefined) return { line: row.line, field: 'price', detail: said.price }
    if (weightGrams === null) return { line: row.line, field: 'grams', detail: said.weight }
    const { sku, price, stock, tiers, size, net } = row
    const values = valuesOf(row, base.options)
    next.push({
      ...PLAIN,
      ...{ id: making.newId(), productId: base.id, position: next.length + 1 },
      ...{ name: nameOf({ name: row.name, values }), values },
      ...{ sku: sku ?? null, price, weightGrams, stock: stock ?? 0, archived: false },
      ...{ tiers: tiers ?? [], size: size ?? null, net: net ?? null },
    })
  }
  return refused(next, base, rows) ?? next
}

/** Said one by one, or as the parts of a name. */
function valuesOf({ name, values }: WantedRow, options: readonly string[]): string[] {
  return values
    ? options.map((_, i) => values[i] || '–')
    : valuesIn(name.replaceAll(' / ', ', '), options)
}

/** The one variant of a product that comes in one form, for a sheet that names none. */
function lonely(next: readonly Variant[], base: Product, rows: readonly WantedRow[]) {
  const only = next.length === 1 && base.variants.length === 1 && rows.length === 1
  return only && next[0]?.name === '' && rows[0]?.name === '' ? next[0] : undefined
}

function changedBy(row: WantedRow, before: Variant, options: readonly string[]): Partial<Variant> {
  const isRenamed = row.name !== '' && row.name !== before.name
  const values = row.values || isRenamed ? valuesOf(row, options) : before.values
  const price = row.price ?? before.price
  return {
    ...{ values, price },
    name: options.length > 0 ? nameOf({ name: before.name, values }) : row.name || before.name,
    sku: row.sku ?? before.sku,
    weightGrams: row.weightGrams ?? before.weightGrams,
    stock: row.stock ?? before.stock,
    archived: false,
    tiers: row.tiers ?? before.tiers.filter((tier) => tier.price < price),
    size: row.size ?? before.size,
    net: row.net ?? before.net,
  }
}

function refused(
  next: readonly Variant[],
  { options }: Product,
  rows: Matched['rows'],
): Wrong | null {
  const line = rows.at(-1)?.line ?? 1
  const offered = next.filter((one) => !one.archived)
  if (offered.length > MOST_VARIANTS) return { line, field: '', detail: said.many }
  const names = offered.map((one) => one.name.toLowerCase())
  const double = names.find((name, i) => names.indexOf(name) !== i)
  if (double !== undefined) {
    const at = rows.find((row) => row.name.toLowerCase() === double)?.line ?? line
    return { line: at, field: 'name', detail: said.alike }
  }
  const uneven = refusedBy(() => refuseUnevenOptions(options, offered))
  if (uneven) return { line, field: 'option1', detail: uneven }
  for (const row of rows) {
    const one = offered.find((each) => each.id === row.found || each.name === row.name)
    const steep = row.tiers && one ? refusedBy(() => refuseUnevenTiers(one, '/tiers')) : null
    if (steep) return { line: row.line, field: 'tiers', detail: steep }
  }
  return null
}

/** Why it is refused, in words; null where it is not. */
export function refusedBy(deed: () => void): Sentence | null {
  try {
    deed()
    return null
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const detail = reason.more.errors?.[0]?.detail
    return typeof detail === 'object' ? detail : sentence(reason.detail, reason.detail)
  }
}
