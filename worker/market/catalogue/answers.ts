/** The catalogue as it is answered: cards for lists, and one product with all a buyer wants to know. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  regionOf,
  type GoodInFull,
  type PhotoOfGood,
  type VariantOfGood,
} from '#worker/market/catalogue/good'

export const PhotoOfCard = v.strictObject({
  id: v.string(),
  color: v.nullable(v.pipe(v.string(), v.description('Shown until the picture has come: #a1b2c3'))),
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
  womenLed: v.boolean(),
  region: v.strictObject({ code: v.string(), name: v.string() }),
  shop: v.strictObject({ slug: v.string(), name: v.string() }),
  photo: v.nullable(PhotoOfCard),
})
export type ProductCard = v.InferOutput<typeof ProductCard>

export const CataloguePage = v.strictObject({
  ...pageOf(ProductCard).entries,
  meant: v.nullable(
    v.pipe(v.string(), v.description('The words searched for instead, where some were misspelt')),
  ),
})

export const ProductCards = pageOf(ProductCard)

export const PublicVariant = v.strictObject({
  id: v.string(),
  name: v.string(),
  price: v.number(),
  weightGrams: v.number(),
  stock: v.number(),
})

export const PublicPhoto = v.strictObject({
  id: v.string(),
  width: v.number(),
  height: v.number(),
  color: v.nullable(v.string()),
})

export const ProductAnswer = v.strictObject({
  id: v.string(),
  slug: v.string(),
  title: v.string(),
  description: v.string(),
  category: v.strictObject({ slug: v.string(), nameId: v.string(), nameEn: v.string() }),
  unit: v.string(),
  priceFrom: v.number(),
  priceTo: v.number(),
  inStock: v.boolean(),
  listedAt: v.nullable(v.string()),
  variants: v.array(PublicVariant),
  photos: v.array(PublicPhoto),
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

export function describeGood(
  good: GoodInFull,
  variants: readonly VariantOfGood[],
  photos: readonly PhotoOfGood[],
): v.InferOutput<typeof ProductAnswer> {
  const {
    id,
    slug,
    title,
    description,
    unit,
    priceFrom,
    priceTo,
    craft,
    story,
    pickupPlace,
    phone,
  } = good
  return {
    ...{ id, slug, title, description, unit, priceFrom, priceTo },
    category: { slug: good.category, nameId: good.categoryNameId, nameEn: good.categoryNameEn },
    inStock: good.stockTotal > 0,
    listedAt: good.listedAt === null ? null : instantText(good.listedAt),
    variants: [...variants],
    photos: [...photos],
    shop: {
      ...{ slug: good.shopSlug, name: good.shopName, craft, story, pickupPlace, phone },
      region: regionOf(good.regencyCode),
      womenLed: good.womenLed === 1,
    },
  }
}

export const Categories = v.strictObject({
  items: v.array(v.strictObject({ slug: v.string(), nameId: v.string(), nameEn: v.string() })),
  next: v.null(),
})

export const Regions = v.strictObject({
  items: v.array(v.strictObject({ code: v.string(), name: v.string(), province: v.string() })),
  next: v.null(),
})
