/**
 * A build is a folder of dist named after what it was made from, with the Worker's bundle and the static
 * files. A server keeps the build it began with, whatever is built meanwhile; the last few stay.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIST } from './ground.ts'

export type Built = { folder: string; worker: string; assets: string }

const CURRENT = join(DIST, 'current')
const NAME = /^[0-9a-f]{16}$/
const KEPT = 5

/** Where the build of these sources is, or will be. */
export function buildOf(fingerprint: string): Built {
  return inFolder(join(DIST, fingerprint.slice(0, 16)))
}

export function exists(built: Built): boolean {
  return existsSync(join(built.folder, 'done'))
}

/** The last build that was asked for. */
export function currentBuild(): Built {
  if (!existsSync(CURRENT)) throw new Error('Nothing is built yet: npm run build')
  return inFolder(join(DIST, readFileSync(CURRENT, 'utf8')))
}

export function makeCurrent(built: Built): void {
  writeFileSync(CURRENT, built.folder.slice(DIST.length + 1))
}

export function finish(built: Built): void {
  writeFileSync(join(built.folder, 'done'), '')
  const age = (name: string) => statSync(join(DIST, name)).mtimeMs
  const builds = readdirSync(DIST).filter((name) => NAME.test(name))
  const old = builds.sort((a, b) => age(b) - age(a)).slice(KEPT)
  for (const name of old) rmSync(join(DIST, name), { recursive: true, force: true })
}

function inFolder(folder: string): Built {
  return { folder, worker: join(folder, 'worker'), assets: join(folder, 'assets') }
}
