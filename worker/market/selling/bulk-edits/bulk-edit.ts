/**
 * Many products edited at once, as in a table: prices, stocks and states, all of it or nothing. Whoever saw
 * an older version of a product is told which rows those are; what is wrong is pointed at, row by row. Stock
 * is the difference to what was seen, so that what was sold meanwhile stays sold.
 */
import type { Amount } from '#worker/kernel/money'
import { found, Refusal, type Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  changeProductStatus,
  PRODUCT_TRANSITIONS,
  type Product,
} from '#worker/market/offering/products/product'

export const MOST_PRODUCTS = 100

export type WantedRow = {
  id: string
  /** The version of the product that was seen. */
  version: number
  status?: 'listed' | 'hidden' | undefined
  variants: readonly WantedFigures[]
}

export type WantedFigures = {
  id: string
  price?: Amount | undefined
  stock?: number | undefined
  stockSeen?: number | undefined
}

export type Edited = { before: Product; product: Product; fields: readonly string[] }

const said = {
  outdated: sentence(
    'Produk ini sudah diubah orang lain. Muat ulang lalu ubah lagi.',
    'Somebody has changed this product meanwhile. Load it again.',
  ),
  held: sentence('Stok yang tersisa tidak sebanyak itu.', 'There is less left than that.'),
  state: sentence('Draf belum pernah tampil.', 'A draft has not been shown yet.'),
}

/** Those that become something else; the others are left alone. */
export function editInBulk(
  present: readonly Product[],
  wanted: readonly WantedRow[],
  at: number,
): Edited[] {
  const byId = new Map(present.map((one) => [one.id, one]))
  const pairs = wanted.map((row) => ({ row, before: found(byId.get(row.id), 'product') }))
  const outdated = pairs.flatMap(({ row, before }, i): Pointed[] =>
    row.version === before.version ? [] : [{ pointer: `/products/${i}`, detail: said.outdated }],
  )
  if (outdated.length > 0) {
    const ids = outdated.map(({ pointer }) => wanted[Number(pointer.split('/')[2])]!.id)
    throw new Refusal('outdated', 'Some of these products have changed meanwhile.', {
      errors: outdated,
      facts: { outdated: ids },
    })
  }
  const faults: Pointed[] = []
  const edited = pairs.map(({ row, before }, i) => {
    return edit(before, row, at, (path, detail) => {
      faults.push({ pointer: `/products/${i}${path}`, detail })
    })
  })
  if (faults.length > 0) {
    throw new Refusal('malformed', 'Some of these figures cannot be.', { errors: faults })
  }
  return edited.filter((one) => one.fields.length > 0)
}

type Fault = (path: string, detail: typeof said.held) => void

function edit(before: Product, row: WantedRow, at: number, fault: Fault): Edited {
  const fields = new Set<string>()
  const variants = before.variants.map((one) => {
    const n = row.variants.findIndex((wanted) => wanted.id === one.id)
    const wanted = row.variants[n]
    if (!wanted) return one
    const stock = one.stock + (wanted.stock ?? 0) - (wanted.stockSeen ?? one.stock)
    const next = { ...one, price: wanted.price ?? one.price }
    if (wanted.stock !== undefined) next.stock = stock
    if (next.stock < 0) fault(`/variants/${n}/stock`, said.held)
    if (next.price !== one.price) fields.add('price')
    if (next.stock !== one.stock) fields.add('stock')
    return next
  })
  row.variants.forEach((wanted) => {
    found(
      before.variants.find((one) => one.id === wanted.id),
      'variant',
    )
  })
  let product: Product = { ...before, variants, version: before.version + 1 }
  if (row.status !== undefined && row.status !== before.status) {
    if (!PRODUCT_TRANSITIONS[before.status].includes(row.status)) fault('/status', said.state)
    else {
      product = { ...changeProductStatus(before, row.status, at), variants }
      fields.add('status')
    }
  }
  return { before, product, fields: [...fields] }
}
