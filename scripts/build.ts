/**
 * Builds the product: address lists, messages, pages, and the Worker's bundle in dist/worker, as
 * `wrangler deploy` would send it. Does nothing when the sources are those of the last build.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BUNDLE, ROOT, run, say, seconds } from './ground.ts'
import { fingerprintOfSources } from './sources.ts'
import { sizes } from './sizes.ts'

const STAMP = join(ROOT, 'dist/built-from')
const LOCK = join(ROOT, 'dist/building')

export async function buildIfStale(): Promise<void> {
  if (isFresh()) return
  await build()
}

function isFresh(): boolean {
  if (!existsSync(STAMP) || !existsSync(join(BUNDLE, 'index.js'))) return false
  return readFileSync(STAMP, 'utf8') === fingerprintOfSources()
}

export async function build(): Promise<void> {
  await alone(async () => {
    if (isFresh()) return
    const started = Date.now()
    const fingerprint = fingerprintOfSources()
    rmSync(STAMP, { force: true })
    say('building the pages …')
    await prepare()
    await run('vite', ['build', '--logLevel', 'warn'], { cwd: join(ROOT, 'web') })
    say('building the Worker …')
    rmSync(BUNDLE, { recursive: true, force: true })
    await run('wrangler', ['deploy', '--dry-run', '--outdir', BUNDLE])
    writeFileSync(STAMP, fingerprint)
    say(`built in ${seconds(started)}: ${sizes()}`)
  })
}

/** What the pages import but nobody writes by hand. */
export async function prepare(): Promise<void> {
  await run('node', ['scripts/areas.ts'])
  await run('node', ['scripts/messages.ts'])
}

/** Two commands started together build once: the second waits for the first. */
async function alone(work: () => Promise<void>): Promise<void> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  while (!claim()) await pause(200)
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function claim(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(Number(readFileSync(LOCK, 'utf8')))) rmSync(LOCK, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // A lock without a number yet is a lock being written.
    return pid === 0 && Date.now() - statSync(LOCK).mtimeMs < 2000
  }
}

if (import.meta.main) {
  if (isFresh()) say(`nothing has changed since the last build: ${sizes()}`)
  else await build()
}
