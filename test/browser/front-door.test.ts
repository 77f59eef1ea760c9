import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '#test/support/browser'
import { startServer, type Server } from '#test/support/server'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test('the home page opens in Indonesian, and in English under /en', async () => {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(server.url)
  expect(await page.getAttribute('html', 'lang')).toBe('id')
  await page.goto(`${server.url}/en`)
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(said).toEqual([])
  await page.close()
})

test('every answer carries the security headers, files and errors included', async () => {
  const paths = ['/', '/api/health', '/favicon.svg', '/no-such-page', '/_app/immutable/gone.js']
  for (const path of paths) {
    const { headers } = await fetch(server.url + path)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('strict-transport-security'), path).toContain('max-age=63072000')
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
  }
})

test('a hashed file is kept for a year, a missing one not at all', async () => {
  const html = await (await fetch(server.url)).text()
  const [, script] = /(\/_app\/immutable\/[^"']+\.css)/.exec(html) ?? []
  const there = await fetch(server.url + script)
  expect(there.status).toBe(200)
  expect(there.headers.get('cache-control')).toContain('immutable')
  const gone = await fetch(`${server.url}/_app/immutable/gone.js`)
  expect(gone.status).toBe(404)
  expect(gone.headers.get('cache-control')).toBe('no-store')
})

test('the clock sweeps the outbox into the queue, and the queue reaches the Worker', async () => {
  const { DB } = server.env
  await DB.prepare(
    `INSERT INTO outbox (id, channel, destination, template, body, created_at, next_at)
     VALUES ('one', 'email', 'nobody@example.org', 'hello', 'Hello', 0, 0)`,
  ).run()
  const status = () => DB.prepare("SELECT status FROM outbox WHERE id = 'one'").first('status')
  await server.ring()
  // Without a gateway the message stays readable for the operator.
  await expect.poll(status, { timeout: 20_000 }).toBe('kept')
})
