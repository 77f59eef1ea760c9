/** An order through the pages, as seller, buyer and treasurer meet it on their phones. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, type Http, type Json } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SHOTS = 'test/.shots/orders'
const PHONE = { width: 360, height: 760 }

let server: Server
let browser: Browser
let operator: Http
let shop: network.ShopOn
let room: string

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  server = await startServer({ bindings: network.BINDINGS })
  browser = await openBrowser()
  operator = await network.anOperatorOn(server)
  shop = await network.aShopOn(operator, 1)
  room = `/seller/${shop.slug}`
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A page of somebody, on a phone unless said otherwise. */
async function pageOf(person: Http | null, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, bypassCSP: true, ...options })
  const cookies = [...(person?.cookies ?? [])].map(([name, value]) => {
    return { name, value, domain: new URL(server.url).hostname, path: '/', secure: true }
  })
  await context.addCookies(cookies)
  return context.newPage()
}

async function go(page: Page, path: string): Promise<void> {
  const answer = await page.goto(server.url + path)
  expect(answer?.status(), path).toBe(200)
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

/** The page as a reader has it, in one line. */
const told = async (page: Page) => (await page.innerText('main')).replace(/\s+/g, ' ')

type Bought = { order: Json; phone: string }

/** Bought by a guest, and paid. */
async function aPaidOrder(): Promise<Bought> {
  const guest = await network.aGuestWith(shop)
  const asked = network.purchaseOf(shop)
  const purchase = expected(await guest.post('/api/purchases', asked), 201)
  const path = `/api/purchases/${purchase.id}/settlement`
  expected(await operator.post(path, network.transferOf(purchase)), 201)
  return { order: purchase.orders[0], phone: asked.buyer.phone }
}

test('a seller works through her day; the buyer follows and receives', async () => {
  const { order, phone } = await aPaidOrder()
  const seller = await pageOf(shop.chair)
  await go(seller, room)
  await looksRight(seller, 'today')
  await seller.click(`main a[href$="${order.id}"]`)
  await seller.waitForURL(`**/orders/${order.id}`)
  await looksRight(seller, 'to-accept')
  await seller.click('form[action="?/confirmation"] button')
  await seller.click('form[action="?/packing"] button')
  await seller.fill('[name=courier]', 'JNE')
  await seller.fill('[name=trackingNumber]', '?')
  await seller.click('form[action="?/shipment"] button')
  await seller.waitForSelector('[role=alert]')
  expect(await told(seller)).toContain('Huruf dan angka')
  expect(await seller.inputValue('[name=courier]')).toBe('JNE')
  await looksRight(seller, 'wrong-number')
  await seller.fill('[name=trackingNumber]', 'jp0099887766')
  await seller.click('form[action="?/shipment"] button')
  await seller.waitForSelector('form[action="?/delivery"]')
  await looksRight(seller, 'sent')
  await go(seller, `${room}/packing-lists?orders=${order.id}`)
  await looksRight(seller, 'packing-list')

  const buyer = await pageOf(null, { javaScriptEnabled: false })
  await go(buyer, '/orders')
  await buyer.fill('[name=code]', order.code.toLowerCase())
  await buyer.fill('[name=phone]', '0813 0000 0000')
  await buyer.click('main form button')
  expect(await told(buyer)).toContain('Tidak ada pesanan dengan kode dan nomor ini')
  await buyer.fill('[name=phone]', `+${phone}`)
  await buyer.click('main form button')
  expect(new URL(buyer.url()).pathname).toBe(`/orders/${order.code}`)
  expect(await told(buyer)).toContain('JP0099887766')
  await buyer.click('form[action="?/receive"] button')
  expect(await told(buyer)).toContain('Pesanan selesai')

  await go(seller, `${room}/balance`)
  expect(await told(seller)).toContain('Siap dicairkan Rp 128.750')
  await looksRight(seller, 'balance')
})

test('the treasurer pays out what is owed and not more, and returns what was cancelled', async () => {
  const { order, phone } = await aPaidOrder()
  const reason = { reason: 'Mendongnya habis' }
  expected(await shop.chair.post(`/api/orders/${order.id}/cancellation`, reason), 201)

  const treasurer = await pageOf(operator)
  await go(treasurer, '/office')
  await looksRight(treasurer, 'office')
  await go(treasurer, '/office/payouts')
  await treasurer.click('main article summary')
  await treasurer.fill('[name=reference]', 'TRF 0001')
  await treasurer.fill('[name=amount]', '200.000')
  await treasurer.click('main article form button')
  await treasurer.waitForSelector('[role=alert]')
  expect(await treasurer.inputValue('[name=reference]')).toBe('TRF 0001')
  await looksRight(treasurer, 'too-much')
  await treasurer.fill('[name=amount]', '128.750')
  await treasurer.click('main article form button')
  await treasurer.waitForURL(/\?sent=/)
  expect(await told(treasurer)).toContain('sebesar Rp 128.750 tercatat')
  await looksRight(treasurer, 'paid-out')

  await go(treasurer, '/office/refunds')
  expect(await told(treasurer)).toContain('Mendongnya habis')
  await treasurer.click('main article summary')
  await treasurer.fill('[name=reference]', 'TRF 0002')
  await looksRight(treasurer, 'refund')
  await treasurer.click('main article form button')
  await treasurer.waitForURL(/\?sent=/)

  const buyer = await pageOf(null)
  await go(buyer, `/orders/${order.code}`)
  await buyer.fill('[name=phone]', phone)
  await buyer.click('main form button')
  await buyer.waitForSelector('.note')
  expect(await told(buyer)).toMatch(/Rp 135.000 dikembalikan .* \(TRF 0002\)/)
  await looksRight(buyer, 'refunded')
})

test('the books balance on the page, and the audit is clean', async () => {
  const treasurer = await pageOf(operator)
  await go(treasurer, '/office/books')
  expect(await told(treasurer)).toContain('Debit dan kredit sama')
  await looksRight(treasurer, 'books')
  await treasurer.click('main table a[href$="/seller-payable"]')
  await treasurer.waitForURL(/\/seller-payable/)
  await treasurer.click('main table a')
  await treasurer.waitForURL(/holder=/)
  expect(await told(treasurer)).toMatch(/Pencairan hasil jual .* −Rp 128.750 Rp 0/)
  await looksRight(treasurer, 'statement')
  await go(treasurer, '/office/audit')
  await treasurer.click('main form button')
  await treasurer.waitForSelector('.note')
  expect(await told(treasurer)).toMatch(/Semua \d+ aturan terpenuhi/)
  await looksRight(treasurer, 'audit')
})
