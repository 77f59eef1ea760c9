import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
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

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, ...options })
  const page = await context.newPage()
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
  return page
}

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const CLOTH = 'rgb(251, 248, 241)'
const NIGHT = 'rgb(20, 23, 30)'

describe.each(['/about', '/en/about', '/no-such-page'])('the page %s', (path) => {
  test.each([
    [320, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('can be read and pressed at %d px, %s', async (width, colorScheme) => {
    const page = await open(path, { viewport: { width, height: 800 }, colorScheme })
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
    await page.context().close()
  })
})

test('the appearance follows the device until one is chosen, and then stays', async () => {
  const page = await open('/about', { colorScheme: 'dark' })
  expect(await ground(page)).toBe(NIGHT)
  const kept = page.waitForResponse(`${server.url}/theme`)
  await page.click('button[value=light]')
  await expect.poll(() => ground(page)).toBe(CLOTH)
  await kept
  await page.reload()
  expect(await ground(page)).toBe(CLOTH)
  await page.context().close()
})

test('without JavaScript the appearance is chosen too, and one stays on the page', async () => {
  const page = await open('/en/about?from=x', { colorScheme: 'light', javaScriptEnabled: false })
  await page.click('button[value=dark]')
  expect(page.url()).toBe(`${server.url}/en/about?from=x`)
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await page.context().close()
})

test('a choice of appearance never leads to another site', async () => {
  for (const back of [
    '//elsewhere.example/x',
    '/.//elsewhere.example',
    'https://elsewhere.example',
  ]) {
    const answer = await fetch(`${server.url}/theme`, {
      method: 'POST',
      headers: { origin: server.url },
      body: new URLSearchParams({ theme: 'dark', back }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    const target = new URL(answer.headers.get('location') ?? '', server.url)
    expect(target.origin, back).toBe(new URL(server.url).origin)
  }
})

test('the language switch keeps the page, and no page mixes languages', async () => {
  const page = await open('/about')
  await page.click('footer a[lang=en]')
  await page.waitForURL(`${server.url}/en/about`)
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(await page.textContent('footer')).not.toMatch(/Bahasa|Tampilan|Keranjang/)
  await page.context().close()
})

test('by keyboard, the first stop skips the header', async () => {
  const page = await open('/about')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Langsung ke isi')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await page.context().close()
})

test('search is an ordinary form, in the language of the page', async () => {
  const page = await open('/en/about', { javaScriptEnabled: false })
  await page.fill('input[name=q]', 'tas')
  await page.press('input[name=q]', 'Enter')
  expect(page.url()).toBe(`${server.url}/en/products?q=tas`)
  await page.context().close()
})
