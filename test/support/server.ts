/** The built product on a free port with data of its own, as `npm start` serves it; gone after the test. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveNetwork, type Network } from '../../scripts/demo.ts'

export type ServerOptions = {
  /** With the demo network in it; without, the database is migrated and empty. */
  seed?: boolean
  bindings?: Record<string, string>
  /** The data of a server that crashed, to go on with. */
  state?: string
}

export type Server = Network['served'] & {
  people: Network['people']
  state: string
  /** What the Worker has logged so far. */
  log: string[]
  /** Kills the Worker's process without a warning and keeps its data: `startServer({ state })`. */
  crash(): Promise<void>
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { seed = false, bindings = {} } = options
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'lumbung-'))
  const log: string[] = []
  const others = new Set(workerds())
  const { served, people } = await serveNetwork(
    { state, seed, bindings, log: (line) => log.push(line) },
    () => {},
  )
  const own = workerds().filter((pid) => !others.has(pid))
  return {
    ...served,
    people,
    state,
    log,
    async stop() {
      await served.stop()
      rmSync(state, { recursive: true, force: true })
    },
    async crash() {
      for (const pid of own) process.kill(pid, 'SIGKILL')
      await served.stop()
    },
  }
}

/** The workerd processes that this process has started. */
function workerds(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
  return lines
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s.*workerd\s*$/.exec(line))
    .filter((found) => found !== null && Number(found[2]) === process.pid)
    .map((found) => Number(found?.[1]))
}
