/** Pages of the site's map in the form of sitemaps.org, each address with its twin in the other language. */
import { localizeHref } from '#lib/paraglide/runtime.js'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACES =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

export function urlSet(origin: string, paths: readonly string[]): string {
  const urls = paths.map((path) => {
    const [id, en] = (['id', 'en'] as const).map((locale) =>
      escaped(origin + localizeHref(path, { locale })),
    )
    const twin = (lang: string, href?: string) =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`
    return `<url><loc>${id}</loc>${twin('id', id)}${twin('en', en)}</url>`
  })
  return `${HEAD}<urlset ${SPACES}>\n${urls.join('\n')}\n</urlset>\n`
}

export function sitemapIndex(origin: string, paths: readonly string[]): string {
  const maps = paths.map((path) => `<sitemap><loc>${escaped(origin + path)}</loc></sitemap>`)
  return `${HEAD}<sitemapindex ${SPACES}>\n${maps.join('\n')}\n</sitemapindex>\n`
}

export function xml(body: string): Response {
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  }
  return new Response(body, { headers })
}
