import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open, read } from '#db/client'
import { openBrowser } from '#test/support/browser'
import { isInstalled, run } from '#test/support/plain-text-accounting'
import { audit } from '#worker/audit/queries'
import { listBooks, readBook } from '#worker/ledger/books/queries'
import { JOURNAL_HEADER } from '#worker/ledger/journal'
import { serveNetwork, type Network } from '../../scripts/demo.ts'
import { loadLarge } from '../../scripts/large.ts'
import { openStage } from '../../scripts/stage.ts'

const state = mkdtempSync(join(tmpdir(), 'lumbung-demo-'))
const said: string[] = []
let network: Network

const start = () => serveNetwork({ state }, (line) => said.push(line))

beforeAll(async () => {
  network = await start()
}, 300_000)

afterAll(async () => {
  await network?.served.stop()
  rmSync(state, { recursive: true, force: true })
})

const database = () => open(network.served.env.DB, { from: 'first-primary', gather: false }).db

async function count(what: string): Promise<number> {
  const { DB } = network.served.env
  return Number(await DB.prepare(`SELECT count(*) AS n FROM ${what}`).first('n'))
}

type Page<Item> = { items: Item[]; next: string | null }

async function get<Answer>(path: string, cookie = ''): Promise<Answer> {
  const answer = await fetch(network.served.url + path, { headers: { cookie } })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Answer
}

async function post(path: string, body: object): Promise<Response> {
  return fetch(network.served.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Signs in with the code that the demo shows, and answers the cookie of the session. */
async function signIn(to: string): Promise<string> {
  const { code } = (await (await post('/api/sign-in-codes', { to })).json()) as { code: string }
  const answer = await post('/api/sessions', { to, code })
  expect(answer.status, to).toBe(201)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

test('the demo network has the size it promises', async () => {
  expect(await count(`organizations WHERE kind = 'enterprise' AND status = 'open'`)).toBe(14)
  expect(await count(`products WHERE on_sale AND photo_id IS NOT NULL`)).toBeGreaterThanOrEqual(150)
  expect(await count('orders')).toBeGreaterThanOrEqual(400)
  expect(await count(`organizations WHERE kind = 'lender' AND status = 'open'`)).toBe(2)
  expect(await count('loan_applications')).toBe(25)
})

test('one of its buyers complains and another sends back, for seller and operator to look at', async () => {
  expect(await count(`complaints WHERE status = 'mediation'`)).toBe(1)
  expect(await count('returns WHERE closed_at IS NULL')).toBe(1)
})

test('its orders and loans are in many states, and nine months old', async () => {
  const { DB } = network.served.env
  const states = async (table: string) => {
    const { results } = await DB.prepare(`SELECT DISTINCT status FROM ${table}`).all()
    return results.map(({ status }) => status).sort()
  }
  const running = ['confirmed', 'delivered', 'packed', 'placed', 'shipped']
  expect(await states('orders')).toEqual(
    expect.arrayContaining(['cancelled', 'completed', 'expired', ...running]),
  )
  expect(await states('loan_applications')).toEqual([
    'accepted',
    'approved',
    'disbursed',
    'recommended',
    'rejected',
    'submitted',
  ])
  expect(await states('loans')).toEqual(expect.arrayContaining(['active', 'closed']))
  const first = Number(await DB.prepare('SELECT min(placed_at) AS at FROM orders').first('at'))
  expect(Date.now() - first).toBeGreaterThan(260 * 86_400_000)
  expect(await count(`outbox WHERE status = 'waiting'`)).toBe(0)
})

test('its goods are spoken of: reviews with replies, questions with answers', async () => {
  expect(await count('reviews')).toBeGreaterThan(5)
  expect(await count('reviews WHERE reply IS NOT NULL')).toBeGreaterThan(2)
  const path = '/api/products/tas-jinjing-pandan-motif-catur/questions'
  const { items } = await get<Page<{ answer: { text: string } }>>(path)
  expect(items[0]?.answer.text).toContain('teduh')
})

test('everyone it names can sign in', async () => {
  expect(network.people.length).toBeGreaterThanOrEqual(10)
  for (const { to } of network.people) expect(await signIn(to)).toContain('lumbung_session')
})

test('its lenders see late borrowers', async () => {
  const officer = network.people.find(({ role }) => role.startsWith('officer'))
  const cookie = await signIn(officer?.to ?? '')
  const me = await get<{ organizations: { slug: string }[] }>('/api/me', cookie)
  const path = `/api/lenders/${me.organizations[0]?.slug}/loans?which=overdue`
  const { items } = await get<Page<{ daysLate: number }>>(path, cookie)
  expect(items.length).toBeGreaterThanOrEqual(2)
  for (const { daysLate } of items) expect(daysLate).toBeGreaterThan(0)
})

test('its books hold every invariant', async () => {
  expect(await audit(database())).toEqual([])
})

test.skipIf(!isInstalled('hledger'))('its journal is accepted by hledger', async () => {
  const db = database()
  const [books] = await read(db, [listBooks(db)])
  let journal = JOURNAL_HEADER
  for (const book of books) for await (const part of readBook(db, book)) journal += part
  expect(run('hledger', ['check'], journal)).toMatchObject({ status: 0, complained: '' })
})

test('its home page shows goods with their pictures', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    await page.goto(network.served.url, { waitUntil: 'networkidle' })
    expect(await page.locator('a[href*="/products/"]').count()).toBeGreaterThan(3)
    const drawn = await page.evaluate(
      () => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length,
    )
    expect(drawn).toBeGreaterThan(0)
  } finally {
    await browser.close()
  }
})

test('a second start finds it as it was left', async () => {
  const [people, orders] = [network.people, await count('orders')]
  await network.served.stop()
  const before = said.length
  network = await start()
  expect(said.slice(before)).toEqual([])
  expect(network.people).toEqual(people)
  expect(await count('orders')).toBe(orders)
})

test('a large set beside it holds every invariant too', async () => {
  const before = [await count('products'), await count('orders'), await count('loan_applications')]
  await network.served.stop()
  const stage = await openStage(state)
  const wanted = { products: 200, orders: 400, loans: 40 }
  const shown = new Set<string>()
  await loadLarge(stage, wanted, ({ what }) => shown.add(what)).finally(() => stage.close())
  network = await start()
  const after = [await count('products'), await count('orders'), await count('loan_applications')]
  expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([200, 400, 40])
  expect([...shown]).toEqual(['sellers', 'products', 'orders', 'days of lending'])
  expect(await audit(database())).toEqual([])
})
