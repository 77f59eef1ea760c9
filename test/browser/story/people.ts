/** The people of the story, each with a phone of 360 px of her own, and what they do more than once. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { Server } from '#test/support/server'

const SHOTS = 'test/.shots/story'
mkdirSync(SHOTS, { recursive: true })

/** The Indonesian words of the pages, by key. */
const WORDS: Record<string, string> = Object.assign(
  {},
  ...readdirSync('web/messages/id').map(
    (file) => JSON.parse(readFileSync(`web/messages/id/${file}`, 'utf8')) as object,
  ),
)

export function say(key: string): string {
  const words = WORDS[key]
  if (words === undefined) throw new Error(`no words for ${key}`)
  return words
}

let steps = 0

export class Someone {
  readonly page: Page
  private readonly server: Server

  constructor(page: Page, server: Server) {
    this.page = page
    this.server = server
  }

  static async with(browser: Browser, server: Server): Promise<Someone> {
    const context = await browser.newContext({ viewport: { width: 360, height: 760 } })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return new Someone(page, server)
  }

  async goes(path: string): Promise<void> {
    const response = await this.page.goto(this.server.url + path)
    if (!response || response.status() >= 400) {
      throw new Error(
        `${path} answered ${response?.status()}: ${await this.page.innerText('main')}`,
      )
    }
  }

  async fills(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      await this.page.locator(`main [name="${name}"]:visible`).first().fill(value)
    }
  }

  /** Picks an area down to the village, by its code. */
  async picks(village: string): Promise<void> {
    const parts = [village.slice(0, 2), village.slice(0, 5), village.slice(0, 8), village]
    for (const [i, name] of ['province', 'regency', 'district', 'village'].entries()) {
      await this.page
        .locator(`[name=${name}] option[value="${parts[i]}"]`)
        .waitFor({ state: 'attached' })
      await this.page.selectOption(`[name=${name}]`, parts[i]!)
    }
  }

  /** Presses a button by its words, and waits until the page that follows stands. */
  async presses(words: string): Promise<void> {
    const before = this.page.url()
    await this.page.getByRole('button', { name: words, exact: true }).first().click()
    await this.page.waitForLoadState('networkidle')
    if (this.page.url() === before) await this.page.waitForTimeout(150)
  }

  async follows(words: string | RegExp): Promise<void> {
    await this.page.locator('main').getByRole('link', { name: words }).first().click()
    await this.page.waitForLoadState('networkidle')
  }

  text(): Promise<string> {
    return this.page.innerText('main')
  }

  /** Keeps a picture of the step, out of git. */
  async seen(name: string): Promise<void> {
    steps += 1
    const path = `${SHOTS}/${String(steps).padStart(2, '0')}-${name}.png`
    await this.page.screenshot({ path, fullPage: true })
  }

  private async demoCode(): Promise<string> {
    return (await this.page.textContent('.note strong')) ?? ''
  }

  async signsIn(phone: string, name?: string): Promise<void> {
    await this.goes('/sign-in')
    await this.fills({ to: phone })
    await this.presses(say('identity_send_code'))
    await this.page.waitForURL('**/sign-in/code**')
    await this.fills({ code: await this.demoCode() })
    await this.presses(say('identity_enter'))
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in/code'))
    if (name && this.page.url().includes('/sign-in/name')) {
      await this.fills({ name })
      await this.page.locator('main form button').first().click()
      await this.page.waitForURL((url) => !url.pathname.includes('/sign-in'))
    }
  }

  /** Enrols an authenticator app; demo mode shows its code. */
  async enrols(): Promise<void> {
    await this.goes('/security')
    await this.presses(say('identity_factor_begin'))
    await this.page.waitForSelector('main ol img')
    await this.fills({ code: await this.demoCode() })
    await this.presses(say('identity_confirm'))
  }

  /** Confirms with the code of the app that was enrolled before. */
  async confirms(): Promise<void> {
    await this.goes('/security')
    await this.fills({ code: await this.demoCode() })
    await this.presses(say('identity_confirm'))
  }
}
