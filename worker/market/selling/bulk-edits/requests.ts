/** A table of products as it is sent back: whole rows, or their states alone. */
import * as v from 'valibot'
import { count, id, money } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { amount } from '#worker/kernel/money'
import { MOST_PRODUCTS } from '#worker/market/selling/bulk-edits/bulk-edit'
import { MOST_VARIANTS } from '#worker/market/offering/products/variant'

const MOST_PRICE = says('Paling banyak 1.000.000.000.', 'At most 1.000.000.000.')
const MANY = says(`Paling banyak ${MOST_PRODUCTS} produk.`, `${MOST_PRODUCTS} products at most.`)
const stock = count(0, 1_000_000)

const Figures = v.object({
  id: id(),
  price: v.optional(v.pipe(money(100), v.maxValue(amount(1_000_000_000), MOST_PRICE))),
  stock: v.optional(stock),
  stockSeen: v.optional(stock),
})

export const BulkEditRequest = v.object({
  products: v.pipe(
    v.array(
      v.object({
        id: id(),
        version: count(1, 1_000_000_000),
        status: v.optional(v.picklist(['listed', 'hidden'], 'listed or hidden.')),
        variants: v.optional(v.pipe(v.array(Figures), v.maxLength(MOST_VARIANTS)), []),
      }),
    ),
    v.minLength(1, says('Pilih paling sedikit satu.', 'Choose at least one.')),
    v.maxLength(MOST_PRODUCTS, MANY),
    v.check(
      (all) => new Set(all.map((one) => one.id)).size === all.length,
      says('Sebuah produk hanya sekali.', 'Each product once.'),
    ),
  ),
})
