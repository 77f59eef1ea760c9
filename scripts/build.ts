/**
 * Builds the product: address lists, messages, pages, and the Worker's bundle as `wrangler deploy` would
 * send it. Does nothing when these sources have been built before.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildOf, exists, finish, makeCurrent } from './built.ts'
import { DIST, ROOT, run, say, seconds } from './ground.ts'
import { sizes } from './sizes.ts'
import { fingerprintOfSources } from './sources.ts'

const PAGES = join(ROOT, 'web/.svelte-kit/cf/assets')
const LOCK = join(DIST, 'building')

/** Whether there was anything to do. */
export async function build(): Promise<boolean> {
  const wanted = buildOf(fingerprintOfSources())
  const stale = !exists(wanted)
  if (stale) await alone(make)
  else makeCurrent(wanted)
  return stale
}

async function make(): Promise<void> {
  const built = buildOf(fingerprintOfSources())
  if (!exists(built)) {
    const started = Date.now()
    say('building the pages …')
    await prepare()
    await run('vite', ['build', '--logLevel', 'warn'], { cwd: join(ROOT, 'web') })
    say('building the Worker …')
    rmSync(built.folder, { recursive: true, force: true })
    await run('wrangler', ['deploy', '--dry-run', '--outdir', built.worker])
    cpSync(PAGES, built.assets, { recursive: true })
    finish(built)
    say(`built in ${seconds(started)}: ${sizes(built)}`)
  }
  makeCurrent(built)
}

/** What the pages import but nobody writes by hand. */
export async function prepare(): Promise<void> {
  await run('node', ['scripts/areas.ts'])
  await run('node', ['scripts/messages.ts'])
}

/** Two commands started together build once: the second waits for the first. */
async function alone(work: () => Promise<void>): Promise<void> {
  mkdirSync(DIST, { recursive: true })
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
  const worked = await build()
  if (!worked) say('nothing has changed since the last build')
}
