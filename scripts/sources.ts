/** The fingerprint of everything a build is made from: equal fingerprint, equal build. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ground.ts'

const FOLDERS = ['worker', 'db', 'web']
const FILES = ['wrangler.toml', 'package.json', 'package-lock.json']
const MADE = new Set(['node_modules', '.svelte-kit', 'paraglide', 'wilayah', 'cache', 'seed'])

export function fingerprintOfSources(): string {
  const hash = createHash('sha256')
  for (const file of [...FILES, ...FOLDERS.flatMap(filesUnder)]) {
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true })
  return entries
    .filter((entry) => !MADE.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesUnder(child)
      return entry.isFile() ? [child] : []
    })
}
