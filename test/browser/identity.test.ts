/** Signing in and belonging, as people do it: on a phone, with and without JavaScript. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { startServer, type Server } from '#test/support/server'

const SETUP_TOKEN = 'the setup token of the browser tests'
const OPERATOR = '081234567890'

let server: Server
let browser: Browser
let numbers = 0
const newNumber = () => `0857${String((numbers += 1)).padStart(8, '0')}`

beforeAll(async () => {
  server = await startServer({ bindings: { SETUP_TOKEN } })
  browser = await openBrowser()
  const lead = { name: 'Siti Aminah', phone: OPERATOR }
  await server.fetch('/api/network', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Jaringan Priangan', lead, token: SETUP_TOKEN }),
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function phone({ script = true, width = 360 } = {}): Promise<Page> {
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: script, bypassCSP: true })
  return context.newPage()
}

const go = (page: Page, path: string) => page.goto(server.url + path)
const at = (page: Page) => page.url().replace(server.url, '')
const shown = async (page: Page) => (await page.textContent('.note strong')) ?? ''

async function signIn(page: Page, number: string, path = '/sign-in'): Promise<void> {
  await go(page, path)
  await page.fill('[name=to]', number)
  await page.click('main form button')
  await page.waitForURL('**/sign-in/code')
  await page.fill('[name=code]', await shown(page))
  await page.click('form[action="?/enter"] button')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in/code'))
}

async function enrol(page: Page): Promise<void> {
  await page.click('form[action="?/enrol"] button')
  await page.waitForSelector('main ol img')
  await page.fill('[name=code]', await shown(page))
  await page.click('form[action="?/confirm"] button')
}

async function checkLooks(page: Page): Promise<void> {
  expect({ page: at(page), axe: await axeFindings(page) }).toEqual({ page: at(page), axe: [] })
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await smallTargets(page)).toEqual([])
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, script) => {
  test('a newcomer signs in with her number and says her name', async () => {
    const page = await phone({ script })
    await go(page, '/account')
    expect(at(page)).toBe('/sign-in?next=%2Faccount')
    await signIn(page, newNumber(), at(page))
    expect(at(page)).toBe('/sign-in/name?next=%2Faccount')
    await page.fill('[name=name]', 'Rina Kartika')
    await page.click('main form button')
    await page.waitForURL('**/account')
    expect(await page.textContent('h1')).toContain('Rina Kartika')
    await page.context().close()
  })

  test('a wrong number and a wrong code are said beside the field, and nothing is lost', async () => {
    const page = await phone({ script })
    await go(page, '/sign-in')
    await page.fill('[name=to]', '0812')
    await page.click('main form button')
    expect(await page.textContent('.error')).toContain('nomor telepon')
    expect(await page.inputValue('[name=to]')).toBe('0812')

    await page.fill('[name=to]', newNumber())
    await page.click('main form button')
    await page.waitForURL('**/sign-in/code')
    const code = await shown(page)
    await page.fill('[name=code]', code === '000000' ? '000001' : '000000')
    await page.click('form[action="?/enter"] button')
    expect(await page.textContent('.error')).toContain('4')
    expect(await shown(page)).toBe(code)
    await page.context().close()
  })

  test('who signs out is out, and the browser is told to forget', async () => {
    const page = await phone({ script })
    await signIn(page, OPERATOR)
    const answer = page.waitForResponse((one) => one.url().includes('/account?/leave'))
    await page.click('form[action="?/leave"] button')
    expect((await (await answer).allHeaders())['clear-site-data']).toContain('"cookies"')
    await go(page, '/account')
    expect(at(page)).toBe('/sign-in?next=%2Faccount')
    await page.context().close()
  })
})

test('an invitation becomes a role, and a role a way into the room', async () => {
  const lead = await phone()
  await signIn(lead, OPERATOR, '/sign-in?next=/security')
  await enrol(lead)
  await lead.waitForURL('**/security?done')

  const number = newNumber()
  await go(lead, '/organizations/jaringan-priangan/members')
  await lead.fill('[name=phone]', number)
  await lead.check('[name=role][value=staff]')
  await lead.click('form[action="?/invite"] button')
  await lead.waitForURL('**/members?saved=invited')
  const link = (await lead.getAttribute('a[href^="https://wa.me/"]', 'href')) ?? ''
  expect(link).toContain(`https://wa.me/62${number.slice(1)}?text=`)

  const invited = await phone()
  await signIn(invited, number)
  await invited.fill('[name=name]', 'Wayan Sutama')
  await invited.click('main form button')
  await invited.waitForURL('**/account')
  await invited.click('form[action="?/accept"] button')
  await invited.waitForURL('**/account?saved=joined')
  await go(invited, '/office/outbox')
  expect(await invited.textContent('h1')).toBe('Pesan keluar')
  expect(await invited.textContent('main')).toContain('undang')

  await go(lead, '/organizations/jaringan-priangan/members')
  await lead.click('tr:has-text("Wayan") a')
  await lead.waitForURL('**/members/*')
  await lead.check('[name=sure]')
  await lead.click('form[action="?/remove"] button')
  await lead.waitForURL('**/members?saved=removed')
  await go(invited, '/office/outbox')
  expect(at(invited)).toBe('/sign-in?next=%2Foffice%2Foutbox')
  await lead.context().close()
  await invited.context().close()
})

test('no address sends one to another site after signing in', async () => {
  const page = await phone()
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    await signIn(page, OPERATOR, `/sign-in?next=${encodeURIComponent(next)}`)
    expect(at(page)).toBe('/account')
    await page.context().clearCookies()
  }
  await page.context().close()
})

test.each([
  [360, ''],
  [1280, '/en'],
])('every page can be read and pressed at %d px', async (width, language) => {
  const page = await phone({ width })
  await go(page, `${language}/sign-in`)
  await checkLooks(page)
  await signIn(page, OPERATOR)
  const members = '/organizations/jaringan-priangan/members'
  const paths = ['/account', '/security', '/organizations/new', members]
  for (const path of [...paths, '/office/outbox', '/office/organizations/new']) {
    await go(page, language + path)
    expect(at(page)).toBe(language + path)
    await checkLooks(page)
  }
  await page.context().close()
})
