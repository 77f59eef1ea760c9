/** The folder of the local data, and who is using it: two servers on one database would trip each other. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './ground.ts'

/** `STATE=/tmp/mine npm start` keeps a second network elsewhere. */
export const STATE = resolve(ROOT, process.env.STATE ?? '.wrangler/state')

const USER = join(STATE, 'in-use')

/** Who serves this data now, as a sentence; null when nobody does. */
export function whoUses(): string | null {
  if (!existsSync(USER)) return null
  const [pid, what] = readFileSync(USER, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return `${what} (process ${pid})`
  } catch {
    return null
  }
}

export function claim(what: string): void {
  mkdirSync(STATE, { recursive: true })
  writeFileSync(USER, `${process.pid}\n${what}`)
}

export function release(): void {
  rmSync(USER, { force: true })
}
