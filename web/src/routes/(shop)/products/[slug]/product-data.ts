/** The product in the words of schema.org, for search engines and for previews in chats. */
import type { InferOutput } from 'valibot'
import type { ProductAnswer } from '#worker/market/catalogue/answers'

export type ProductShown = InferOutput<typeof ProductAnswer>

export function productData(product: ProductShown, address: string, picture: string | null) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description || product.title,
    url: address,
    ...(picture ? { image: [picture] } : {}),
    brand: { '@type': 'Brand', name: product.shop.name },
    category: product.category.nameEn,
    offers: {
      '@type': 'AggregateOffer',
      priceCurrency: 'IDR',
      lowPrice: product.priceFrom,
      highPrice: product.priceTo,
      offerCount: product.variants.length,
      availability: `https://schema.org/${product.inStock ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: product.shop.name },
    },
  }
}
