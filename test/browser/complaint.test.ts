/** A complaint through the pages, as buyer, seller and operator meet it on their phones. */
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, type Http, type Json } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SHOTS = 'test/.shots/complaint'
const PHONE = { width: 360, height: 760 }

let server: Server
let browser: Browser
let operator: Http
let shop: network.ShopOn

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  server = await startServer({ bindings: network.BINDINGS })
  browser = await openBrowser()
  operator = await network.anOperatorOn(server)
  shop = await network.aShopOn(operator, 1)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function pageOf(person: Http): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, bypassCSP: true })
  const cookies = [...person.cookies].map(([name, value]) => {
    return { name, value, domain: new URL(server.url).hostname, path: '/', secure: true }
  })
  await context.addCookies(cookies)
  return context.newPage()
}

let steps = 0
async function looksRight(page: Page, name: string): Promise<void> {
  const step = String((steps += 1)).padStart(2, '0')
  await page.screenshot({ path: `${SHOTS}/${step}-${name}.png`, fullPage: true })
  const found = await axeFindings(page)
  const wide = await sidewaysScroll(page)
  const small = await smallTargets(page)
  expect.soft({ name, found, wide, small }).toEqual({ name, found: [], wide: 0, small: [] })
}

async function go(page: Page, path: string): Promise<void> {
  const answer = await page.goto(server.url + path, { waitUntil: 'networkidle' })
  expect(answer?.status(), path).toBe(200)
}

const told = async (page: Page) => (await page.innerText('main')).replace(/\s+/g, ' ')

/** Bought by a guest, paid, and sent. */
async function aSentOrder(): Promise<{ order: Json; buyer: Http }> {
  const buyer = await network.aGuestWith(shop)
  const asked = network.purchaseOf(shop)
  const purchase = expected(await buyer.post('/api/purchases', asked), 201)
  const path = `/api/purchases/${purchase.id}/settlement`
  expected(await operator.post(path, network.transferOf(purchase)), 201)
  const order = purchase.orders[0]
  for (const [deed, body] of [
    ['confirmation', {}],
    ['packing', {}],
    ['shipment', { courier: 'JNE', trackingNumber: 'JP0099887766' }],
    ['delivery', {}],
  ] as const) {
    expected(await shop.chair.post(`/api/orders/${order.id}/${deed}`, body), 201)
  }
  return { order, buyer }
}

/** What a phone would send: a picture of this page. */
const aPhoto = async (page: Page) => ({
  name: 'penyok.png',
  mimeType: 'image/png',
  buffer: await page.screenshot(),
})

/** Pictures that have come, as who may see them sees them. */
async function shown(page: Page): Promise<number> {
  const pictures = page.locator('main li a[target=_blank] img')
  for (const one of await pictures.all()) await one.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  return pictures.evaluateAll(
    (all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length,
  )
}

test('a buyer complains with a photo, the seller answers, the operator gives half back', async () => {
  const { order, buyer: guest } = await aSentOrder()
  const buyer = await pageOf(guest)
  await go(buyer, `/orders/${order.code}`)
  await buyer.click('summary:has-text("Ada masalah?")')
  const form = 'form[action="?/complaints"]'
  await buyer.check(`${form} [value=damaged]`)
  await buyer.fill(`${form} [name=text]`, 'Sudutnya penyok waktu dibuka.')
  await buyer.setInputFiles(`${form} [name=picture]`, await aPhoto(buyer))
  await looksRight(buyer, 'complaining')
  await buyer.click(`${form} button`)
  await buyer.waitForSelector('form[action="?/complaint-messages"]')
  expect(await told(buyer)).toContain('Sudutnya penyok waktu dibuka.')
  await looksRight(buyer, 'complained')
  expect(await shown(buyer)).toBe(1)

  const seller = await pageOf(shop.chair)
  await go(seller, `/seller/${shop.slug}`)
  await looksRight(seller, 'waiting')
  await seller.click(`main a[href*="/orders/${order.id}"]`)
  await seller.waitForURL(`**/orders/${order.id}`)
  expect(await shown(seller)).toBe(1)
  const answer = 'form[action="?/complaint-messages"]'
  await seller.fill(`${answer} [name=body]`, 'Sebelum dikirim masih baik.')
  await seller.click(`${answer} button`)
  await seller.waitForSelector('text=Sebelum dikirim masih baik.')
  await looksRight(seller, 'answered')

  await go(buyer, `/orders/${order.code}`)
  await buyer.click('form[action="?/complaint-mediation"] button')
  await buyer.waitForSelector('form[action="?/complaint-mediation"]', { state: 'detached' })

  const judge = await pageOf(operator)
  await go(judge, '/office/complaints')
  expect(await told(judge)).toContain(order.code)
  await looksRight(judge, 'queue')
  await judge.click(`main a[href$="/office/complaints/${order.id}"]`)
  await judge.waitForURL(/\/office\/complaints\/./)
  expect(await told(judge)).toMatch(/Sudutnya penyok waktu dibuka\..*Sebelum dikirim masih baik\./)
  expect(await shown(judge)).toBe(1)
  await looksRight(judge, 'both-sides')
  const decision = 'form[action="?/complaint-decision"]'
  await judge.fill(`${decision} [name=amount]`, '999.999')
  await judge.fill(`${decision} [name=reason]`, 'Penyoknya jelas; tas masih dapat dipakai.')
  await judge.click(`${decision} button`)
  await judge.waitForSelector('[role=alert]')
  expect(await judge.inputValue(`${decision} [name=reason]`)).toContain('Penyoknya jelas')
  await looksRight(judge, 'too-much')
  await judge.fill(`${decision} [name=amount]`, '67.500')
  await judge.click(`${decision} button`)
  await judge.waitForURL(/saved/)
  expect(await told(judge)).toContain('Keputusan tersimpan')
  await looksRight(judge, 'decided')

  await go(buyer, `/orders/${order.code}`)
  const read = await told(buyer)
  expect(read).toContain('Penyoknya jelas; tas masih dapat dipakai.')
  expect(read).toContain('Rp 67.500')
  expect(read).not.toContain('Lunas')
  await looksRight(buyer, 'told')
  expect(await buyer.locator('ol li').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/keluhan/i)]),
  )
})
