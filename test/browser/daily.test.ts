/** A seller's first evening and her days, on a phone: the guide, a table, a file, a count, an answer. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SHOTS = 'test/.shots/daily'
const PHONE = { width: 360, height: 760 }

let server: Server
let browser: Browser
let shop: network.ShopOn
let operator: Http
let room: string

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  server = await startServer({ bindings: network.BINDINGS })
  browser = await openBrowser()
  operator = await network.anOperatorOn(server)
  shop = await network.aShopOn(operator, 1, 50)
  room = `/seller/${shop.slug}`
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

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

/** Without a script a page can be seen, not examined. */
const seen = (page: Page, name: string) =>
  page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })

async function looksRight(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
  const found = await axeFindings(page)
  const wide = await sidewaysScroll(page)
  const small = await smallTargets(page)
  expect.soft({ name, found, wide, small }).toEqual({ name, found: [], wide: 0, small: [] })
}

const told = async (page: Page) => (await page.innerText('main')).replace(/\s+/g, ' ')

test('a new group goes from its sign-in to its first listing in six screens', async () => {
  const page = await pageOf(null)
  let taps = 0
  const screens = new Set<string>()
  const tap = async (what: string) => {
    screens.add(new URL(page.url()).pathname)
    taps += 1
    await page.click(what)
  }
  const choose = async (name: string, value: string) => {
    taps += 1
    await page.waitForSelector(`[name=${name}] option[value="${value}"]`, { state: 'attached' })
    await page.selectOption(`[name=${name}]`, value)
  }
  const photo = await sharp({
    create: { width: 800, height: 800, channels: 3, background: '#b5651d' },
  })
    .jpeg()
    .toBuffer()

  await go(page, '/sign-in?next=/organizations/new')
  await page.fill('[name=to]', '081344445555')
  await tap('main form button')
  await page.waitForURL('**/sign-in/code')
  await page.fill('[name=code]', (await page.textContent('.note strong')) ?? '')
  await tap('form[action="?/enter"] button')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in/code'))
  if (page.url().includes('/sign-in/name')) {
    await page.fill('[name=name]', 'Ibu Imas')
    await tap('main form button')
  }
  await page.waitForURL('**/organizations/new')
  await page.fill('[name=name]', 'Kelompok Mekar Rajapolah')
  await page.fill('[name=craft]', 'Anyaman pandan')
  await choose('province', '32')
  await choose('regency', '32.06')
  await choose('district', '32.06.34')
  await choose('village', '32.06.34.2002')
  await tap('form[action="?/register"] button:not([formaction])')
  await page.waitForURL('**/start')
  await looksRight(page, 'start-shipping')
  await page.fill('[name=firstKg]', 'mahal')
  await tap('main form button')
  await page.waitForSelector('[aria-invalid=true]')
  expect(await page.inputValue('[name=firstKg]')).toBe('mahal')
  await page.fill('[name=firstKg]', '12.000')
  await tap('main form button')
  await page.waitForSelector('a[href$="/products/new?then=start"]')
  await looksRight(page, 'start-product')

  // She may leave, and goes on from the same place.
  await go(page, new URL(page.url()).pathname)
  await tap('a[href$="/products/new?then=start"]')
  await page.waitForURL('**/products/new*')
  await page.setInputFiles('[name=photo]', {
    name: 'tas.jpg',
    mimeType: 'image/jpeg',
    buffer: photo,
  })
  await page.waitForSelector('.photo-input img')
  await page.fill('[name=title]', 'Tas pandan Mekar')
  await page.selectOption('[name=category]', 'bags')
  await page.fill('[name="v0.price"]', '95.000')
  await page.fill('[name="v0.weight"]', '350')
  await page.fill('[name="v0.stock"]', '6')
  await tap('button[value=list]')
  await page.waitForURL('**/start')
  await looksRight(page, 'start-share')
  expect(await told(page)).toContain('Siap dibagikan')
  expect(await told(page)).toContain('Menunggu pengelola')
  expect({ screens: screens.size <= 6, taps: taps <= 14 }).toEqual({ screens: true, taps: true })
})

test('many products are edited in one table; what was typed stays typed', async () => {
  const page = await pageOf(shop.chair)
  await go(page, `${room}/products/table`)
  await looksRight(page, 'table')
  const price = page.locator('input[name^="price."]').first()
  await price.fill('12,5')
  await page.locator('input[name^="stock."]').first().fill('48')
  await page.click('button:has-text("Simpan semua")')
  await page.waitForSelector('[aria-invalid=true]')
  expect(await price.inputValue()).toBe('12,5')
  await looksRight(page, 'table-wrong')
  expect(await page.locator('[aria-invalid=true]').count()).toBe(1)
  await price.fill('Rp 130.000')
  await page.click('button:has-text("Simpan semua")')
  await page.waitForURL('**?saved=1')
  expect(await told(page)).toContain('1 produk disimpan')
  expect(await price.inputValue()).toBe('130.000')
})

