/** A lending desk on a started server, and people who look at its pages on their phones. */
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import { openBrowser } from '#test/support/browser'
import { expected, type Http } from '#test/support/http'
import * as network from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'

const SHOTS = 'test/.shots/lending'
const PHONE = { width: 360, height: 760 }

export class Desk {
  readonly server: Server
  readonly browser: Browser
  lender: network.LenderOn
  readonly borrower: Http
  readonly operator: Http
  /** The address of its pages. */
  readonly path: string

  private constructor(
    server: Server,
    browser: Browser,
    people: [network.LenderOn, Http, operator: Http],
  ) {
    this.server = server
    this.browser = browser
    this.lender = people[0]
    this.borrower = people[1]
    this.operator = people[2]
    this.path = `/lender/${this.lender.slug}`
  }

  static async open(): Promise<Desk> {
    mkdirSync(SHOTS, { recursive: true })
    const server = await startServer({ bindings: network.BINDINGS })
    const operator = await network.anOperatorOn(server)
    const lender = await network.aLenderOn(operator)
    const borrower = await network.aBorrowerOn(server)
    return new Desk(server, await openBrowser(), [lender, borrower, operator])
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
  }

  /** A page of hers, on her phone unless said otherwise. */
  async pageOf(person: Http | null, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: PHONE, bypassCSP: true, ...options })
    const { hostname } = new URL(this.server.url)
    const cookies = [...(person?.cookies ?? [])].map(([name, value]) => {
      return { name, value, domain: hostname, path: '/', secure: true }
    })
    await context.addCookies(cookies)
    return context.newPage()
  }

  async go(page: Page, path: string): Promise<void> {
    const answer = await page.goto(this.server.url + path)
    expect(answer?.status(), path).toBe(200)
  }

  /** Loans from now on are of another product, which differs from the plain one as said. */
  async offer(changes: object): Promise<void> {
    const { owner, slug } = this.lender
    const path = `/api/lenders/${slug}/loan-products`
    const offer = { ...network.PRODUCT, name: 'Modal kerja dengan denda', ...changes }
    const { id } = expected(await owner.post(path, offer), 201)
    this.lender = { ...this.lender, productId: id }
  }

  async aLoan(on: string): Promise<string> {
    const path = await network.anAcceptedApplicationOn(this.lender, this.borrower)
    return expected(await this.lender.cashier.post(`${path}/disbursement`, { on }), 201).id
  }

  /** The most trips that drawing this page has taken, by what the Worker logged. */
  tripsOf(path: string): number {
    const drawn = this.server.log
      .map((line) => JSON.parse(line) as { method?: string; path?: string; trips?: number })
      .filter((line) => line.method === 'GET' && line.path === path)
    return Math.max(0, ...drawn.map(({ trips = 0 }) => trips))
  }

  /** The code of its receipt. */
  async repaid(loan: string, amount: number): Promise<string> {
    const asked = { amount, channel: 'cash' }
    const path = `/api/loans/${loan}/repayments`
    return expected(await this.lender.cashier.post(path, asked), 201).receipt
  }
}

/** Keeps a picture of the page for whoever wants to look, and finds what is wrong with it. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
  const found = await axeFindings(page)
  const wide = await sidewaysScroll(page)
  const small = await smallTargets(page)
  expect.soft({ name, found, wide, small }).toEqual({ name, found: [], wide: 0, small: [] })
}

/** The page as a reader has it, in one line. */
export async function told(page: Page): Promise<string> {
  return (await page.innerText('main')).replace(/\s+/g, ' ')
}

/** A day in Jakarta, by the clock of this machine. */
export const daysAgo = (days: number) =>
  new Date(Date.now() + 7 * 3600_000 - days * 86_400_000).toISOString().slice(0, 10)

/** She reads the agreement, has the code sent to her telephone, and accepts with it. */
export async function acceptsBy(page: Page): Promise<void> {
  await page.waitForURL('**/agreement')
  await page.click('form[action^="?/code"] button')
  const code = await page.innerText('.accepting .code strong')
  await page.fill('[name=code]', code)
  await page.click('form[action^="?/accept"] button')
  await page.waitForURL(/\/loan-applications\/[^/]+$/)
}
