import { read } from '#lib/server/api.ts'
import { sitemapIndex, xml } from '#lib/server/sitemap.ts'
import type { RequestHandler } from './$types'

/** Every page of the map: the shelves, shops by province, products by their keys. */
export const GET: RequestHandler = async ({ locals: { api }, url }) => {
  const { productPages, provinces } = await read(api.sitemap.$get())
  const pages = Array.from({ length: productPages }, (_, n) => `/sitemap/products-${n}.xml`)
  const shops = provinces.map((code) => `/sitemap/shops-${code}.xml`)
  return xml(sitemapIndex(url.origin, ['/sitemap/shelves.xml', ...shops, ...pages]))
}
