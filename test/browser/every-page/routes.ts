/** The pages of the product, by their folders, and which of them an address leads to. */
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

const FOLDER = 'web/src/routes'

/** `(seller)/seller/[slug]/+page.svelte` is `/seller/[slug]`. */
export const routes: readonly string[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.svelte'))
  .map((path) => `/${dirname(path)}`.replace(/\/\([^)]+\)/g, '').replace(/\/\.$/, '') || '/')
  .sort()

const holes = (route: string) => route.split('[').length

/** Those with the fewest parameters first: `/products/new` is no `/products/[id]`. */
const patterns = routes
  .map((route) => ({ route, pattern: new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`) }))
  .sort((a, b) => holes(a.route) - holes(b.route))

/** The page at an address of ours, in whichever language; undefined where there is none. */
export function routeOf(href: string): string | undefined {
  const path = new URL(href, 'http://here').pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  return patterns.find(({ pattern }) => pattern.test(path))?.route
}
