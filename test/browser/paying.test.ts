/** Paying as a buyer does it on her phone: by QRIS without a script, at a gateway and back, at the door. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll } from '#test/support/axe'
import { rupiah } from '#worker/kernel/money'
import { openBrowser } from '#test/support/browser'
import { gatewayBindings } from '#test/support/gateways/shared'
import { startStandIn, type Started } from '#test/support/gateways/serving'
import { expected, type Http, type Json } from '#test/support/http'
import * as network from '#test/support/http-network'
import { STATIC_QRIS } from '#test/support/qris'
import { startServer, type Server } from '#test/support/server'

let server: Server
let browser: Browser
let gateways: Started
let shop: network.ShopOn

beforeAll(async () => {
  gateways = await startStandIn()
  server = await startServer({
    bindings: { ...network.BINDINGS, ...gatewayBindings(gateways.url) },
  })
  gateways.standIn.notify = `${server.url}/api/gateways`
  browser = await openBrowser()
  const operator = await network.anOperatorOn(server)
  shop = await network.aShopOn(operator, 1)
  expected(await operator.put('/api/qris-codes/current', { payload: STATIC_QRIS }), 200)
  const terms = { offered: true, most: 1_000_000, areas: [] }
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await gateways?.close()
})

/** A purchase in her hands: the page of it on a phone, known by the number she ordered with. */
async function placed(method: string, javaScriptEnabled = true): Promise<[Page, Json]> {
  const guest: Http = await network.aGuestWith(shop)
  const asked = { ...network.purchaseOf(shop), method }
  const purchase = expected(await guest.post('/api/purchases', asked), 201)
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ viewport, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${server.url}/purchases/${purchase.code}`)
  await page.fill('[name=phone]', asked.buyer.phone)
  await page.locator('main form button').first().click()
  await page.locator('h1', { hasText: purchase.code }).waitFor()
  return [page, purchase]
}

const whole = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
}

describe('a buyer', () => {
  test('scans a code with exactly her total, and keeps it, without a script', async () => {
    const [page, purchase] = await placed('qris', false)
    await page.getByRole('img', { name: 'Kode QRIS' }).waitFor()
    const figures = rupiah(purchase.total)
    expect(await page.locator('section.qris').innerText()).toContain(figures)
    const picture = await page.request.get(`${server.url}/purchases/${purchase.code}/qris.svg`)
    expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/svg+xml'])
    await page.context().close()
  })

  test('goes to the gateway’s page, pays, and comes back to a paid purchase', async () => {
    const [page] = await placed('midtrans')
    await whole(page)
    await page.getByRole('button', { name: 'Bayar di Midtrans' }).click()
    await page.getByRole('link', { name: 'Lanjut ke Midtrans' }).click()
    await page.waitForURL(`${gateways.url}/**`)
    await page.getByRole('button', { name: 'Bayar' }).click()
    await page.waitForURL(`${server.url}/**`)
    expect(await page.locator('main').innerText()).toContain('Ikuti pesanan')
    expect(await page.locator('main').innerText()).not.toContain('Midtrans')
    await page.context().close()
  })

  test('changes her mind and pays at the door', async () => {
    const [page] = await placed('qris')
    await whole(page)
    await page.getByText('Bayar dengan cara lain').click()
    await page.getByLabel('Bayar di tempat').check()
    await page.getByRole('button', { name: 'Ganti cara bayar' }).click()
    await page.getByText('bayar saat barang sampai').first().waitFor()
    await whole(page)
    await page.context().close()
  })
})
