/**
 * A network to measure on where no large seed is at hand: a few shops and loans made over HTTP, and from one
 * of their products ten thousand, copied by SQL with words of their own.
 */
import { earned } from '#test/faults/town'
import { expected, type Address } from '#test/support/http'
import * as network from '#test/support/http-network'

const PRODUCTS = 10_000
const AT_ONCE = 500
const SHOPS = 12
const LOANS = 128

const THINGS = ['Tas', 'Keranjang', 'Kain', 'Mangkuk', 'Cangkir', 'Tikar', 'Selendang', 'Guci']
const SELLING = 3
const KINDS = ['anyaman', 'mendong', 'rotan', 'pandan', 'lurik', 'gerabah', 'sogan', 'songket']
const PLACES = ['rajapolah', 'kasongan', 'troso', 'lasem', 'kokap', 'gayo', 'jepara', 'bantul']
const CATEGORIES = ['weaving', 'bags', 'batik', 'textiles', 'clothing', 'pottery', 'wood', 'home']

export async function fill(at: Address, db: D1Database, say: (line: string) => void) {
  const operator = await network.anOperatorOn(at)
  for (let n = 1; n <= SHOPS; n += 1) {
    const shop = await network.aShopOn(operator, n)
    // Some sell, so that there is something to look at for whoever works there.
    if (n <= SELLING) await earned(operator, shop)
  }
  say(`${SHOPS} shops`)
  const lender = await network.aLenderOn(operator)
  const borrower = await network.aBorrowerOn(at)
  for (let n = 0; n < LOANS; n += 8) {
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const path = await network.anAcceptedApplicationOn(lender, borrower)
        expected(await lender.cashier.post(`${path}/disbursement`), 201)
      }),
    )
  }
  say(`${LOANS} loans`)
  for (let n = 0; n < PRODUCTS; n += AT_ONCE) await copies(db, n)
  say(`${PRODUCTS} products`)
}

async function copies(db: D1Database, from: number): Promise<void> {
  const rows = Array.from({ length: AT_ONCE }, (_, i) => {
    const n = from + i
    const of = (list: readonly string[], every: number) => list[Math.floor(n / every) % list.length]
    const title = `${of(THINGS, 1)} ${of(KINDS, 8)} ${of(PLACES, 64)} ${n}`
    return [n, title, of(CATEGORIES, 1), 20_000 + ((n * 7919) % 400) * 1000, n % SHOPS]
  })
  const json = JSON.stringify(rows)
  await db.batch([
    db
      .prepare(
        `INSERT INTO products (id, enterprise_id, slug, title, description, category, unit, status,
           on_sale, price_from, price_to, stock_total, regency_code, women_led, listed_at,
           created_at, version)
         SELECT p.id || '-' || (j.value->>0), p.enterprise_id, 'barang-' || (j.value->>0),
           j.value->>1, p.description, j.value->>2, p.unit, 'listed', 1, j.value->>3, j.value->>3,
           2000, p.regency_code, p.women_led, p.created_at, p.created_at, 1
         FROM json_each(?) j JOIN (
           SELECT row_number() OVER (ORDER BY key) - 1 AS shop, * FROM products LIMIT ${SHOPS}
         ) p ON p.shop = j.value->>4`,
      )
      .bind(json),
    ...[1, 2].map((position) =>
      db
        .prepare(
          `INSERT INTO variants (id, product_id, position, name, price, weight_grams, stock)
           SELECT p.id || '-${position}', p.id, ${position}, 'Ukuran ${position}', p.price_from, 400,
             1000 FROM json_each(?) j JOIN products p ON p.slug = 'barang-' || (j.value->>0)`,
        )
        .bind(json),
    ),
    db
      .prepare(
        `INSERT INTO events (subject, seq, type, actor_id, at, request_id)
         SELECT p.id, 1, 'listed', 'bench', p.created_at, 'bench'
         FROM json_each(?) j JOIN products p ON p.slug = 'barang-' || (j.value->>0)`,
      )
      .bind(json),
  ])
}
