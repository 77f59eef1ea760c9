/** What a seller may ask about her products. */
import * as v from 'valibot'
import { count, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import { UNITS, type Description } from '#worker/market/products/product'
import { MOST_VARIANTS, type WantedVariant } from '#worker/market/products/variant'

const atMost = (letters: number) =>
  says(`Paling banyak ${letters} huruf.`, `At most ${letters} characters.`)
const CHOOSE = says('Pilih kategori.', 'Choose a category.')

const title = text(120, 3)
const description = v.pipe(
  v.string(says('Tulis keterangannya.', 'Write text.')),
  v.trim(),
  v.maxLength(5000, atMost(5000)),
)
const category = v.pipe(v.string(CHOOSE), v.regex(/^[a-z-]{2,40}$/, CHOOSE))
const unit = v.picklist(UNITS, `One of ${UNITS.join(', ')}.`)

const price = v.pipe(
  money(100),
  v.maxValue(amount(1_000_000_000), says('Paling banyak 1.000.000.000.', 'At most 1.000.000.000.')),
)
const stock = count(0, 1_000_000)

/** A form that leaves a code empty means none. */
const sku = v.pipe(
  v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(40, atMost(40)))), null),
  v.transform((code) => (code === '' ? null : code)),
)

const Variant = v.pipe(
  v.object({
    id: v.optional(id()),
    name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, atMost(60))), ''),
    sku,
    price,
    weightGrams: count(1, 1_000_000),
    stock,
    stockSeen: v.optional(stock),
  }),
  v.transform((one): WantedVariant => one),
)

const Variants = v.pipe(
  v.array(Variant, says('Beri daftar varian.', 'Give a list of variants.')),
  v.minLength(
    1,
    says('Sebuah produk punya paling sedikit satu varian.', 'A product has at least one variant.'),
  ),
  v.maxLength(
    MOST_VARIANTS,
    says(
      `Paling banyak ${MOST_VARIANTS} varian.`,
      `A product has ${MOST_VARIANTS} variants at most.`,
    ),
  ),
)

export const NewProductRequest = v.object({
  title,
  description: v.optional(description, ''),
  category,
  unit: v.optional(unit, 'pcs'),
  variants: Variants,
})

export const EditProductRequest = v.pipe(
  v.object({
    title: v.optional(title),
    description: v.optional(description),
    category: v.optional(category),
    unit: v.optional(unit),
  }),
  v.transform((given) => {
    const said = Object.entries(given).filter(([, value]) => value !== undefined)
    return Object.fromEntries(said) as Partial<Description>
  }),
)

export const VariantsRequest = v.object({ variants: Variants })

export const ProductStatusRequest = v.object({
  status: v.picklist(['listed', 'hidden'], 'listed or hidden.'),
})

const reason = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, atMost(200))), '')

export const StockRequest = v.union(
  [
    v.object({ add: count(-1_000_000, 1_000_000), reason }),
    v.object({ set: stock, seen: v.optional(stock), reason }),
  ],
  says('Tulis jumlah stoknya.', 'Give `add`, or `set` with what you saw as `seen`.'),
)

export const OwnProductsQuery = v.object({
  after: after([v.pipe(v.number(), v.safeInteger())]),
  limit,
})
