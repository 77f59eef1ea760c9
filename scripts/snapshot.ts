/**
 * The local database as it is now, to read from: a consistent copy (SQLite's own online backup), so that
 * the books can be read and audited while `npm start` goes on serving from the original.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { getPlatformProxy } from 'wrangler'
import { open, type Database } from '#db/client'
import type { Env } from '#worker/http/context'
import { ROOT } from './ground.ts'

/** Where wrangler and Miniflare keep D1 databases under a state folder. */
const D1 = 'v3/d1/miniflare-D1DatabaseObject'

/** Gives `work` a copy of the database under `state`, and removes the copy afterwards. */
export async function withSnapshot<T>(
  state: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(state, D1))) {
    throw new Error(`there is no local database in ${state} yet: npm start makes one`)
  }
  const copy = mkdtempSync(join(tmpdir(), 'lumbung-snapshot-'))
  try {
    await copyDatabases(join(state, D1), join(copy, D1))
    const proxy = await getPlatformProxy<Env>({
      configPath: join(ROOT, 'wrangler.toml'),
      persist: { path: join(copy, 'v3') },
    })
    try {
      return await work(open(proxy.env.DB, { from: 'first-primary', gather: false }).db)
    } finally {
      await proxy.dispose()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function copyDatabases(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from).filter((one) => one.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(from, name), { readOnly: true })
    await backup(database, join(to, name))
    database.close()
  }
}
