/** What axe finds wrong with an open page by WCAG 2.2 AA; for pages opened with `bypassCSP`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => matchMedia('(scripting: none)').matches))) return run(page)
  const drawn = await drawnAgain(page)
  const found = await run(drawn)
  await drawn.context().close()
  return found
}

/** Timers never ring without a script, and axe waits for them: the same page, drawn where they do. */
async function drawnAgain(page: Page): Promise<Page> {
  const shown = await page.content()
  const body = shown.replace(/<script\b[^]*?<\/script>/g, '').replace(/<\/?noscript>/g, '')
  const context = await page
    .context()
    .browser()
    ?.newContext({
      ...{ viewport: page.viewportSize(), storageState: await page.context().storageState() },
      bypassCSP: true,
    })
  if (!context) throw new Error('the page belongs to no browser')
  const drawn = await context.newPage()
  await drawn.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }))
  await drawn.goto(page.url())
  return drawn
}

async function run(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate(
    (runOnly) =>
      (
        globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: Violation[] }> }
        }
      ).axe
        .run({ runOnly })
        .then((result) => result.violations),
    RULES,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

/** What one cannot reach on a narrow screen without scrolling sideways: how far the page is too wide. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** Things to press that are lower than 44 px; links inside sentences and cards are exempt. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
      .filter((one) => !one.closest('p, article, .choice, .skip-link, [hidden]'))
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 0 && height > 0 && height < 43.5
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  )
}
