import { error } from '@sveltejs/kit'
import { read, type ApiClient } from '#lib/server/api.ts'
import { urlSet, xml } from '#lib/server/sitemap.ts'
import type { RequestHandler } from './$types'

const ALWAYS = ['/', '/products', '/shops', '/regions', '/loan-products', '/calculator', '/about']

export const GET: RequestHandler = async ({ locals: { api }, params, url }) =>
  xml(urlSet(url.origin, await pathsOf(api, params.part)))

async function pathsOf(api: ApiClient, part: string): Promise<string[]> {
  if (part === 'shelves.xml') return shelves(api)
  const [, kind, name] = /^(products|shops)-(\d{1,3})\.xml$/.exec(part) ?? []
  if (kind === 'products' && name) {
    const { slugs } = await read(api.sitemap.products[':page'].$get({ param: { page: name } }))
    return slugs.map((slug) => `/products/${slug}`)
  }
  if (kind === 'shops' && name) {
    const param = { province: name }
    const { slugs } = await read(api.sitemap.shops[':province'].$get({ param }))
    return slugs.map((slug) => `/shops/${slug}`)
  }
  error(404, 'There is no such page of the map.')
}

/** Categories and regions where something stands. */
async function shelves(api: ApiClient): Promise<string[]> {
  const [categories, regions] = await Promise.all([
    read(api.categories.$get({ query: {} })),
    read(api.regions.$get()),
  ])
  const filled = categories.items.filter((one) => one.products > 0)
  return [
    ...ALWAYS,
    ...filled.map((one) => `/products?category=${one.slug}`),
    ...regions.items.map((one) => `/regions/${one.code}`),
  ]
}
