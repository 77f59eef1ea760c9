/** The product in the words of schema.org, for search engines and for previews in chats. */
import type { InferOutput } from 'valibot'
import type { ProductAnswer } from '#worker/market/finding/catalogue/answers'

export type ProductShown = InferOutput<typeof ProductAnswer>

const AVAILABILITY = {
  'at-once': 'InStock',
  'made-to-order': 'MadeToOrder',
  'pre-order': 'PreOrder',
  'sold-out': 'SoldOut',
  closed: 'OutOfStock',
} as const

type Given = {
  address: string
  picture: string | null
  rating: { count: number; average: number | null }
}

export function productData(product: ProductShown, { address, picture, rating }: Given) {
  const sold = {
    priceCurrency: 'IDR',
    availability: `https://schema.org/${AVAILABILITY[product.supply]}`,
    ...(product.availableFrom ? { availabilityStarts: product.availableFrom } : {}),
    seller: { '@type': 'Organization', name: product.shop.name },
  }
  const one = product.priceFrom === product.priceTo
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description || product.title,
    url: address,
    ...(picture ? { image: [picture] } : {}),
    ...(rating.average === null
      ? {}
      : {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: rating.average,
            reviewCount: rating.count,
          },
        }),
    brand: { '@type': 'Brand', name: product.shop.name },
    category: product.trail.map((step) => step.nameEn).join(' > '),
    countryOfOrigin: { '@type': 'Country', name: 'ID' },
    offers: one
      ? { '@type': 'Offer', price: product.priceFrom, url: address, ...sold }
      : {
          '@type': 'AggregateOffer',
          lowPrice: product.priceFrom,
          highPrice: product.priceTo,
          offerCount: product.variants.length,
          ...sold,
        },
  }
}
