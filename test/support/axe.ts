/** What axe finds wrong with an open page by WCAG 2.2 AA; for pages opened with `bypassCSP`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

export async function axeFindings(page: Page): Promise<string[]> {
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
