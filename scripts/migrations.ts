/**
 * Applies db/migrations to a local database, with the table and the meaning of `wrangler d1 migrations
 * apply`: each file once, in the order of names, all of it or nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_splitSqlQuery as statementsOf } from 'wrangler'
import { ROOT } from './ground.ts'

const FOLDER = join(ROOT, 'db/migrations')

const APPLIED = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

export type Migrated = { applied: string[]; fromNothing: boolean }

export async function migrate(db: D1Database): Promise<Migrated> {
  await db.prepare(APPLIED).run()
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>()
  const known = new Set(results.map((row) => row.name))
  const missing = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql') && !known.has(name))
    .sort()
  for (const name of missing) await apply(db, name)
  return { applied: missing, fromNothing: known.size === 0 }
}

async function apply(db: D1Database, name: string): Promise<void> {
  const statements = statementsOf(readFileSync(join(FOLDER, name), 'utf8'))
  await db.batch([
    ...statements.map((statement) => db.prepare(statement)),
    db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
  ])
}
