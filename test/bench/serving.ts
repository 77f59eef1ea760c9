/**
 * A server to be measured, in a process of its own: the product, or the control. It says where it is, and
 * when asked, what its requests have cost since it was last asked.
 */
import { serve } from '../../scripts/serve.ts'
import type { Built } from '../../scripts/built.ts'

export type Serving = { state: string; built: Built; bindings: Record<string, string> }
export type Spent = { requests: number; trips: number; rowsRead: number; rowsWritten: number }
export type Said = { url: string } | { spent: Spent }

const nothing = (): Spent => ({ requests: 0, trips: 0, rowsRead: 0, rowsWritten: 0 })
let spent = nothing()

function count(line: string): void {
  if (!line.startsWith('{') || !line.includes('"trips"')) return
  const { path, trips, rowsRead, rowsWritten } = JSON.parse(line) as Spent & { path?: string }
  if (path === undefined) return
  spent.requests += 1
  spent.trips += trips
  spent.rowsRead += rowsRead
  spent.rowsWritten += rowsWritten
}

const options = JSON.parse(process.argv[2] ?? '{}') as Serving
const served = await serve({ ...options, log: count })
const say = (said: Said) => process.send?.(said)

process.on('message', (asked) => {
  if (asked === 'spent') {
    say({ spent })
    spent = nothing()
  }
  if (asked === 'stop') void served.stop().then(() => process.exit(0))
})
process.on('disconnect', () => void served.stop().then(() => process.exit(0)))
say({ url: served.url })
