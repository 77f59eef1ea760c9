/** Choosing by options without a script, describing on a phone, and what machines read of a page. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { startServer, type Server } from '#test/support/server'
import { CHAIR, openCoffeeShop, SETUP_TOKEN } from './coffee-shop.ts'

const ROOM = '/seller/kopi-menoreh'

let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer({ bindings: { SETUP_TOKEN } })
  browser = await openBrowser()
  await openCoffeeShop(server)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const at = (path: string) => server.url + path

async function phone({ script = true } = {}): Promise<Page> {
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: script, bypassCSP: true })
  return context.newPage()
}

async function checkLooks(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  expect({ where, axe: await axeFindings(page) }).toEqual({ where, axe: [] })
  expect({ where, sideways: await sidewaysScroll(page) }).toEqual({ where, sideways: 0 })
  expect({ where, small: await smallTargets(page) }).toEqual({ where, small: [] })
}

const COFFEE = '/products/kopi-lereng-menoreh'

describe('a buyer', () => {
  test('chooses by options without a script; price, measure and tiers follow', async () => {
    const page = await phone({ script: false })
    await page.goto(at(COFFEE))
    expect(await page.textContent('main .price')).toContain('Rp 50.000')
    expect(await page.textContent('main')).toContain('Rp 200.000 per kg')
    await page.click('nav[aria-label="Gilingan"] a:has-text("Halus")')
    await page.waitForURL('**variant=*')
    expect(await page.textContent('main .price')).toContain('Rp 52.000')
    expect(await page.textContent('main table')).toContain('Rp 47.000')
    const sold = page.locator('nav[aria-label="Isi"] a:has-text("1 kg")')
    expect(await sold.getAttribute('aria-label')).toContain('habis')
    await page.fill('[name=quantity]', '2')
    await page.click('main form .button-accent')
    await page.waitForSelector('.note.tone-good')
    expect(await page.textContent('main .price')).toContain('Rp 52.000')
    await page.goto(at('/basket'))
    expect(await page.textContent('main')).toContain('250 g, Halus')
    await page.context().close()
  })

  test('narrows a list by links that can be shared, and lets each go', async () => {
    const page = await phone({ script: false })
    await page.goto(at('/products?category=coffee&label=halal&openNow=true'))
    expect(await page.locator('main article').count()).toBe(1)
    const chips = page.locator('main ul[aria-label="Saringan yang dipakai"] a')
    expect(await chips.count()).toBe(3)
    await chips.nth(0).click()
    expect(new URL(page.url()).search).not.toContain('category')
    await page.context().close()
  })

  test('finds pages of regions, whole on a phone', async () => {
    const page = await phone()
    await page.goto(at('/products'))
    await page.click('main a[href="/regions"]')
    await page.goto(at('/products?region=32.06'))
    await page.click('main a[href="/regions/32.06"]')
    expect(await page.locator('footer a[href="/regions"]').count()).toBe(1)
    for (const path of ['/regions', '/regions/32.06', '/en/regions/32', COFFEE, '/products']) {
      await page.goto(at(path))
      await checkLooks(page)
    }
    expect((await page.goto(at('/regions/99')))?.status()).toBe(404)
    await page.context().close()
  })
})

type Head = {
  canonical: string | null
  alternates: Record<string, string>
  image: string | null
  robots: string | null
  data: Record<string, unknown>[]
}

async function headOf(path: string): Promise<Head> {
  const page = await phone({ script: true })
  await page.goto(at(path))
  const head = await page.evaluate(() => {
    const attribute = (selector: string, name: string) =>
      document.querySelector(selector)?.getAttribute(name) ?? null
    const twins = [...document.querySelectorAll('link[hreflang]')] as HTMLLinkElement[]
    const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
    return {
      canonical: attribute('link[rel=canonical]', 'href'),
      alternates: Object.fromEntries(twins.map((one) => [one.hreflang, one.href])),
      image: attribute('meta[property="og:image"]', 'content'),
      robots: attribute('meta[name=robots]', 'content'),
      data: scripts.map((one) => JSON.parse(one.textContent ?? '') as Record<string, unknown>),
    }
  })
  await page.context().close()
  return head
}

describe('a machine', () => {
  test('reads a product: one address, both languages, what it costs and where it lies', async () => {
    const head = await headOf(`${COFFEE}?variant=x`)
    expect(head.canonical).toBe(at(COFFEE))
    expect(head.alternates).toEqual({ id: at(COFFEE), en: at(`/en${COFFEE}`) })
    const [product, trail] = head.data
    expect(product).toMatchObject({
      '@type': 'Product',
      name: 'Kopi lereng <Menoreh>',
      description: 'Manis </script> & tebal.',
      offers: {
        '@type': 'AggregateOffer',
        priceCurrency: 'IDR',
        lowPrice: 50_000,
        availability: 'https://schema.org/InStock',
      },
    })
    const steps = (trail!.itemListElement as { name: string }[]).map((one) => one.name)
    expect(steps).toEqual(['Produk', 'Kopi & teh', 'Kopi'])
    const picture = await fetch(head.image!)
    expect(picture.headers.get('content-type')).toBe('image/png')
  })

  test('is led from a narrowed list to its shelf, and keeps no later pages', async () => {
    const narrowed = await headOf('/products?category=coffee&sort=cheapest&inStock=true')
    expect(narrowed.canonical).toBe(at('/products?category=coffee'))
    expect(narrowed.robots).toContain('noindex')
    const shelf = await headOf('/en/products?category=coffee')
    expect([shelf.canonical, shelf.robots]).toEqual([at('/en/products?category=coffee'), null])
    const shop = await headOf('/shops/kopi-menoreh')
    expect(shop.data[0]).toMatchObject({ '@type': 'Organization', name: 'Kopi Menoreh' })
  })

  test('finds every page in the map of the site, and each of them answers', async () => {
    const text = async (path: string) => (await server.fetch(path)).text()
    const locations = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc!)
    const robots = await text('/robots.txt')
    expect(robots).toContain(`Sitemap: ${server.url}/sitemap.xml`)
    expect(robots).toContain('Disallow: /seller')
    const maps = locations(await text('/sitemap.xml'))
    const pages = []
    for (const map of maps) pages.push(...locations(await text(new URL(map).pathname)))
    expect(pages).toEqual(
      expect.arrayContaining([at(COFFEE), at('/shops/kopi-menoreh'), at('/regions/32.06')]),
    )
    for (const page of pages) {
      const { pathname, search } = new URL(page)
      expect([page, (await server.fetch(pathname + search)).status]).toEqual([page, 200])
    }
    expect((await server.fetch('/sitemap/else.xml')).status).toBe(404)
  })
})

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a seller %s', (_, script) => {
  test('says options, tiers and windows, labels and makers of a product', async () => {
    const page = await phone({ script })
    await page.goto(at('/sign-in?next=/seller'))
    await page.fill('[name=to]', CHAIR)
    await page.click('main form button')
    await page.waitForURL('**/sign-in/code')
    await page.fill('[name=code]', (await page.textContent('.note strong')) ?? '')
    await page.click('form[action="?/enter"] button')
    await page.waitForURL(`**${ROOM}`)

    await page.goto(at(`${ROOM}/makers`))
    await page.fill('form[action="?/add"] [name=name]', `Bu Tini ${script}`)
    await page.click('form[action="?/add"] button')
    await page.waitForURL('**said=saved')
    await checkLooks(page)

    await page.goto(at(`${ROOM}/products`))
    await page.click('main h2 a >> nth=0')
    await page.waitForSelector('[name=title]')
    await page.click('summary:has-text("Harga grosir") >> nth=0')
    await page.fill('[name="v0.from1"]', '12')
    await page.fill('[name="v0.tier1"]', '44.000')
    const days = page.locator('[name=madeToOrderDays]')
    if (!(await days.isVisible())) await page.click('summary:has-text("Cara dan waktu")')
    await page.fill('[name=madeToOrderDays]', '3')
    await page.click('form[action="?/save"] > button')
    await page.waitForURL('**said=saved')
    expect(await page.inputValue('[name="v0.value1"]')).toBe('250 g')
    expect(await page.inputValue('[name="v0.tier1"]')).toBe('44.000')
    expect(await page.inputValue('[name=madeToOrderDays]')).toBe('3')

    await page.click('summary:has-text("P-IRT")')
    await page.fill('form:has([value=pirt]) [name=number]', '123')
    await page.fill('form:has([value=pirt]) [name=validUntil]', '2030-01-01')
    await page.click('form:has([value=pirt]) button >> nth=0')
    await page.waitForSelector('text=15 angka')
    await page.check(`label:has-text("Bu Tini ${script}") input`)
    await page.click('form[action="?/makers"] button')
    await page.waitForURL('**said=saved')
    await checkLooks(page)
    await page.goto(at(COFFEE))
    expect(await page.textContent('main')).toContain(`Bu Tini ${script}`)
    expect(await page.textContent('main')).toContain('± 3 hari')
    await page.context().close()
  })
})
