/**
 * A real browser for the tests: the one CHROME_PATH names, the system's Chrome or Chromium, the one that
 * comes with npm (@sparticuz/chromium), or Playwright's own, whichever is there first.
 */
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(): Promise<Browser> {
  const { path, flags } = await findBrowser()
  return chromium.launch({ executablePath: path, args: [...FLAGS, ...flags], headless: true })
}

type Found = { path: string; flags: string[] }

export async function findBrowser(): Promise<Found> {
  const named = process.env.CHROME_PATH
  if (named) {
    if (isProgram(named)) return { path: named, flags: [] }
    throw new Error(`CHROME_PATH names ${named}, which is no program.`)
  }
  const system = systemBrowser()
  if (system) return { path: system, flags: [] }
  const packed = await packedBrowser()
  if (packed) return packed
  const own = chromium.executablePath()
  if (own && isProgram(own)) return { path: own, flags: [] }
  throw new Error(
    'The browser tests need Chrome or Chromium: install it (apt-get install chromium), ' +
      'or name one you have: CHROME_PATH=/path/to/chrome npm test',
  )
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...paths, ...ELSEWHERE].find(isProgram)
}

/** Compressed in its package; it unpacks itself to the temporary folder at first use. */
async function packedBrowser(): Promise<Found | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return { path: await packed.executablePath(), flags: packed.args }
  } catch {
    return undefined
  }
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
