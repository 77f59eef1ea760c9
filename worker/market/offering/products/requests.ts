/** What a seller may ask about her products. */
import * as v from 'valibot'
import { count, date, id, moment, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import { NET_UNITS } from '#worker/market/offering/products/net-content'
import { MOST_OPTIONS } from '#worker/market/offering/products/options'
import { UNITS } from '#worker/market/offering/products/product'
import { MOST_VARIANTS, type WantedVariant } from '#worker/market/offering/products/variant'

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

/** As packed, in whole centimetres. */
const centimetres = count(1, 1000)
const Size = v.object({ lengthCm: centimetres, widthCm: centimetres, heightCm: centimetres })

const NetContent = v.object({
  quantity: count(1, 1_000_000),
  unit: v.picklist(NET_UNITS, `One of ${NET_UNITS.join(', ')}.`),
})

const Tier = v.object({ fromQuantity: count(2, 999), price })

const Variant = v.pipe(
  v.object({
    id: v.optional(id()),
    name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, atMost(60))), ''),
    sku,
    price,
    weightGrams: count(1, 1_000_000),
    stock,
    stockSeen: v.optional(stock),
    values: v.optional(v.pipe(v.array(text(40)), v.maxLength(MOST_OPTIONS)), []),
    photoId: v.optional(v.nullable(id()), null),
    size: v.optional(v.nullable(Size), null),
    lowStock: v.optional(v.nullable(stock), null),
    net: v.optional(v.nullable(NetContent), null),
    tiers: v.optional(v.array(Tier), []),
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

const options = v.pipe(
  v.array(text(30), says('Beri nama pilihannya.', 'Give the names of the options.')),
  v.maxLength(
    MOST_OPTIONS,
    says(`Paling banyak ${MOST_OPTIONS} pilihan.`, `At most ${MOST_OPTIONS} options.`),
  ),
)

const days = count(0, 365)

/** How it is sold: made to order in so many days, sent from a day on, in a window of time. */
const terms = {
  madeToOrderDays: v.optional(days),
  availableFrom: v.optional(v.nullable(date())),
  opensAt: v.optional(v.nullable(moment())),
  closesAt: v.optional(v.nullable(moment())),
}

function saidOf<T extends object>(given: T) {
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

export const NewProductRequest = v.object({
  title,
  description: v.optional(description, ''),
  category,
  unit: v.optional(unit, 'pcs'),
  madeToOrderDays: v.optional(days, 0),
  availableFrom: v.optional(v.nullable(date()), null),
  opensAt: v.optional(v.nullable(moment()), null),
  closesAt: v.optional(v.nullable(moment()), null),
  options: v.optional(options, []),
  variants: Variants,
})

export const EditProductRequest = v.pipe(
  v.object({
    title: v.optional(title),
    description: v.optional(description),
    category: v.optional(category),
    unit: v.optional(unit),
    ...terms,
  }),
  v.transform(saidOf),
)

export const VariantsRequest = v.object({ options: v.optional(options, []), variants: Variants })

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
