/**
 * The scenarios of `npm run bench`, on whatever network there is: goods, words and loans are found in
 * its data.
 */
import { asked, type Scenario } from '#test/bench/scenario'
import { orderFlow, repaying } from '#test/bench/writing'
import type { Staff } from '#test/bench/staff'
import { expected, Http, type Address } from '#test/support/http'

const PAGE = 24
/** Page 40. */
const DEEP = 39 * PAGE

/** Different pages of one kind, by their addresses; of one's own, if somebody is named. */
function reading(name: string, paths: readonly string[], who?: Http): Scenario {
  const headers: Record<string, string> = who ? { cookie: who.cookieLine() } : {}
  return {
    name,
    variants: paths.length,
    run: async (client, variant) => {
      await asked(client, { method: 'GET', path: paths[variant]!, headers })
    },
  }
}

/** What sellers and the operator look at each day, in the busiest shop there is. */
function working({ chair, shop, treasurer }: Staff): readonly Scenario[] {
  const own = `/api/enterprises/${shop}`
  const orders = ['', '?status=completed', '?paid=no'].map((query) => `${own}/orders${query}`)
  return [
    reading('seller’s orders', orders, chair),
    reading('seller’s day', [`${own}/today`], chair),
    reading('seller’s balance', [`${own}/balance`, `${own}/payouts`], chair),
    reading('payouts', ['/api/payouts', '/api/payouts/due'], treasurer),
    reading('operator’s reports', ['/api/overview', '/api/payments'], treasurer),
  ]
}

export async function scenariosOn(
  at: Address,
  db: D1Database,
  staff: Staff,
): Promise<readonly Scenario[]> {
  const strings = async (sql: string) => {
    const { results } = await db.prepare(sql).all<{ found: string }>()
    return results.map((row) => row.found)
  }
  const categories = await strings(`SELECT category AS found FROM products WHERE on_sale = 1
    GROUP BY category HAVING count(*) > ${DEEP + PAGE} ORDER BY count(*) DESC LIMIT 8`)
  const filters = categories.length > 0 ? categories.map((one) => `category=${one}`) : ['']
  const slugs = await strings(`SELECT slug AS found FROM products WHERE on_sale = 1
    ORDER BY key * 2654435761 % 4294967296 LIMIT 200`)
  const titles = await strings(`SELECT title AS found FROM products WHERE on_sale = 1
    ORDER BY key * 2654435761 % 4294967296 LIMIT 60`)
  const words = [
    ...new Set(titles.flatMap((title) => title.toLowerCase().match(/[a-z]{5,}/g) ?? [])),
  ]
  return [
    reading(
      'list',
      filters.map((filter) => `/api/products?${filter}`),
    ),
    reading('deep page', await Promise.all(filters.map((filter) => deepPage(at, filter)))),
    reading(
      'search',
      words.slice(0, 40).map((word) => `/api/products?q=${word}`),
    ),
    reading(
      'product',
      slugs.map((slug) => `/api/products/${slug}`),
    ),
    reading(
      'product page',
      slugs.map((slug) => `/products/${slug}`),
    ),
    ...working(staff),
    await orderFlow(db, staff),
    quoting,
    await repaying(db, staff),
  ]
}

/** The address of page 40, walked to as a reader would. */
async function deepPage(at: Address, filter: string): Promise<string> {
  const reader = new Http(at)
  let after = ''
  for (let left = DEEP; left > 0; left -= 100) {
    const limit = Math.min(100, left)
    const path = `/api/products?${filter}&limit=${limit}${after}`
    after = `&after=${expected(await reader.get(path), 200).next}`
  }
  return `/api/products?${filter}${after}`
}

const quoting: Scenario = {
  name: 'loan quote',
  variants: 24,
  run: async (client, variant) => {
    const body = JSON.stringify({
      principal: 5_000_000 + variant * 250_000,
      annualRate: 12,
      interestMethod: 'declining',
      amortization: 'equalInstalment',
      instalments: 12,
      every: 1,
      unit: 'month',
      disbursedOn: '2026-11-22',
    })
    await asked(client, { method: 'POST', path: '/api/loan-quotes', body })
  },
}
