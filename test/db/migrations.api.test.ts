/**
 * A migration meets data. Each is applied to a database that already holds people, books and an
 * application, and must leave every row of before as it was, with every reference in place.
 */
import { applyD1Migrations, reset, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, it } from 'vitest'
import { WRITTEN } from '#test/db/written'

const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] }

/**
 * Columns that a migration moved elsewhere or says otherwise, of which the tests are below; and the fund of
 * a loan, which every loan has since there are funds, and its region.
 */
const MOVED: Readonly<Record<string, readonly string[]>> = {
  orders: ['commission_bps'],
  loans: ['fund_id', 'region_code'],
  rate_caps: ['annual_rate', 'measure'],
  loan_products: [
    ...['description', 'audience', 'interest_method', 'amortization', 'every', 'unit'],
    ...['min_instalments', 'max_instalments', 'grace', 'round_to', 'fee_rate', 'early_payment'],
  ],
}

type Held = Record<string, string>

/** Every table that holds rows, with all of them as text. */
async function held(): Promise<Held> {
  const { results: tables } = await DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
     AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%'
     AND name NOT LIKE '%search%'`,
  ).all<{ name: string }>()
  const contents: Held = {}
  const all = await DB.batch(tables.map(({ name }) => DB.prepare(`SELECT * FROM ${name}`)))
  for (const [i, { name }] of tables.entries()) {
    const results = all[i]?.results ?? []
    if (results.length > 0) contents[name] = JSON.stringify(results)
  }
  return contents
}

/** Of what is there now, only the columns that were there before. */
function asBefore(table: string, before: string, now: string | undefined): unknown[] {
  const columns = Object.keys((JSON.parse(before) as Record<string, unknown>[])[0] ?? {}).filter(
    (name) => !MOVED[table]?.includes(name),
  )
  const rows = JSON.parse(now ?? '[]') as Record<string, unknown>[]
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
}

/** These rows are no books: they are gone before the audit looks. */
afterEach(async () => {
  await reset()
  await applyD1Migrations(DB, MIGRATIONS)
})

it('leaves every row of before as it was, migration by migration', async () => {
  await reset()
  for (const [i, { name }] of MIGRATIONS.entries()) {
    const before = i === 0 ? {} : await held()

    await applyD1Migrations(DB, MIGRATIONS.slice(0, i + 1))

    const after = await held()
    for (const [table, rows] of Object.entries(before)) {
      const was = asBefore(table, rows, rows)
      expect({ name, table, rows: asBefore(table, rows, after[table]) }).toEqual({
        name,
        table,
        rows: expect.arrayContaining(was),
      })
    }
    const { results: broken } = await DB.prepare('PRAGMA foreign_key_check').all()
    expect({ name, broken }).toEqual({ name, broken: [] })
    for (const statement of WRITTEN[name.slice(0, 4)] ?? []) await DB.prepare(statement).run()
  }
  expect(Object.keys(await held())).toEqual(
    expect.arrayContaining(['people', 'memberships', 'events', 'transfers', 'rate_caps']),
  )
})

it('divides the commission of an order among its lines, and knows what was given back', async () => {
  await reset()
  for (const [i, { name }] of MIGRATIONS.entries()) {
    await applyD1Migrations(DB, MIGRATIONS.slice(0, i + 1))
    if (i < 7) for (const one of WRITTEN[name.slice(0, 4)] ?? []) await DB.prepare(one).run()
  }
  const { results } = await DB.prepare(
    `SELECT l.order_id AS id, l.n, l.commission_bps AS rate, l.commission, o.refunded,
       o.commission_back AS back FROM order_lines l JOIN orders o ON o.id = l.order_id
     ORDER BY l.order_id, l.n`,
  ).all()
  expect(results).toEqual([
    { id: 'r1', n: 1, rate: 333, commission: 1110, refunded: 76666, back: 2220 },
    { id: 'r1', n: 2, rate: 333, commission: 1110, refunded: 76666, back: 2220 },
    { id: 'r2', n: 1, rate: 333, commission: 1110, refunded: 0, back: 0 },
  ])
})

it('keeps what a loan product offered, and its version with the loans that run on it', async () => {
  await reset()
  for (const { name } of MIGRATIONS) {
    await applyD1Migrations(
      DB,
      MIGRATIONS.slice(0, MIGRATIONS.findIndex((m) => m.name === name) + 1),
    )
    if (name < '0022')
      for (const one of WRITTEN[name.slice(0, 4)] ?? []) await DB.prepare(one).run()
  }
  const { results } = await DB.prepare(
    `SELECT p.audience, v.offer, v.version, v.running FROM loan_products p
     JOIN loan_product_versions v ON v.product_id = p.id`,
  ).all<{ audience: string; offer: string; version: number; running: number }>()
  expect(results).toMatchObject([{ audience: 'any', version: 1, running: 1 }])
  expect(JSON.parse(results[0]!.offer)).toMatchObject({
    name: 'Pinjaman',
    audience: 'any',
    annualRate: 12_000_000,
    graceOnPrincipal: 2,
    roundInstalmentTo: 100,
    fees: [{ kind: 'atDisbursement', deducted: true, rate: 500_000 }],
    penalty: null,
    weights: [],
    daysOff: { weekdays: [], holidays: false },
    allocation: ['interest', 'principal', 'fees', 'penalties'],
  })
  const { results: caps } = await DB.prepare('SELECT * FROM rate_caps').all()
  expect(caps).toMatchObject([{ programme: '', nominal: null, effective: 24_000_000 }])
})

it('changes nothing when it is applied again', async () => {
  await DB.prepare(WRITTEN['0001']![0]!).run()
  const before = await held()
  await applyD1Migrations(DB, MIGRATIONS)
  expect(await held()).toEqual(before)
})
