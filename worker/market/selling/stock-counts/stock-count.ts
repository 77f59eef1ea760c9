/**
 * A stock take: what lies on the shelf, counted by hand. On the shelf lies what can be sold and what is held
 * for orders that have not been sent; a count below what is held is refused, since those pieces are promised.
 * The difference to what she saw is what changes, so that pieces sold while she counted stay sold.
 */
import { found, Refusal, type Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { StockChange } from '#worker/market/offering/products/stock'

export type Shelf = {
  variantId: string
  productId: string
  version: number
  /** What can be sold. */
  stock: number
  /** What is promised to orders that have not been sent. */
  held: number
}

/** What was counted, and what the page said lay there. */
export type Counted = { variantId: string; counted: number; seen: number }

export type CountedProduct = {
  productId: string
  version: number
  counts: readonly { variantId: string; by: number; counted: number }[]
}

export type Count = { changes: readonly StockChange[]; products: readonly CountedProduct[] }

const tooFew = (held: number) =>
  sentence(
    `${held} buah sudah dipesan dan belum dikirim; hitungan tidak bisa kurang dari itu.`,
    `${held} are promised to orders that have not been sent; it cannot be fewer.`,
  )

export function takeStock(shelves: readonly Shelf[], counted: readonly Counted[]): Count {
  const byId = new Map(shelves.map((one) => [one.variantId, one]))
  const faults: Pointed[] = []
  const rows = counted.map((one, i) => {
    const shelf = found(byId.get(one.variantId), 'variant')
    const by = one.counted - one.seen
    if (shelf.stock + by < 0) {
      faults.push({ pointer: `/counts/${i}/counted`, detail: tooFew(shelf.held) })
    }
    return { shelf, by, counted: one.counted }
  })
  if (faults.length > 0) {
    throw new Refusal('malformed', 'Fewer were counted than are promised.', { errors: faults })
  }
  const differing = rows.filter((row) => row.by !== 0)
  const products = new Map<
    string,
    CountedProduct & { counts: CountedProduct['counts'][number][] }
  >()
  for (const { shelf, by, counted } of differing) {
    const { productId, variantId, version } = shelf
    const known = products.get(productId) ?? { productId, version: version + 1, counts: [] }
    known.counts.push({ variantId, by, counted })
    products.set(productId, known)
  }
  const changes = differing.map(({ shelf: { variantId, productId }, by }) => {
    return { variantId, productId, by }
  })
  return { changes, products: [...products.values()] }
}
