/**
 * Before each API test: an empty, migrated database and empty storage. After it: the audit, and the clock
 * is set back, so that the next file begins at the same time as the first.
 */
import { applyD1Migrations, reset, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect } from 'vitest'
import { open } from '#db/client'
import { clock, met, START } from '#test/support/client'
import { audit } from '#worker/audit/queries'
import type { PublishedRoute } from '../../scripts/proved.ts'

type TestEnv = { DB: D1Database; MIGRATIONS: D1Migration[] }

/** A queue that delivers while the storage is emptied can bring the old database back: then once more. */
beforeEach(async () => {
  const { DB, MIGRATIONS } = env as unknown as TestEnv
  for (let tries = 0; tries < 10; tries += 1) {
    await reset()
    await applyD1Migrations(DB, MIGRATIONS)
    const old = await DB.prepare(
      'SELECT 1 FROM people UNION ALL SELECT 1 FROM events LIMIT 1',
    ).first()
    if (old === null) return
    await scheduler.wait(50)
  }
  throw new Error('the database of the test before would not go')
})

declare module 'vitest' {
  interface TaskMeta {
    /** Routes met and their answers; `scripts/test.ts` asks every route for its three tests. */
    met?: string[]
    published?: PublishedRoute[]
  }
}

afterEach(async ({ task }) => {
  task.meta.met = [...met]
  met.clear()
  clock.now = START
  const { DB } = env as unknown as TestEnv
  expect(await audit(open(DB, { from: 'first-primary', gather: false }).db)).toEqual([])
})
