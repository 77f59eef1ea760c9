/**
 * A variant: one size, colour or pack of a product, with its price in whole rupiah, its weight in grams as
 * packed, and its stock. A variant that is no longer offered is set aside and never deleted, since carts
 * and orders may name it; saved again under its id it comes back.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal, found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { NetContent } from '#worker/market/offering/products/net-content'
import { nameOf } from '#worker/market/offering/products/options'
import { refuseUnevenTiers, type TierPrice } from '#worker/market/offering/products/tier-prices'

/** As packed, in whole centimetres. */
export type Size = { lengthCm: number; widthCm: number; heightCm: number }

/** What a variant may have beside its price, weight and stock. */
export type Particulars = {
  /** One for each option of the product, in their order. */
  values: readonly string[]
  /** A photo of the product that shows this variant. */
  photoId: string | null
  size: Size | null
  /** At how many it is said to run low; null leaves it to the house. */
  lowStock: number | null
  net: NetContent | null
  tiers: readonly TierPrice[]
}

export const PLAIN: Particulars = {
  ...{ values: [], photoId: null, size: null, lowStock: null, net: null, tiers: [] },
}

export type Variant = Particulars & {
  id: string
  productId: string
  position: number
  /** Empty for a product that comes in one form only; its values where there are options. */
  name: string
  sku: string | null
  price: Amount
  weightGrams: number
  stock: number
  archived: boolean
}

/** A variant as the seller wants it; one without an id is new. */
export type WantedVariant = Partial<Particulars> & {
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

type Given = { productId: string; newId: () => string; photoIds?: readonly string[] }

/** The whole set as wanted, in its order; what is not named any more is set aside at the end. */
export function replaceVariants(
  present: readonly Variant[],
  wanted: readonly WantedVariant[],
  { productId, newId, photoIds = [] }: Given,
): Variant[] {
  const byId = new Map(present.map((one) => [one.id, one]))
  const kept = wanted.map((one, i): Variant => {
    const { stockSeen, id, ...said } = one
    const before = id === undefined ? undefined : found(byId.get(id), 'variant')
    const whole = { ...PLAIN, ...said }
    return {
      ...whole,
      name: nameOf(whole),
      id: before?.id ?? newId(),
      productId,
      position: i + 1,
      stock: before ? before.stock + one.stock - (stockSeen ?? before.stock) : one.stock,
      archived: false,
    }
  })
  refuseDoubles(kept)
  kept.forEach((one, i) => {
    refuseUnevenTiers(one, `/variants/${i}/tiers`)
    refuseForeignPhoto(one, photoIds, i)
  })
  const named = new Set(kept.map((one) => one.id))
  const aside = present
    .filter((one) => !named.has(one.id))
    .map((one, i) => ({ ...one, position: kept.length + i + 1, archived: true }))
  return [...kept, ...aside]
}

const ALIKE = sentence('Varian lain memakai ini juga.', 'Another variant has this too.')

function refuseDoubles(kept: readonly Variant[]): void {
  for (const key of ['id', 'name', 'sku'] as const) {
    const seen = new Set<string>()
    kept.forEach((one, i) => {
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

const FOREIGN = sentence('Foto ini sudah tidak ada.', 'This photo is not there any more.')

function refuseForeignPhoto({ photoId }: Variant, photoIds: readonly string[], i: number): void {
  if (photoId === null || photoIds.includes(photoId)) return
  throw new Refusal('malformed', 'A variant is shown by a photo of its product.', {
    errors: [{ pointer: `/variants/${i}/photoId`, detail: FOREIGN }],
  })
}
