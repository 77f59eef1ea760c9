/**
 * A variant: one size, colour or pack of a product, with its price in whole rupiah, its weight in grams as
 * packed, and its stock. A variant that is no longer offered is set aside and never deleted, since carts
 * and orders may name it; saved again under its id it comes back.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal, found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

export type Variant = {
  id: string
  productId: string
  position: number
  /** Empty for a product that comes in one form only. */
  name: string
  sku: string | null
  price: Amount
  weightGrams: number
  stock: number
  archived: boolean
}

/** A variant as the seller wants it; one without an id is new. */
export type WantedVariant = {
  id?: string | undefined
  name: string
  sku: string | null
  price: Amount
  weightGrams: number
  stock: number
  /** The stock that the seller saw; what was sold since then stays sold. */
  stockSeen?: number | undefined
}

export const MOST_VARIANTS = 50

/** The whole set as wanted, in its order; what is not named any more is set aside at the end. */
export function replaceVariants(
  present: readonly Variant[],
  wanted: readonly WantedVariant[],
  { productId, newId }: { productId: string; newId: () => string },
): Variant[] {
  refuseDoubles(wanted)
  const byId = new Map(present.map((one) => [one.id, one]))
  const kept = wanted.map((one, i): Variant => {
    const { stockSeen, id, ...said } = one
    const before = id === undefined ? undefined : found(byId.get(id), 'variant')
    return {
      ...said,
      id: before?.id ?? newId(),
      productId,
      position: i + 1,
      stock: before ? before.stock + one.stock - (stockSeen ?? before.stock) : one.stock,
      archived: false,
    }
  })
  const named = new Set(kept.map((one) => one.id))
  const aside = present
    .filter((one) => !named.has(one.id))
    .map((one, i) => ({ ...one, position: kept.length + i + 1, archived: true }))
  return [...kept, ...aside]
}

const ALIKE = sentence('Varian lain memakai ini juga.', 'Another variant has this too.')

function refuseDoubles(wanted: readonly WantedVariant[]): void {
  for (const key of ['id', 'name', 'sku'] as const) {
    const seen = new Set<string>()
    wanted.forEach((one, i) => {
      const value = one[key]?.toLowerCase() ?? null
      if (value === null) return
      if (seen.has(value)) {
        throw new Refusal('malformed', 'Two variants are alike.', {
          errors: [{ pointer: `/variants/${i}/${key}`, detail: ALIKE }],
        })
      }
      seen.add(value)
    })
  }
}
