/** `npm run books` and `npm run audit` as a treasurer runs them, beside a database that is in use. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import { commit, open } from '#db/client'
import { balancesBy, isInstalled, run } from '#test/support/plain-text-accounting'
import { recordEvents } from '#worker/history/queries'
import type { Env } from '#worker/http/context'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { entryOf, type Posting } from '#worker/ledger/entry'
import { fundReceived } from '#worker/ledger/posting-rules/funds'
import { purchasePaid } from '#worker/ledger/posting-rules/sales'
import { recordEntries } from '#worker/ledger/queries'
import { ROOT } from '../../scripts/ground.ts'
import { migrate } from '../../scripts/migrations.ts'

const state = mkdtempSync(join(tmpdir(), 'lumbung-books-'))
let proxy: Awaited<ReturnType<typeof getPlatformProxy<Env>>>

beforeAll(async () => {
  proxy = await getPlatformProxy<Env>({
    configPath: join(ROOT, 'wrangler.toml'),
    persist: { path: join(state, 'v3') },
  })
  await migrate(proxy.env.DB)
  await twoBooks(proxy.env.DB)
}, 60_000)

afterAll(async () => {
  await proxy.dispose()
  rmSync(state, { recursive: true, force: true })
})

/** Six hundred paid orders in the operator's book, one loan in a lender's. */
async function twoBooks(binding: D1Database): Promise<void> {
  const { db } = open(binding, { from: 'first-primary', gather: false })
  const organization = binding.prepare(
    `INSERT INTO organizations (id, kind, slug, name, status, created_at) VALUES (?, ?, ?, ?, 'pending', 0)`,
  )
  await binding.batch([
    organization.bind('operator', 'operator', 'jaringan-contoh', 'Jaringan Contoh'),
    organization.bind('lender', 'lender', 'dana-contoh', 'Dana Contoh'),
    binding.prepare(`UPDATE organizations SET status = 'closed'`),
  ])
  const on = localDate('2026-11-22')
  const postings: Posting[] = Array.from({ length: 600 }, (_, i) =>
    purchasePaid(
      { book: 'operator', on },
      {
        id: `p${i}`,
        code: `K${i}`,
        uniqueCode: amount(i % 7),
        orders: [{ id: `o${i}`, code: `K${i}`, enterpriseId: 'anyam', total: amount(1000 + i) }],
      },
    ),
  )
  const fund = { id: 'f', source: 'Yayasan “Melati”; CSR', amount: amount(5_000_000) }
  const given = [...postings, fundReceived({ book: 'lender', on }, fund)]
  const act = { at: instant(1), actorId: 'siti', requestId: 'r' }
  await commit(db, [
    recordEvents(db, [{ ...act, subject: 's', seq: 1, type: 'recorded' }]),
    ...recordEntries(
      db,
      given.map((draft, i) => entryOf(draft, { ...act, id: `e${i}` })),
    ),
  ])
}

type Ran = { status: number; journal: string; said: string }

/** Not waited for by blocking: the database beside it would lose its connection meanwhile. */
function command(name: 'books' | 'audit'): Promise<Ran> {
  const env = {
    ...process.env,
    STATE: state,
    NODE_NO_WARNINGS: '1',
    WRANGLER_SEND_METRICS: 'false',
  }
  return new Promise((resolve) => {
    execFile('node', [join(ROOT, 'scripts', `${name}.ts`)], { env }, (ended, journal, said) =>
      resolve({ status: ended ? Number(ended.code) : 0, journal, said }),
    )
  })
}

describe('npm run books', { timeout: 60_000 }, () => {
  const missing = (['hledger', 'ledger'] as const).filter((program) => !isInstalled(program))
  const reason = missing.length > 0 ? ` (skipped: ${missing.join(', ')} not installed here)` : ''

  it.skipIf(missing.length > 0)(
    `prints all books as both programs add them up${reason}`,
    async () => {
      const { status, journal, said } = await command('books')
      const expected = {
        'assets:bank:jaringan-contoh': 779_700 + 1795,
        'assets:bank:dana-contoh': 5_000_000,
        'equity:fund:dana-contoh': -5_000_000,
        'income:unique-code:jaringan-contoh': -1795,
        'liabilities:buyers:jaringan-contoh:o599': -1599,
      }
      expect(status).toBe(0)
      expect(said).toContain('2 books: jaringan-contoh, dana-contoh')
      expect(run('hledger', ['check', '--strict'], journal).complained).toBe('')
      for (const program of ['hledger', 'ledger'] as const) {
        expect(balancesBy(program, journal)).toMatchObject(expected)
      }
    },
  )
})

describe('npm run audit', { timeout: 60_000 }, () => {
  it('says that the invariants hold, and ends well', async () => {
    const { status, said } = await command('audit')
    expect(said).toMatch(/(\d+) of \1 invariants hold/)
    expect(status).toBe(0)
  })

  it('names what is broken, and ends with 1', async () => {
    await proxy.env.DB.prepare(`UPDATE accounts SET debits = debits + 1 WHERE code = 'bank'`).run()
    const { status, said } = await command('audit')
    expect(said).toContain('BROKEN I2-totals-are-the-sum')
    expect(status).toBe(1)
  })
})
