/**
 * Buying on paper through the pages: a company's staff at her desk asks a seller on her phone; the manager
 * approves, both sign two deliveries, the treasurer records what was transferred. Every page is looked at.
 */
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, type Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SHOTS = 'test/.shots/companies'
mkdirSync(SHOTS, { recursive: true })

let server: Server
let browser: Browser
let shop: network.ShopOn
let company: network.CompanyOn
let desk: Page
let boss: Page
let phone: Page
let office: Page

const pageOf = async (person: Http, width: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
  const cookies = [...person.cookies].map(([name, value]) => {
    return { name, value, domain: new URL(server.url).hostname, path: '/', secure: true }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

beforeAll(async () => {
  server = await startServer({ bindings: network.BINDINGS })
  browser = await openBrowser()
  const operator = await network.anOperatorOn(server)
  shop = await network.aShopOn(operator, 1)
  const papers = {
    legalName: 'Kelompok Anyaman Satu',
    npwp: '012345678012000',
    nib: '1234567890123',
    address: 'Rajapolah, Kab. Tasikmalaya',
    signatory: 'Ketua 1',
    signatoryTitle: 'Ketua',
    pkpSince: null,
  }
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/papers`, papers), 200)
  company = await network.aCompanyOn(operator)
  desk = await pageOf(company.staff, 1280)
  boss = await pageOf(company.manager, 1280)
  phone = await pageOf(shop.chair, 360)
  office = await pageOf(operator, 1280)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

let shots = 0

/** Looked at: no finding, nothing that scrolls sideways. */
async function whole(page: Page, name: string) {
  await page.waitForLoadState('networkidle')
  shots += 1
  const number = String(shots).padStart(2, '0')
  await page.screenshot({ path: `${SHOTS}/${number}-${name}.png`, fullPage: true })
  expect(await axeFindings(page), name).toEqual([])
  expect(await sidewaysScroll(page), name).toBe(0)
}

async function goes(page: Page, path: string) {
  const answer = await page.goto(server.url + path)
  expect(answer?.status(), path).toBe(200)
}

/** Presses, and waits for the page that the form leads to. */
async function presses(page: Page, words: string, status = 303) {
  const button = page.getByRole('button', { name: words, exact: true }).first()
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await button.click()
  const answer = await sent
  expect(answer.status(), words).toBe(status)
  await page.waitForLoadState('load')
  await page.waitForLoadState('networkidle')
}

/** The first thing of a list. */
async function opens(page: Page, list: string) {
  await goes(page, list)
  const link = page.locator(`main a[href^="${list}/"]:not([href$="/new"]):visible`)
  await goes(page, (await link.first().getAttribute('href')) ?? '')
  await page.waitForLoadState('networkidle')
}

const room = () => `/partner/${company.slug}`
const stall = () => `/seller/${shop.slug}`
const reads = (page: Page) => page.locator('main').innerText()

/** Printed on A4: how many sheets it takes. */
async function sheets(page: Page, name: string): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true, path: `${SHOTS}/${name}.pdf` })
  return file.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

/** Follows a document from where it is offered, looks at it, prints it, and goes back. */
async function prints(page: Page, words: string, name: string): Promise<string> {
  const from = page.url()
  const link = page.locator('main a[href*="/documents/"]', { hasText: words }).last()
  await page.goto(server.url + (await link.getAttribute('href')))
  await page.locator('.print-page').waitFor()
  await whole(page, `paper-${name}`)
  expect(await sheets(page, name), name).toBe(1)
  const text = await page.locator('.print-page').innerText()
  await page.goto(from)
  return text
}

describe('a company and a seller', () => {
  test('from the product to a quote', async () => {
    const products = expected(await company.staff.get('/api/products'), 200)
    await goes(desk, `/products/${products.items[0].slug}`)
    await desk.getByRole('link', { name: 'Untuk perusahaan: minta penawaran' }).click()
    await desk.locator('[name=quantity-0]').fill('10')
    await whole(desk, 'asking')
    await presses(desk, 'Kirim permintaan')
    await whole(desk, 'asked')
    const asked = await prints(desk, 'Permintaan penawaran', 'rfq')
    expect(asked).toContain('SENTRA/RFQ/')

    await opens(phone, `${stall()}/quotations`)
    await phone.locator('[name=price-1]').fill('120000')
    await phone.locator('[name=shipping]').fill('100000')
    await whole(phone, 'quoting')
    await presses(phone, 'Kirim penawaran')
    await whole(phone, 'quoted')
    const quoted = await prints(phone, 'Surat penawaran', 'quote')
    for (const words of ['01.234.567.8-012.000', 'Sudirman', 'Rajapolah', 'Rp 1.300.000']) {
      expect(quoted).toContain(words)
    }
  })

  test('from the quote to a purchase order that the manager approves', async () => {
    await opens(desk, `${room()}/quotations`)
    await whole(desk, 'accepting')
    await presses(desk, 'Terima penawaran')
    await whole(desk, 'accepted')
    expect(await reads(desk)).toContain('Menunggu persetujuan')

    await opens(boss, `${room()}/purchase-orders`)
    await whole(boss, 'approving')
    await presses(boss, 'Setujui dan terbitkan PO')
    expect(await reads(boss)).toContain('/PO/')
    await whole(boss, 'approved')
    expect(await prints(boss, 'Pesanan Pembelian', 'po')).toContain('SENTRA/PO/')
  })

  test('in two deliveries that both sides sign', async () => {
    for (const quantity of ['4', '6']) {
      await opens(phone, `${stall()}/purchase-orders`)
      if (quantity === '4') await presses(phone, 'Terima PO')
      await phone.locator('[name=quantity-1]').fill(quantity)
      await whole(phone, `sending-${quantity}`)
      await presses(phone, 'Catat kiriman')

      await opens(desk, `${room()}/purchase-orders`)
      await whole(desk, `counting-${quantity}`)
      await presses(desk, 'Hitung dan tanda tangani')

      await phone.reload()
      await whole(phone, `signing-${quantity}`)
      await presses(phone, 'Tanda tangani sebagai penjual')
    }
    expect(await reads(phone)).toContain('Serah terima selesai')
    expect(await prints(phone, 'Berita Acara Serah Terima', 'bast')).toContain('BAST/')
  })

  test('to invoices that are paid, one of them in two transfers, and their receipt', async () => {
    await presses(phone, 'Terbitkan tagihan')
    await presses(phone, 'Terbitkan tagihan')
    await whole(phone, 'invoiced')
    const invoice = await prints(phone, 'Tagihan', 'invoice')
    for (const words of ['0012345678', 'Jatuh tempo', 'NPWP', 'Terbilang']) {
      expect(invoice).toContain(words)
    }

    await goes(desk, `${room()}/invoices`)
    await whole(desk, 'to-pay')
    await opens(office, '/office/invoices')
    await office.locator('[name=amount]').fill('500000')
    await presses(office, 'Cocokkan pembayaran', 422)
    await office.getByLabel('Memang jumlah ini yang masuk').check()
    await whole(office, 'short')
    await presses(office, 'Cocokkan pembayaran')
    await whole(office, 'part')
    const missing = (await reads(office)).match(/Masih kurang\s+Rp\s?([\d.]+)/)?.[1] ?? ''
    expect(missing).not.toBe('')
    await goes(office, new URL(office.url()).pathname)
    await office.locator('[name=amount]').fill(missing)
    await presses(office, 'Cocokkan pembayaran')
    expect(await reads(office)).toContain('Lunas')
    await whole(office, 'paid')

    await opens(desk, `${room()}/purchase-orders`)
    await whole(desk, 'done')
    const receipt = await prints(desk, 'Kuitansi', 'receipt')
    expect(receipt).toContain('KW/')
  })
})
