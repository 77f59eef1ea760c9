/** How heavy the build is, compressed as the platform counts it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Built } from './built.ts'

const KIB = 1024

/** The Worker's modules, compressed together; source maps are not sent. */
export function bundleBytes({ worker }: Built): number {
  const modules = readdirSync(worker).filter((name) => !/\.(map|md)$/.test(name))
  return modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(worker, name))).length, 0)
}

function clientBytes({ assets }: Built): number {
  const folder = join(assets, '_app/immutable')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const code = files.filter((name) => /\.(js|css)$/.test(name))
  return code.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}

export function sizes(built: Built): string {
  const kib = (bytes: number) => `${(bytes / KIB).toFixed(0)} KiB`
  return `Worker ${kib(bundleBytes(built))}, all scripts and styles ${kib(clientBytes(built))}, compressed`
}
