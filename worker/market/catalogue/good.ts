/**
 * A good on the shelf: a product as a list shows it, with its maker and its place. The place is named from
 * its code, so that a list reads no more rows than goods and makers.
 */
import { shortRegency, type AreaCode } from '#worker/market/shipping/area'
import { regencyName } from '#worker/market/shipping/regencies'

export type Good = {
  id: string
  slug: string
  title: string
  category: string
  unit: string
  priceFrom: number
  priceTo: number
  stockTotal: number
  womenLed: number
  regencyCode: string
  photoId: string | null
  photoColor: string | null
  shopSlug: string
  shopName: string
}

export function cardOf(good: Good) {
  return {
    id: good.id,
    slug: good.slug,
    title: good.title,
    category: good.category,
    unit: good.unit,
    priceFrom: good.priceFrom,
    priceTo: good.priceTo,
    inStock: good.stockTotal > 0,
    womenLed: good.womenLed === 1,
    region: regionOf(good.regencyCode),
    shop: { slug: good.shopSlug, name: good.shopName },
    photo: good.photoId === null ? null : { id: good.photoId, color: good.photoColor },
  }
}

export function regionOf(code: string): { code: string; name: string } {
  return { code, name: shortRegency(regencyName(code as AreaCode) ?? code) }
}

export type GoodInFull = Good & {
  description: string
  listedAt: number | null
  categoryNameId: string
  categoryNameEn: string
  craft: string
  story: string
  pickupPlace: string | null
  phone: string
}

export type VariantOfGood = {
  id: string
  name: string
  price: number
  weightGrams: number
  stock: number
}

export type PhotoOfGood = { id: string; width: number; height: number; color: string | null }