test('a file is shown, applied and told of, without a script', async () => {
  const page = await pageOf(shop.chair, { javaScriptEnabled: false })
  await go(page, `${room}/imports`)
  await seen(page, 'imports')
  const sheet =
    'nama;harga;berat;stok;kategori\nTikar baru;Rp 45.000;300;4;home\nSalah;12,5;1;1;home\n'
  const file = (text: string) => ({
    name: 'barang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await page.setInputFiles('[name=file]', file('a,b\n1,2\n'))
  await page.click('main form button:has-text("Periksa")')
  expect(await told(page)).toContain('Judul kolomnya tidak dikenal')
  await page.setInputFiles('[name=file]', file(sheet))
  await page.click('main form button:has-text("Periksa")')
  await page.waitForURL('**/imports/*')
  expect(await told(page)).toContain('Kolom 2 (harga)')
  await seen(page, 'import-shown')
  await page.click('main form button')
  for (let tries = 0; tries < 10; tries += 1) {
    if ((await told(page)).includes('Selesai: 1 produk')) break
    await page.reload()
  }
  expect(await told(page)).toContain('Selesai: 1 produk')
  await seen(page, 'import-done')
})

test('a count shows what differs before it is saved, and stands in the history', async () => {
  const page = await pageOf(shop.chair)
  await go(page, `${room}/stock`)
  await page.fill(`[name="counted.${shop.variantId}"]`, '40')
  await page.click('button:has-text("Lihat perbedaannya")')
  await page.waitForSelector('[name=reason]')
  expect(await told(page)).toContain('→ 40')
  await looksRight(page, 'stock-differences')
  await page.click('button:has-text("Simpan hitungan")')
  await page.waitForURL('**?saved=1')
  expect(await told(page)).toContain('1 stok diperbarui')
  await go(page, `${room}/stock/${shop.variantId}`)
  expect(await told(page)).toContain('Dihitung: Hitung stok')
  await looksRight(page, 'stock-history')
})

test('a question is asked, waits on the day’s page, and is answered for everyone', async () => {
  const buyer = await network.aGuestWith(shop)
  const to = network.newPhone()
  const { code } = expected(await buyer.post('/api/sign-in-codes', { to }), 202)
  expected(await buyer.post('/api/sessions', { to, code, name: 'Wulan Sari' }), 201)
  const { items } = (await buyer.get('/api/products?q=anyaman')).body
  const product = `/products/${items[0].slug}`
  const asking = await pageOf(buyer)
  await go(asking, `${product}/reviews`)
  await asking.fill('[name=text]', 'Apakah bisa dicuci?')
  await asking.click('#ask button')
  await asking.waitForURL('**?saved*')
  expect(await told(asking)).toContain('Menunggu jawaban penjual')
  await looksRight(asking, 'asked')

  const seller = await pageOf(shop.chair)
  await go(seller, room)
  await looksRight(seller, 'today')
  await seller.click('a:has-text("1 pertanyaan perlu dijawab")')
  await seller.waitForURL('**/questions')
  await seller.fill('[name=text]', 'Bisa, dengan air dingin.')
  await seller.click('form[action="?/answer"] button')
  await seller.waitForSelector('text=Sudah disimpan')
  await looksRight(seller, 'questions')
  const guest = await pageOf(null)
  await go(guest, product)
  expect(await told(guest)).toContain('Bisa, dengan air dingin.')

  const office = await pageOf(operator)
  await go(office, '/office/reviews')
  await office.click('main nav a:text-is("Pertanyaan")')
  await office.waitForURL('**/office/questions')
  await looksRight(office, 'office-questions')
  await office.fill('[name=reason]', 'Bukan tentang barangnya')
  await office.click('main form button')
  await office.waitForURL('**?saved*')
  await go(guest, product)
  expect(await told(guest)).not.toContain('Bisa, dengan air dingin.')
  await office.setViewportSize({ width: 1280, height: 800 })
  await go(office, '/en/office/questions?which=hidden')
  await looksRight(office, 'office-hidden')
  await office.fill('[name=reason]', 'It was fine')
  await office.click('main form button:has-text("Show")')
  await office.waitForURL('**?saved*')
  await go(guest, product)
  expect(await told(guest)).toContain('Bisa, dengan air dingin.')
})
