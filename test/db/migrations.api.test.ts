/**
 * A migration meets data. Each is applied to a database that already holds people, books and an
 * application, and must leave every row of before as it was, with every reference in place.
 */
import { applyD1Migrations, reset, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

const { DB, MIGRATIONS } = env as unknown as { DB: D1Database; MIGRATIONS: D1Migration[] }

/** What is written as soon as its tables stand: by the number of the migration. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  '0001': [
    `INSERT INTO people (id, phone, name, created_at)
     VALUES ('p1', '6281200000001', 'Euis', 1), ('p2', '6281200000002', 'Wayan', 1)`,
    `INSERT INTO organizations (id, kind, slug, name, status, created_at)
     VALUES ('o1', 'operator', 'jaringan', 'Jaringan', 'open', 1),
            ('l1', 'lender', 'koperasi', 'Koperasi', 'open', 1)`,
    `INSERT INTO memberships (organization_id, person_id, role, since)
     VALUES ('o1', 'p1', 'owner', 1), ('l1', 'p2', 'owner', 1)`,
    `INSERT INTO events (subject, seq, type, actor_id, at, request_id, data)
     VALUES ('f1', 1, 'received', 'p2', 1, 'r1', '{"amount":7}')`,
  ],
  '0002': [
    `INSERT INTO accounts (id, book, code, holder, normal, guarded, debits, credits)
     VALUES ('l1/bank/', 'l1', 'bank', '', 'debit', 0, 7, 0),
            ('l1/fund-capital/', 'l1', 'fund-capital', '', 'credit', 1, 0, 7)`,
    `INSERT INTO entries (id, book, rule, subject, description, value_on, posted_at, actor_id, request_id)
     VALUES ('e1', 'l1', 'fund-received', 'f1', 'Dana “masuk”; 100 %', '2026-01-31', 1, 'p2', 'r1')`,
    `INSERT INTO transfers (entry_id, n, debit, credit, amount)
     VALUES ('e1', 1, 'l1/bank/', 'l1/fund-capital/', 7)`,
  ],
  '0016': [
    `INSERT INTO api_keys (id, organization_id, name, prefix, secret_hash, scopes, created_by,
       created_at, version) VALUES ('k1', 'l1', 'Buku', 'lk_abc', 'hash', '["loan:read"]', 'p2', 1, 1)`,
  ],
  '0003': [
    `INSERT INTO organizations (id, kind, slug, name, status, created_at)
     VALUES ('u1', 'enterprise', 'kelompok', 'Kelompok', 'open', 1)`,
    `INSERT INTO memberships (organization_id, person_id, role, since)
     VALUES ('u1', 'p1', 'chair', 1)`,
    `INSERT INTO enterprises (organization_id, craft, area_code, regency_code, regency_name, phone)
     VALUES ('u1', 'Anyaman', '32.06.34.2002', '32.06', 'Kabupaten Tasikmalaya', '6281200000001')`,
    `INSERT INTO products (key, id, enterprise_id, slug, title, category, status, on_sale, price_from,
       price_to, stock_total, regency_code, women_led, created_at, version)
     VALUES (1, 'g1', 'u1', 'tikar', 'Tikar', 'weaving', 'listed', 1, 9000, 9000, 3, '32.06', 0, 1, 1)`,
    `INSERT INTO variants (id, product_id, position, price, weight_grams, stock)
     VALUES ('v1', 'g1', 1, 9000, 100, 3)`,
  ],
  '0006': [
    `INSERT INTO rate_caps (lender_id, since, annual_rate, measure, source)
     VALUES ('l1', '2026-01-01', 24000000, 'effective', 'Permenkop UKM 8/2023')`,
  ],
  '0009': [
    `INSERT INTO tier_prices (variant_id, from_quantity, price) VALUES ('v1', 10, 8500)`,
    `INSERT INTO makers (id, enterprise_id, name, created_at, version)
     VALUES ('m1', 'u1', 'Euis', 1, 1)`,
    `INSERT INTO product_makers (product_id, maker_id, position) VALUES ('g1', 'm1', 1)`,
    `INSERT INTO product_labels (product_id, kind, number, valid_until, created_at)
     VALUES ('g1', 'sni', 'SNI 1234:2020', '2027-01-31', 1)`,
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
  for (const { name } of tables) {
    const { results } = await DB.prepare(`SELECT * FROM ${name}`).all()
    if (results.length > 0) contents[name] = JSON.stringify(results)
  }
  return contents
}

/** Of what is there now, only the columns that were there before. */
function asBefore(before: string, now: string | undefined): unknown[] {
  const columns = Object.keys((JSON.parse(before) as Record<string, unknown>[])[0] ?? {})
  const rows = JSON.parse(now ?? '[]') as Record<string, unknown>[]
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
}

it('leaves every row of before as it was, migration by migration', async () => {
  await reset()
  for (const [i, { name }] of MIGRATIONS.entries()) {
    const before = i === 0 ? {} : await held()

    await applyD1Migrations(DB, MIGRATIONS.slice(0, i + 1))

    const after = await held()
    for (const [table, rows] of Object.entries(before)) {
      expect({ name, table, rows: asBefore(rows, after[table]) }).toEqual({
        name,
        table,
        rows: expect.arrayContaining(JSON.parse(rows) as unknown[]),
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

it('changes nothing when it is applied again', async () => {
  await DB.prepare(WRITTEN['0001']![0]!).run()
  const before = await held()
  await applyD1Migrations(DB, MIGRATIONS)
  expect(await held()).toEqual(before)
})
