/** The SQL of the migrations is the truth; the Drizzle schema must say the same of every table. */
import { env } from 'cloudflare:workers'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

const modules = import.meta.glob<Record<string, unknown>>('../../db/schema/*.ts', { eager: true })
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((one): one is SQLiteTable => is(one, SQLiteTable))
  .map((table) => getTableConfig(table))

type Column = { name: string; type: string; notnull: number; pk: number }

async function columnsOf(table: string): Promise<Column[]> {
  const { DB } = env as unknown as { DB: D1Database }
  const { results } = await DB.prepare(
    `SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`,
  ).all<Column>()
  return results
}

it('says the same as the migrated database, column by column', async () => {
  for (const table of tables) {
    const migrated = (await columnsOf(table.name)).map((one) => ({
      name: one.name,
      type: one.type.toUpperCase(),
      required: one.notnull === 1 || one.pk > 0,
    }))
    const drawn = table.columns.map((one) => ({
      name: one.name,
      type: one.getSQLType().toUpperCase(),
      required: one.notNull || one.primary || inKey(table, one.name),
    }))
    expect({ [table.name]: sorted(drawn) }).toEqual({ [table.name]: sorted(migrated) })
  }
})

it('leaves no table of the database without a schema', async () => {
  const { DB } = env as unknown as { DB: D1Database }
  const { results } = await DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table'
     AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%'
     AND name NOT LIKE 'product_search%' AND name NOT LIKE 'search_words%'`,
  ).all<{ name: string }>()
  const drawn = new Set(tables.map((table) => table.name))
  expect(results.map((one) => one.name).filter((name) => !drawn.has(name))).toEqual([])
})

function inKey(table: (typeof tables)[number], column: string): boolean {
  return table.primaryKeys.some((key) => key.columns.some((one) => one.name === column))
}

function sorted<T extends { name: string }>(columns: T[]): T[] {
  return [...columns].sort((a, b) => (a.name < b.name ? -1 : 1))
}
