/** Selling and finding, as people do it on a phone: a photo, a price, a thing found, a basket. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { startServer, type Server } from '#test/support/server'

const SETUP_TOKEN = 'the setup token of the browser tests'
const OPERATOR = '081234567890'
const CHAIR = '081298765432'

let server: Server
let browser: Browser
let cookie = ''

/** The API as the person of the last sign-in. */
async function ask(method: string, path: string, body?: unknown): Promise<Record<string, string>> {
  const response = await server.fetch(`/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(cookie ? { cookie } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const session = response.headers.getSetCookie().find((one) => one.startsWith('__Host-lumbung_s'))
  if (session) cookie = session.split(';')[0]!
  expect({ path, status: response.status < 400 }).toEqual({ path, status: true })
  return (await response.json()) as Record<string, string>
}

async function signIn(to: string, name: string): Promise<void> {
  const { code } = await ask('POST', '/sign-in-codes', { to })
  await ask('POST', '/sessions', { to, code, name })
}

beforeAll(async () => {
  server = await startServer({ bindings: { SETUP_TOKEN } })
  browser = await openBrowser()
  const lead = { name: 'Ratna Dewi', phone: OPERATOR }
  await ask('POST', '/network', { name: 'Jaringan Priangan', lead, token: SETUP_TOKEN })
  await signIn(CHAIR, 'Euis Komariah')
  await ask('POST', '/enterprises', {
    ...{ name: 'Sinar Mendong', craft: 'Anyaman mendong', areaCode: '32.06.34.2002' },
    ...{ phone: CHAIR, womenLed: true, story: 'Menganyam sejak kereta berhenti di Rajapolah. ' },
  })
  await signIn(OPERATOR, 'Ratna Dewi')
  await ask('PATCH', '/organizations/sinar-mendong/status', { status: 'open' })
  await signIn(CHAIR, 'Euis Komariah')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function phone({ script = true } = {}): Promise<Page> {
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ viewport, javaScriptEnabled: script, bypassCSP: true })
  return context.newPage()
}

const at = (path: string) => server.url + path

/** The chair of the shop, signed in on her phone. */
async function chairsPhone(script = true): Promise<Page> {
  const page = await phone({ script })
  await page.goto(at('/sign-in?next=/seller'))
  await page.fill('[name=to]', CHAIR)
  await page.click('main form button')
  await page.waitForURL('**/sign-in/code')
  await page.fill('[name=code]', (await page.textContent('.note strong')) ?? '')
  await page.click('form[action="?/enter"] button')
  await page.waitForURL('**/seller/sinar-mendong')
  return page
}

async function checkLooks(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname
  expect({ where, axe: await axeFindings(page) }).toEqual({ where, axe: [] })
  expect({ where, sideways: await sidewaysScroll(page) }).toEqual({ where, sideways: 0 })
  expect({ where, small: await smallTargets(page) }).toEqual({ where, small: [] })
}

/** A photo as a camera gives it: large, drawn by the browser itself. */
async function photo(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 2400, height: 1800 })
    const pen = canvas.getContext('2d')!
    for (let n = 0; n < 4000; n += 1) {
      pen.fillStyle = `hsl(${n % 360} 60% 50%)`
      pen.fillRect((n * 97) % 2400, (n * 61) % 1800, 120, 90)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  })
  return Buffer.from(drawn.split(',')[1]!, 'base64')
}

describe.each([
  ['with JavaScript', true, 'Tas jinjing mendong'],
  ['without JavaScript', false, 'Tikar lipat mendong'],
])('%s', (_, script, title) => {
  test('a seller takes a photo, says a price, and a buyer puts it into her basket', async () => {
    const drawing = await phone()
    const buffer = await photo(drawing)
    await drawing.context().close()

    const seller = await chairsPhone(script)
    await seller.goto(at('/seller/sinar-mendong/products/new'))
    const file = { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer }
    await seller.setInputFiles('[name=photo]', file)
    if (script) await seller.waitForSelector('.photo-input img')
    await seller.fill('[name=title]', title)
    await seller.selectOption('[name=category]', 'bags')
    await seller.fill('[name="v0.price"]', '145rb')
    await seller.fill('[name="v0.weight"]', '420')
    await seller.fill('[name="v0.stock"]', '3')
    await seller.click('button[value=list]')
    await seller.waitForURL('**/products/*?said=listed')
    await seller.context().close()

    const buyer = await phone({ script })
    await buyer.goto(at(`/products?q=${title.split(' ')[0]}`))
    await buyer.click(`article a:has-text("${title}")`)
    await buyer.waitForURL('**/products/*-mendong')
    expect(await buyer.textContent('main .price')).toContain('Rp 145.000')
    const face = await buyer.getAttribute('main img', 'src')
    const { headers } = await fetch(server.url + face)
    expect(headers.get('content-type')).toBe(script ? 'image/webp' : 'image/jpeg')
    await buyer.fill('[name=quantity]', '2')
    await buyer.click('main form .button-accent')
    await buyer.waitForSelector('.note.tone-good')
    expect(await buyer.textContent('.note.tone-good')).toContain('(2)')
    await buyer.context().close()
  })
})

const PAGES = ['/', '/products', '/products?q=tas', '/products/tas-jinjing-mendong', '/shops']

test('pages of the market are whole on a phone, by eye, by ear and by thumb', async () => {
  const page = await phone()
  for (const path of [...PAGES, '/shops/sinar-mendong', '/products?q=zzzz', '/en/products']) {
    await page.goto(at(path))
    await checkLooks(page)
  }
  await page.context().close()
})

test('pages of the seller are whole on a phone', async () => {
  const page = await chairsPhone()
  for (const path of ['products', 'products/new', 'profile']) {
    await page.goto(at(`/seller/sinar-mendong/${path}`))
    await checkLooks(page)
  }
  await page.goto(at('/seller/sinar-mendong/products'))
  await page.click('main h2 a >> nth=0')
  await page.waitForSelector('[name=title]')
  await checkLooks(page)
  await page.context().close()
})

test('the parts of a page are one line on a phone, at the present one', async () => {
  const page = await chairsPhone()
  await page.goto(at('/seller/sinar-mendong/orders?disputed=yes'))
  await checkLooks(page)
  const present = page.locator('main nav a[aria-current]').last()
  const line = present.locator('..')
  expect((await line.boundingBox())?.height).toBeLessThan(60)
  const [seen, whole] = [await present.boundingBox(), page.viewportSize()]
  expect(seen?.x).toBeGreaterThanOrEqual(0)
  expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual(whole?.width ?? 0)
  await page.context().close()
})

test('a product page weighs 60 KiB at most, compressed, without its pictures', async () => {
  for (const path of PAGES) {
    const page = await phone()
    const parts: Promise<number>[] = []
    page.on('response', (response) => {
      const counted = ['document', 'stylesheet', 'script'].includes(
        response.request().resourceType(),
      )
      if (counted) parts.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(at(path), { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(parts)).reduce((sum, one) => sum + one, 0)
    expect(bytes).toBeGreaterThan(4 * 1024)
    expect({ path, within: bytes <= 60 * 1024 }).toEqual({ path, within: true })
    await page.context().close()
  }
})

test('a page costs one trip to the database for a guest, two for who is signed in', async () => {
  const tripsOf = async (path: string, headers: Record<string, string>) => {
    server.log.length = 0
    await server.fetch(path, { headers })
    await expect.poll(() => server.log.some((line) => line.includes('"trips"'))).toBe(true)
    return Number(/"trips":(\d+)/.exec(server.log.join('\n'))?.[1])
  }
  for (const path of [...PAGES, '/products?q=mendng', '/shops/sinar-mendong']) {
    expect({ path, guest: await tripsOf(path, {}) }).toEqual({ path, guest: 1 })
    expect({ path, member: await tripsOf(path, { cookie }) }).toEqual({ path, member: 2 })
  }
})
