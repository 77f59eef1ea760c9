/** The project's own files, as its rules about itself read them. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type File = { path: string; text: string; imports: string[] }

const SKIPPED = new Set([
  'node_modules',
  '.svelte-kit',
  'paraglide',
  'dist',
  '.wrangler',
  'wilayah',
])
export const files = ['worker', 'db', 'web', 'test', 'scripts'].flatMap((folder) => walk(folder))
export const code = files.filter(
  ({ path }) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts'),
)
export const worker = code.filter(({ path }) => path.startsWith('worker/'))

function walk(folder: string): File[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (SKIPPED.has(name)) return []
    if (statSync(path).isDirectory()) return walk(path)
    if (!/\.(ts|svelte|sql|css|mjs)$/.test(name)) return []
    const text = readFileSync(path, 'utf8')
    return [{ path, text, imports: importsOf(text) }]
  })
}

export function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)].map(
    (match) => match[1]!,
  )
}
