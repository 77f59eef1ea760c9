/** What one finds out about a page by opening it once. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { axeFindings, sidewaysScroll, smallTargets } from '#test/support/axe'
import type { Http } from '#test/support/http'
import { wrongWords, type Language } from './words.ts'

export type Look = { language: Language; width: number; colorScheme: 'light' | 'dark' }

/** Here fingers press; with a mouse axe's 24 px are enough. */
const PHONE = 360

export const LOOKS: readonly Look[] = [
  { language: 'id', width: PHONE, colorScheme: 'light' },
  { language: 'en', width: 1280, colorScheme: 'dark' },
]

export type Seen = { address: string; links: string[]; findings: string[] }

type Opening = { browser: Browser; url: string; person: Http; look: Look }

/** A browser window of hers. */
export function openWindow({ browser, url, person, look }: Opening): Promise<BrowserContext> {
  return browser
    .newContext({
      viewport: { width: look.width, height: 800 },
      colorScheme: look.colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    .then(async (context) => {
      const domain = new URL(url).hostname
      const cookies = [...person.cookies].map(([name, value]) => {
        return { name, value, domain, path: '/', secure: true }
      })
      await context.addCookies(cookies)
      return context
    })
}

const inLanguage = (path: string, { language }: Look) =>
  language === 'en' ? `/en${path === '/' ? '' : path}` : path

/** Opens a page and tells what is wrong with it; axe works in spite of the page's policy for scripts. */
export async function lookAt(page: Page, url: string, path: string, look: Look): Promise<Seen> {
  const findings: string[] = []
  const complain = (message: string) => findings.push(`console: ${message}`)
  page.removeAllListeners('console')
  page.removeAllListeners('pageerror')
  page.on('console', (said) => {
    // These windows have no service worker; the sheet's own test has.
    if (said.text().startsWith('Service Worker registration blocked')) return
    if (['error', 'warning'].includes(said.type())) complain(said.text())
  })
  page.on('pageerror', (error) => complain(error.message))

  const answer = await page.goto(url + inLanguage(path, look), { waitUntil: 'load' })
  if (answer?.status() !== 200) findings.push(`status ${answer?.status()}`)
  const { lang, title, headings, links } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    links: [...document.querySelectorAll('a[href]')].map((one) => (one as HTMLAnchorElement).href),
  }))
  if (lang !== look.language) findings.push(`its language is said to be ${lang}`)
  if (title === '') findings.push('it has no title')
  if (headings !== 1) findings.push(`it has ${headings} first headings`)
  findings.push(...(await wrongWords(page, look.language)))
  findings.push(...(await axeFindings(page)))
  findings.push(...(await tooWide(page)))
  if (look.width === PHONE) {
    findings.push(...(await smallTargets(page)).map((one) => `too small to press: ${one}`))
    await page.setViewportSize({ width: 320, height: 800 })
    findings.push(...(await tooWide(page)).map((one) => `at 320 px, ${one}`))
    await page.setViewportSize({ width: look.width, height: 800 })
  }
  return { address: new URL(page.url()).pathname, links, findings }
}

/** Also what is cut off at the edge, which no scrolling would bring back. */
async function tooWide(page: Page): Promise<string[]> {
  const wide = await sidewaysScroll(page)
  const cut = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1
    const isHeld = (one: Element) => {
      for (let box = one.parentElement; box && box.tagName !== 'MAIN'; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true
      }
      return false
    }
    return [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > edge && !isHeld(one))
      .filter((one) => one.checkVisibility() && one.closest('[aria-hidden=true]') === null)
      .map((one) => one.outerHTML.slice(0, 100))
      .slice(0, 2)
  })
  return [
    ...(wide > 0 ? [`it scrolls sideways by ${wide} px`] : []),
    ...cut.map((one) => `cut off at the edge: ${one}`),
  ]
}
