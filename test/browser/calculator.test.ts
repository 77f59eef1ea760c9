import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core'
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

const LOAN = {
  principal: '20.000.000',
  annualRate: '6,5',
  disbursedOn: '2026-01-31',
  instalments: '18',
  graceOnPrincipal: '2',
  feePercent: '1',
  feeEach: '5.000',
}

async function fill(page: Page, said: Record<string, string> = LOAN): Promise<void> {
  await page.locator('summary', { hasText: 'Pilihan lain' }).click()
  for (const [name, value] of Object.entries(said)) await page.fill(`[name=${name}]`, value)
  await page.selectOption('[name=roundInstalmentTo]', '500')
  await page.locator('[name=interestMethod][value=declining]').check()
}

/** Everything that the result says. */
const told = async (page: Page): Promise<string> =>
  ((await page.textContent('#result')) ?? '').replace(/\s+/g, ' ').trim()

test('says the same, figure by figure, with and without JavaScript', async () => {
  const plain = await open('/calculator', { javaScriptEnabled: false })
  await fill(plain)
  await plain.click('form[data-today] button')
  const expected = await told(plain)
  expect(expected).toContain('Rp 1.308.500')
  expect(expected).toContain('6,5 % setahun')
  expect(expected).toContain('jasa 6,5% / 12 × 20.000.000')

  const page = await open('/calculator')
  await fill(page)
  await expect.poll(() => told(page)).toBe(expected)
  await expect.poll(() => page.url()).toContain('feeEach=5.000')

  await page.reload()
  expect(await told(page)).toBe(expected)
  await plain.goto(page.url())
  expect(await told(plain)).toBe(expected)
  for (const one of [plain, page]) await one.context().close()
})

test('counts while one types without asking the server', async () => {
  const page = await open('/calculator')
  await page.focus('[name=annualRate]')
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const before = await page.textContent('output data')
  await page.fill('[name=annualRate]', '24')
  await expect.poll(() => page.textContent('output data')).not.toBe(before)
  await expect.poll(() => page.url()).toContain('annualRate=24')
  expect(asked.filter((url) => !url.endsWith('/favicon.svg'))).toEqual([])
  expect(await page.inputValue('[name=annualRate]')).toBe('24')
  await page.context().close()
})

test('says what is wrong beside its field, the same with and without JavaScript', async () => {
  const wrong = '/calculator?principal=banyak&annualRate=-1&instalments=601&feePercent=100'
  const faults = (page: Page) =>
    page.$$eval('[aria-invalid=true]', (fields) =>
      fields.map((field) => {
        const ids = (field.getAttribute('aria-describedby') ?? '').split(' ')
        const name = field.getAttribute('name')
        return `${name}: ${document.getElementById(ids.at(-1) ?? '')?.textContent}`
      }),
    )
  const plain = await open(wrong, { javaScriptEnabled: false })
  const expected = await faults(plain)
  expect(expected.map((one) => one.split(':')[0])).toEqual([
    'principal',
    'annualRate',
    'instalments',
  ])
  expect(await plain.inputValue('[name=principal]')).toBe('banyak')

  const page = await open('/calculator')
  await page.fill('[name=principal]', 'banyak')
  await page.fill('[name=annualRate]', '-1')
  await page.fill('[name=instalments]', '601')
  await expect.poll(() => faults(page)).toEqual(expected)
  expect(await told(page)).toContain('Angka di bawah ini belum berubah.')
  expect(await page.textContent('output data')).toBe('Rp 888.488')
  expect(await axeFindings(page)).toEqual([])
  await page.fill('[name=principal]', '1 juta')
  await page.fill('[name=annualRate]', '0')
  await page.fill('[name=instalments]', '10')
  await expect.poll(() => faults(page)).toEqual([])
  expect(await page.textContent('output data')).toBe('Rp 100.000')

  await page.goto(server.url + wrong)
  await page.fill('[name=principal]', '1 juta')
  await page.fill('[name=annualRate]', '0')
  await page.fill('[name=instalments]', '10')
  await expect.poll(async () => (await faults(page)).length).toBe(1)
  for (const one of [plain, page]) await one.context().close()
})

test('opens each row to its arithmetic', async () => {
  const page = await open('/en/calculator?principal=20000000&annualRate=6')
  const row = page.locator('tbody').nth(2)
  expect(await row.locator('li').first().isVisible()).toBe(false)
  await row.locator('summary').click()
  expect(await row.locator('li').first().textContent()).toContain('interest 6% / 12 ×')
  await page.context().close()
})

test('weighs little, and no more than a public page may once one types', async () => {
  const page = await browser.newPage()
  const answers: Response[] = []
  page.on('response', (answer) => answers.push(answer))
  const weight = async () => {
    const code = answers.filter((one) =>
      ['document', 'script', 'stylesheet'].includes(one.request().resourceType()),
    )
    const bodies = await Promise.all(code.map((one) => one.body()))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024
  }
  await page.goto(`${server.url}/calculator`, { waitUntil: 'networkidle' })
  expect(await weight()).toBeLessThan(26)
  await page.focus('[name=principal]')
  await page.waitForLoadState('networkidle')
  expect(await weight()).toBeLessThan(60)
  await page.close()
})

describe.each([
  '/calculator?interestMethod=flat&feePercent=1&feeEach=5000',
  '/en/calculator?instalments=48&amortization=equalPrincipal',
])('%s', (path) => {
  test.each([
    [320, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('can be read and pressed at %d px, %s', async (width, colorScheme) => {
    const page = await open(path, { viewport: { width, height: 800 }, colorScheme })
    await page.locator('tbody summary').first().click()
    expect(await axeFindings(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
    await page.context().close()
  })
})
