/** How heavy the build is, compressed as the platform counts it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ASSETS, BUNDLE } from './ground.ts'

const KIB = 1024

/** The Worker's modules, compressed together; source maps are not sent. */
export function bundleBytes(): number {
  const modules = readdirSync(BUNDLE).filter((name) => !/\.(map|md)$/.test(name))
  return modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(BUNDLE, name))).length, 0)
}

function clientBytes(): number {
  const folder = join(ASSETS, '_app/immutable')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const code = files.filter((name) => /\.(js|css)$/.test(name))
  return code.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}

export function sizes(): string {
  const kib = (bytes: number) => `${(bytes / KIB).toFixed(0)} KiB`
  return `Worker ${kib(bundleBytes())}, all scripts and styles ${kib(clientBytes())}, compressed`
}
