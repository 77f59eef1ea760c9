/** The built product on a free port with data of its own, as `npm start` serves it; gone after the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveNetwork, type Network } from '../../scripts/demo.ts'

export type ServerOptions = {
  /** With the demo network in it; without, the database is migrated and empty. */
  seed?: boolean
  bindings?: Record<string, string>
}

export type Server = Network['served'] & {
  people: Network['people']
  /** What the Worker has logged so far. */
  log: string[]
}

export async function startServer({ seed = false, bindings }: ServerOptions = {}): Promise<Server> {
  const state = mkdtempSync(join(tmpdir(), 'lumbung-'))
  const log: string[] = []
  const quiet = () => {}
  const { served, people } = await serveNetwork(
    { state, seed, log: (line) => log.push(line), ...(bindings ? { bindings } : {}) },
    quiet,
  )
  const stop = async () => {
    await served.stop()
    rmSync(state, { recursive: true, force: true })
  }
  return { ...served, stop, people, log }
}
