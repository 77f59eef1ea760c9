/** Buying with everything: a way that is chosen, a voucher, an address that is kept. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, type Http } from '#test/support/http'
import { aGuestWith, anOperatorOn, aShopOn, type ShopOn } from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SETUP_TOKEN = 'the setup token of the tests'

let server: Server
let browser: Browser
let shop: ShopOn

beforeAll(async () => {
  server = await startServer({ bindings: { SETUP_TOKEN } })
  browser = await openBrowser()
  const operator = await anOperatorOn(server)
  shop = await aShopOn(operator, 1)
  const row = { destination: '32', firstKg: 7_000, nextKg: 5_000, daysFrom: 1, daysTo: 2 }
  const jne = { kind: 'courier', courier: 'jne', name: 'REG', tariffs: [row] }
  const ways = `/api/enterprises/${shop.slug}/shipping-services`
  expected(await shop.chair.put(`${ways}/jne-reg`, jne), 200)
  const voucher = { kind: 'percent', code: 'HEMAT10', percentBps: 1000, label: 'Hemat 10 persen' }
  const asked = { ...voucher, startsOn: '2026-01-01' }
  expected(await shop.chair.post(`/api/organizations/${shop.slug}/vouchers`, asked), 201)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function phoneOf(guest: Http, script: boolean): Promise<Page> {
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: script, bypassCSP: true })
  const domain = new URL(server.url).hostname
  await context.addCookies(
    [...guest.cookies].map(([name, value]) => ({ name, value, domain, path: '/', secure: true })),
  )
  return context.newPage()
}

async function checkLooks(page: Page, where: string): Promise<void> {
  expect({ where, axe: await axeFindings(page) }).toEqual({ where, axe: [] })
  expect({ where, sideways: await sidewaysScroll(page) }).toEqual({ where, sideways: 0 })
  expect({ where, small: await smallTargets(page) }).toEqual({ where, small: [] })
}

/** Without a script every step of the address is a page. */
async function pickVillage(page: Page, script: boolean): Promise<void> {
  const steps = { province: '32', regency: '32.06', district: '32.06.34' }
  for (const [name, code] of Object.entries({ ...steps, village: '32.06.34.2002' })) {
    await page.locator(`[name=${name}] option[value="${code}"]`).waitFor({ state: 'attached' })
    await page.selectOption(`[name=${name}]`, code)
    if (!script && name !== 'village') await page.click('button[formaction^="?/area"]')
  }
}

const main = (page: Page) => page.innerText('main')

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, script) => {
  test('a buyer chooses the way, uses a voucher and sees every line of what it costs', async () => {
    const page = await phoneOf(await aGuestWith(shop), script)
    await page.goto(`${server.url}/checkout`, { waitUntil: 'networkidle' })
    await pickVillage(page, script)
    await page.fill('[name=name]', 'Ibu Ratna')
    await page.fill('[name=phone]', '0812-1111-2222')
    await page.fill('[name=street]', 'Jl. Anyaman 12')
    await page.click('main form .button-accent')
    await page.waitForSelector('[name=voucher]')
    await checkLooks(page, 'the review')
    expect(await page.isChecked('[value="courier:jne-reg"]')).toBe(true)
    expect(await main(page)).toContain('Rp 132.000')

    await page.check('[value="courier:regular"]')
    if (!script) await page.click('noscript button[formaction="?/review"]')
    await page.locator('main').getByText('Rp 135.000').first().waitFor()

    await page.fill('[name=voucher]', 'tiada')
    await page.click('.add button')
    await page.waitForSelector('[name=voucher][aria-invalid=true]')
    await page.fill('[name=voucher]', 'hemat-10')
    await page.click('.add button')
    await page.locator('main').getByText('Rp 122.500').first().waitFor()
    expect(await main(page)).toContain('Hemat 10 persen, dari penjual')
    await checkLooks(page, 'the review with a voucher')

    await page.click('main form .button-accent')
    await page.waitForURL('**/purchases/*')
    expect(await main(page)).toMatch(/Hemat 10 persen[^]*12\.500/)
    await page.context().close()
  })

  test('a line is kept for later and comes back', async () => {
    const page = await phoneOf(await aGuestWith(shop), script)
    await page.goto(`${server.url}/basket`)
    await page.click('.later button')
    await page.waitForSelector('text=Disimpan untuk nanti')
    await checkLooks(page, 'the basket')
    await page.click('.later button')
    await page.waitForSelector('main .button-accent')
    await page.context().close()
  })
})
