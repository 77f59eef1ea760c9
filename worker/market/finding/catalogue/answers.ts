/** The catalogue as it is answered: cards for lists, and one product with all a buyer wants to know. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import * as good from '#worker/market/finding/catalogue/good'
import { describePublicLabel, PublicLabel } from '#worker/market/offering/labels/answers'
import { LABEL_KINDS, holdsOn } from '#worker/market/offering/labels/label'
import { pricePer } from '#worker/market/offering/products/net-content'
import { optionsOf } from '#worker/market/offering/products/options'
import { describeParticulars, ParticularsOfVariant } from '#worker/market/offering/variants/answers'
import {
  givenOf,
  particularsOf,
  type ParticularsRow,
} from '#worker/market/offering/variants/queries'

export const PhotoOfCard = v.strictObject({
  id: v.string(),
  color: v.nullable(v.pipe(v.string(), v.description('Shown until the picture has come: #a1b2c3'))),
})

const Sold = v.strictObject({
  supply: v.pipe(
    v.picklist(good.SUPPLIES),
    v.description('How it can be had now; made-to-order in so many days, pre-order from a day on'),
  ),
  madeToOrderDays: v.number(),
  availableFrom: v.nullable(v.string()),
  opensAgainAt: v.pipe(
    v.nullable(v.string()),
    v.description('Where it is closed and this is known'),
  ),
})

export const ProductCard = v.strictObject({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  category: v.string(),
  unit: v.string(),
  priceFrom: v.number(),
  priceTo: v.number(),
  inStock: v.boolean(),
  ...Sold.entries,
  labels: v.array(v.picklist(LABEL_KINDS)),
  womenLed: v.boolean(),
  region: v.strictObject({ code: v.string(), name: v.string() }),
  shop: v.strictObject({ slug: v.string(), name: v.string() }),
  photo: v.nullable(PhotoOfCard),
})
export type ProductCard = v.InferOutput<typeof ProductCard>

const written = (at: number | null) => (at === null ? null : instantText(at))

function describeSold(one: good.Good, look: good.Look): v.InferOutput<typeof Sold> {
  const { madeToOrderDays, availableFrom } = one
  const opensAgainAt = written(good.opensAgainAt(one, look))
  return { supply: good.supplyOf(one, look), madeToOrderDays, availableFrom, opensAgainAt }
}

export function cardOf(one: good.Good, look: good.Look): ProductCard {
  const { id, slug, title, category, unit, priceFrom, priceTo } = one
  return {
    ...{ id, slug, title, category, unit, priceFrom, priceTo },
    inStock: one.stockTotal > 0,
    ...describeSold(one, look),
    labels: good.labelsOf(one, look.today),
    womenLed: one.womenLed === 1,
    region: good.regionOf(one.regencyCode),
    shop: { slug: one.shopSlug, name: one.shopName },
    photo: one.photoId === null ? null : { id: one.photoId, color: one.photoColor },
  }
}

export const CataloguePage = v.strictObject({
  ...pageOf(ProductCard).entries,
  meant: v.nullable(
    v.pipe(v.string(), v.description('The words searched for instead, where some were misspelt')),
  ),
})

export const BesideAnswer = v.strictObject({
  shop: v.pipe(v.array(ProductCard), v.description('More of the same shop')),
  alike: v.pipe(v.array(ProductCard), v.description('Of the same category, from other shops')),
})

export const PublicVariant = v.strictObject({
  id: v.string(),
  name: v.string(),
  price: v.number(),
  weightGrams: v.number(),
  stock: v.number(),
  ...ParticularsOfVariant.entries,
  pricePer: v.pipe(
    v.nullable(v.strictObject({ per: v.picklist(['kg', 'litre', 'metre']), price: v.number() })),
    v.description('What a kilogram, litre or metre costs'),
  ),
})

export const PublicPhoto = v.strictObject({
  id: v.string(),
  width: v.number(),
  height: v.number(),
  color: v.nullable(v.string()),
})

const Category = v.strictObject({ slug: v.string(), nameId: v.string(), nameEn: v.string() })

export const ProductAnswer = v.strictObject({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  description: v.string(),
  category: Category,
  trail: v.pipe(v.array(Category), v.description('The categories it lies in, from the widest')),
  unit: v.string(),
  priceFrom: v.number(),
  priceTo: v.number(),
  inStock: v.boolean(),
  ...Sold.entries,
  closesNextAt: v.nullable(v.string()),
  listedAt: v.nullable(v.string()),
  options: v.array(v.strictObject({ name: v.string(), values: v.array(v.string()) })),
  variants: v.array(PublicVariant),
  photos: v.array(PublicPhoto),
  labels: v.array(PublicLabel),
  makers: v.array(v.strictObject({ name: v.string(), about: v.string() })),
  shop: v.strictObject({
    slug: v.string(),
    name: v.string(),
    craft: v.string(),
    story: v.string(),
    region: v.strictObject({ code: v.string(), name: v.string() }),
    womenLed: v.boolean(),
    pickupPlace: v.nullable(v.string()),
    phone: v.string(),
  }),
})

type VariantOfGood = ParticularsRow & {
  id: string
  name: string
  price: number
  weightGrams: number
  stock: number
}

function describeVariant(row: VariantOfGood): v.InferOutput<typeof PublicVariant> {
  const { id, name, price, weightGrams, stock } = row
  const particulars = particularsOf(row)
  return {
    ...{ id, name, price, weightGrams, stock },
    ...describeParticulars(particulars),
    pricePer: pricePer(amount(price), particulars.net),
  }
}

type Shown = {
  variants: readonly { variant: string }[]
  photos: readonly good.PhotoOfGood[]
}

export function describeGood(
  one: good.GoodInFull,
  shown: Shown,
  look: good.Look,
): v.InferOutput<typeof ProductAnswer> {
  const { id, slug, title, description, unit, priceFrom, priceTo } = one
  const { craft, story, pickupPlace, phone } = one
  const trail = JSON.parse(one.trail) as good.Step[]
  const names = givenOf(JSON.parse(one.options) as (string | null)[])
  const variants = shown.variants.map((row) =>
    describeVariant(JSON.parse(row.variant) as VariantOfGood),
  )
  const labels = JSON.parse(one.productLabels) as good.ShownLabel[]
  return {
    ...{ id, slug, title, description, unit, priceFrom, priceTo, trail },
    category: trail.at(-1) ?? { slug: one.category, nameId: '', nameEn: '' },
    inStock: one.stockTotal > 0,
    ...describeSold(one, look),
    closesNextAt: written(good.closesNextAt(one, look)),
    listedAt: written(one.listedAt),
    options: optionsOf(names, variants),
    variants,
    photos: [...shown.photos],
    labels: labels.filter((label) => holdsOn(label, look.today)).map(describePublicLabel),
    makers: JSON.parse(one.makers) as good.ShownMaker[],
    shop: {
      ...{ slug: one.shopSlug, name: one.shopName, craft, story, pickupPlace, phone },
      region: good.regionOf(one.regencyCode),
      womenLed: one.womenLed === 1,
    },
  }
}

const count = v.pipe(v.number(), v.description('How many products of it are on sale'))

export const Categories = v.strictObject({
  items: v.array(
    v.strictObject({
      ...Category.entries,
      parent: v.pipe(v.nullable(v.string()), v.description('The category that it lies in')),
      products: count,
    }),
  ),
  next: v.null(),
})

export const Regions = v.strictObject({
  items: v.array(
    v.strictObject({ code: v.string(), name: v.string(), province: v.string(), products: count }),
  ),
  next: v.null(),
})
