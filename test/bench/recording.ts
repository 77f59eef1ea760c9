/**
 * What the product asks of the database, written down: the built Worker is run in this process on a database
 * that remembers every batch. The control of a measurement runs the same SQL and nothing else.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Built } from '../../scripts/built.ts'
import type { Client, Reply, Sending } from '#test/bench/scenario'
import type { Bindings } from '#worker/http/context'

export type Param = string | number | null
/** The statements that travel together. */
export type Trip = readonly { sql: string; params: readonly Param[] }[]
/** What one request asks, and what it was answered. */
export type Step = { trips: Trip[]; body: string }

type Worker = {
  fetch(request: Request, env: Bindings, ctx: object): Promise<Response>
}

/** A client whose every request is answered here, and its trips kept as a step. */
export async function recorder(
  { worker }: Built,
  env: Bindings,
): Promise<{ client: () => Client; steps: Step[] }> {
  const module = (await import(pathToFileURL(join(worker, 'index.js')).href)) as { default: Worker }
  const steps: Step[] = []
  const ctx = { waitUntil: () => {}, passThroughOnException: () => {} }
  const send = async ({ method, path, body, headers }: Sending): Promise<Reply> => {
    const trips: Trip[] = []
    const request = new Request(`http://localhost${path}`, { method, headers, body: body ?? null })
    const quiet = console.info
    console.info = () => {}
    const bindings = { ...env, DB: remembering(env.DB, trips) }
    const response = await module.default.fetch(request, bindings, ctx)
    console.info = quiet
    const text = await response.text()
    steps.push({ trips, body: text })
    return { status: response.status, cookies: response.headers.getSetCookie(), text }
  }
  return { client: () => ({ send }), steps }
}

/** D1 as db/client.ts opens it. */
function remembering(db: D1Database, trips: Trip[]): D1Database {
  type Kept = { real: D1PreparedStatement; sql: string; params: Param[] }
  const kept = new WeakMap<object, Kept>()
  const statement = (one: Kept): D1PreparedStatement => {
    const wrapped = {
      bind: (...params: Param[]) => statement({ ...one, real: one.real.bind(...params), params }),
      raw: () => {
        trips.push([{ sql: one.sql, params: one.params }])
        return one.real.raw()
      },
    }
    kept.set(wrapped, one)
    return wrapped as unknown as D1PreparedStatement
  }
  const session = {
    prepare: (sql: string) => statement({ real: db.prepare(sql), sql, params: [] }),
    batch: (statements: D1PreparedStatement[]) => {
      const asked = statements.map((one) => kept.get(one)!)
      trips.push(asked.map(({ sql, params }) => ({ sql, params })))
      return db.batch(asked.map(({ real }) => real))
    },
    getBookmark: () => null,
  }
  return { withSession: () => session } as unknown as D1Database
}
