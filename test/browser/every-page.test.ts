/** Every page there is, opened by those who may, on a phone in Indonesian and on a desk in English. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '#test/support/browser'
import { startServer, type Server } from '#test/support/server'
import { LOOKS, lookAt, openWindow, type Look, type Seen } from './every-page/looks.ts'
import { routeOf, routes } from './every-page/routes.ts'
import { everyStop, type Stop } from './every-page/walk.ts'
import { everyone, type Walker, type Walkers } from './every-page/walkers.ts'

/** Whoever has one book is taken to it; the list is for those who have several. */
const NEVER_DRAWN = ['/office/books']

/** Reached by a form that was sent, not by a link. */
const BEHIND_FORMS = ['/sign-in/code', '/sign-in/name']

let server: Server
let browser: Browser
let walkers: Walkers
let stops: Stop[]
const seen: (Seen & { walker: Walker })[] = []

beforeAll(async () => {
  server = await startServer({ seed: true })
  browser = await openBrowser()
  walkers = await everyone(server)
  stops = await everyStop(walkers)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** One after the other in the same window, as she would. */
async function walk(walker: Walker, look: Look): Promise<void> {
  const person = walkers[walker]
  const context = await openWindow({ browser, url: server.url, person, look })
  const page = await context.newPage()
  for (const { path } of stops.filter((one) => one.walker === walker)) {
    if (path === '/sign-in/code') {
      await page.goto(`${server.url}/sign-in`)
      await page.fill('[name=to]', '0812 0000 9009')
      await page.locator('main form button').first().click()
      await page.waitForURL('**/sign-in/code')
    }
    const found = await lookAt(page, server.url, path, look)
    seen.push({ walker, ...found })
    expect.soft({ path, findings: found.findings }).toEqual({ path, findings: [] })
  }
  await context.close()
}

describe.each(LOOKS)('in $language, $width px wide, $colorScheme', (look) => {
  test('every page is whole, and anyone can read and use it', async () => {
    const left = [...new Set(stops.map((one) => one.walker))]
    const oneAfterTheOther = async () => {
      for (let next = left.shift(); next; next = left.shift()) await walk(next, look)
    }
    await Promise.all([oneAfterTheOther(), oneAfterTheOther(), oneAfterTheOther()])
  })
})

test('no page is left out', () => {
  const drawn = seen.map(({ address }) => routeOf(address))
  const missing = routes.filter((route) => !drawn.includes(route))
  expect(missing).toEqual(NEVER_DRAWN)
})

test('a link leads to every page', () => {
  const linked = new Set(
    seen.flatMap(({ address, links }) =>
      ownOf(links)
        .map(routeOf)
        .filter((route) => route !== routeOf(address)),
    ),
  )
  expect(routes.filter((route) => !linked.has(route))).toEqual(BEHIND_FORMS)
})

test('whoever is shown a link may follow it', async () => {
  for (const walker of new Set(seen.map((one) => one.walker))) {
    const links = seen.filter((one) => one.walker === walker).flatMap((one) => ownOf(one.links))
    // One to each page is enough, and the languages are the same.
    const kinds = new Map(links.map((href) => [routeOf(href) ?? new URL(href).pathname, href]))
    for (const href of kinds.values()) {
      const { status } = await walkers[walker].get(href.slice(server.url.length))
      expect.soft({ walker, href, refused: status >= 400 }).toMatchObject({ refused: false })
    }
  }
})

/** Those that lead to the product itself. */
const ownOf = (links: string[]) =>
  links.filter((href) => new URL(href).origin === new URL(server.url).origin)
