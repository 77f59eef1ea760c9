/** What a page of the catalogue costs: trips and rows, counted by the database itself on 2,000 goods. */
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Cost } from '#db/client'
import { api } from '#worker/api'
import { arrivalOf } from '#worker/http/arrive'
import { bindings, type Json } from '#test/support/client'
import { aDraft, aShop } from '#test/support/shop'
import { anOperator } from '#test/support/world'

const GOODS = 2000
const SHOWN = 24
/** Beside the rows shown: one good ahead, and the words of the search under their spellings. */
const AROUND = 48

type Costly = { body: Json; cost: Cost }

async function ask(path: string): Promise<Costly> {
  const request = new Request(`http://localhost${path}`)
  const arrival = arrivalOf(request, bindings())
  const response = await api.fetch(request, { ...bindings(), arrival })
  expect(response.status).toBe(200)
  return { body: (await response.json()) as Json, cost: arrival.visit.cost }
}

async function deep(query: string, pages: number): Promise<Costly> {
  let after = ''
  for (let n = 1; n < pages; n += 1) {
    const { body } = await ask(`/api/products?limit=100&${query}${after}`)
    after = `&after=${body.next}`
  }
  return ask(`/api/products?${query}${after}`)
}

/** Copies of one draft, put on sale at once: a thousand requests would measure nothing more. */
beforeEach(async () => {
  const operator = await anOperator()
  const shop = await aShop(operator)
  const draft = await aDraft(shop, { title: 'Tas mendong', description: 'Bekal kopi sore.' })
  const { DB } = env as unknown as { DB: D1Database }
  const numbers = JSON.stringify(Array.from({ length: GOODS }, (_, n) => n + 1))
  await DB.batch([
    DB.prepare(
      `INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
         on_sale, price_from, price_to, stock_total, regency_code, women_led, created_at, version)
       SELECT p.id || '-' || n.value, enterprise_id, p.slug || '-' || n.value,
         iif(n.value % 2, title, 'Tikar') || ' ' || n.value, description,
         iif(n.value % 5, 'bags', 'weaving'), unit, 'listed', 1, 1000 * (1 + n.value % 200),
         1000 * (1 + n.value % 200), iif(n.value % 3, 0, 5), regency_code, women_led, created_at, 1
       FROM products p, json_each(?) n WHERE p.id = ?`,
    ).bind(numbers, draft.id),
    DB.prepare(
      `INSERT INTO variants (id, product_id, position, price, weight_grams, stock)
       SELECT 'v-' || id, id, 1, price_from, 200, stock_total FROM products WHERE on_sale = 1`,
    ),
    DB.prepare(
      `INSERT INTO events (subject, seq, type, actor_id, at, request_id)
       SELECT id, 1, 'drafted', 'test', 0, 'test' FROM products WHERE on_sale = 1`,
    ),
  ])
})

describe('a page of the catalogue', () => {
  it('costs one trip and three rows a good, the fourth page of a hundred like the first', async () => {
    for (const query of [
      '',
      'category=bags',
      'region=32&womenLed=false',
      'q=mendong',
      'q=kopi',
      'q=mendng',
      'sort=cheapest',
      'sort=dearest&q=tas&category=bags',
      'minPrice=20000&maxPrice=60000',
      'minPrice=30001&maxPrice=179999&inStock=true',
      'inStock=true&openNow=true',
      'q=kopi&inStock=true&minPrice=20000',
      'sort=cheapest&inStock=true&minPrice=5000',
    ]) {
      const first = await ask(`/api/products?${query}`)
      const later = await deep(query, 4)
      for (const { body, cost } of [first, later]) {
        expect({ query, shown: (body.items as unknown as []).length }).toEqual({
          query,
          shown: SHOWN,
        })
        expect(cost.trips).toBe(1)
        const within = 3 * SHOWN + AROUND
        expect({ query, rowsRead: cost.rowsRead, within: cost.rowsRead <= within }).toEqual({
          query,
          rowsRead: cost.rowsRead,
          within: true,
        })
      }
    }
  })

  it('shows each good once, from the first page to the last', async () => {
    for (const query of ['sort=newest', 'sort=cheapest', 'q=tikar', 'q=kopi']) {
      const seen = new Set<string>()
      let count = 0
      for (let after = ''; ;) {
        const { body } = await ask(`/api/products?limit=100&${query}${after}`)
        for (const { id } of body.items as unknown as { id: string }[]) seen.add(id)
        count += (body.items as unknown as []).length
        if (!body.next) break
        after = `&after=${body.next}`
      }
      expect({ query, count, seen: seen.size }).toEqual({
        query,
        count: seen.size,
        seen: seen.size,
      })
      expect(count).toBe(query === 'q=tikar' ? GOODS / 2 : GOODS)
    }
  })
})

describe('a product', () => {
  it('costs one trip and a handful of rows', async () => {
    const { cost } = await ask('/api/products/tas-mendong-7')
    expect(cost.trips).toBe(1)
    expect(cost.rowsRead).toBeLessThanOrEqual(15)
  })

  it('costs one trip to see what stands beside it, and where goods come from', async () => {
    const beside = await ask('/api/products/tas-mendong-7/beside')
    expect(beside.cost.trips).toBe(1)
    expect(beside.cost.rowsRead).toBeLessThanOrEqual(3 * 8 + 20)
    const regions = await ask('/api/regions')
    expect(regions.cost.rowsRead).toBeLessThanOrEqual(6)
  })
})
