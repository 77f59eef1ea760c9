/** An owner sets up a product on a phone and changes it later; a member reads what it costs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk, looksRight } from './lending-desk.ts'

let desk: Desk
let product = ''

beforeAll(async () => {
  desk = await Desk.open()
})

afterAll(async () => {
  await desk?.close()
})

test('a template becomes a product: pick it, change two figures, see the price, offer it', async () => {
  const owner = await desk.pageOf(desk.lender.owner)
  await desk.go(owner, `${desk.path}/products`)
  await looksRight(owner, 'products')
  await owner.click(`main a[href$="/products/new"]`)
  await owner.waitForURL('**/products/new')
  await looksRight(owner, 'products-templates')
  await owner.click('a[href$="template=koperasi-menurun"]')
  await owner.waitForSelector('[name=annualRate]')
  expect(await owner.textContent('main')).toContain('Permenkop UKM 8/2023')
  const example = owner.locator('section.example')
  const before = await example.textContent()
  await owner.fill('[name=annualRate]', '15')
  await owner.fill('[name=maxPrincipal]', '15 juta')
  await expect.poll(() => example.textContent()).not.toBe(before)
  expect(await example.textContent()).toMatch(/Bunga efektif[^%]*1[5-9],?\d* %/)
  await looksRight(owner, 'products-form')
  await owner.fill('[name=annualRate]', '24')
  await expect
    .poll(() => owner.locator('.field:has([name=annualRate]) .error').textContent())
    .toContain('paling tinggi 24%')
  await owner.click('text=Tawarkan produk')
  await owner.waitForSelector('[role=alert]')
  expect(await owner.inputValue('[name=maxPrincipal]')).toMatch(/15(\.000\.000| juta)/)
  await owner.fill('[name=annualRate]', '15')
  await owner.click('text=Tawarkan produk')
  await owner.waitForURL(/\/products\/(?!new)[^/]+$/)
  product = new URL(owner.url()).pathname.split('/').at(-1) ?? ''
  expect(await owner.textContent('main')).toContain('Ditawarkan pertama kali')
  await looksRight(owner, 'product')
})

test('without a script the example is drawn by the server, and what was typed is kept', async () => {
  const owner = await desk.pageOf(desk.lender.owner, { javaScriptEnabled: false })
  await desk.go(owner, `${desk.path}/products/new?template=spp`)
  await owner.fill('[name=annualRate]', '10')
  await owner.fill('[name=name]', 'SPP Melati')
  await owner.fill('[name=exampleAmount]', '24.000.000')
  await owner.fill('[name=exampleInstalments]', '12')
  await owner.click('text=Lihat contoh')
  await owner.waitForLoadState()
  expect(await owner.inputValue('[name=name]')).toBe('SPP Melati')
  await looksRight(owner, 'products-form-without-script')
  const example = (await owner.textContent('section.example')) ?? ''
  expect(example).toContain('Rp 24.000.000')
  expect(example).toContain('Rp 2.200.000')
})

test('a change makes a version that says what changed, on a desk as on a phone', async () => {
  const viewport = { width: 1280, height: 900 }
  const owner = await desk.pageOf(desk.lender.owner, { viewport })
  await desk.go(owner, `${desk.path}/products/${product}/edit`)
  expect(await owner.inputValue('[name=annualRate]')).toBe('15')
  await owner.fill('[name=annualRate]', '14,5')
  await looksRight(owner, 'product-edit-wide')
  await owner.click('text=Simpan sebagai versi baru')
  await owner.waitForURL(new RegExp(`/products/${product}$`))
  const told = (await owner.textContent('main')) ?? ''
  expect(told).toContain('15 % menjadi 14,5 %')
  expect(told).toContain('0 pinjaman berjalan pada versi ini')
  await looksRight(owner, 'product-wide')
})

test('a member reads price, fees, penalty and order of payments before she asks', async () => {
  const member = await desk.pageOf(null, { javaScriptEnabled: false })
  await desk.go(member, '/loan-products')
  await member.click(`a[href$="/loan-products/${product}"]`)
  await member.fill('[name=amount]', '3 juta')
  await member.fill('[name=instalments]', '6')
  await member.click('text=Hitung')
  await member.waitForLoadState()
  const told = (await member.textContent('main')) ?? ''
  for (const said of ['14,5 %', 'Biaya administrasi', 'Lewat 7 hari', 'jasa → pokok']) {
    expect(told).toContain(said)
  }
  expect(told).toContain('Rp 3.000.000')
  await looksRight(member, 'loan-product')
})

test('all of it is there in English, at night, on a wide screen, in two trips to the database', async () => {
  const wide = { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }
  const owner = await desk.pageOf(desk.lender.owner, wide)
  const room = `${desk.path}/products`
  for (const path of [room, `${room}/new?template=pumk`, `${room}/${product}`]) {
    await desk.go(owner, `/en${path}`)
    const name = path.replace(/.*products/, '').replace(/[^a-z]+/g, '-')
    await looksRight(owner, `products-en${name.slice(0, 14)}`)
    expect.soft(desk.tripsOf(`/en${path}`.split('?')[0] ?? ''), path).toBeLessThanOrEqual(2)
  }
  await desk.go(owner, `/en/loan-products/${product}`)
  expect(await owner.textContent('main')).toContain('Order of payments')
})
