/**
 * Bindings that fail on purpose. Every call that leaves the Worker (a batch or query of D1, storage, the
 * queue, the static files) has a number in the order it is made, from 0. One of them fails, or as many as
 * chance will have: before it was run, or after it, when its effect stands and only its answer is lost. Or it
 * succeeds, but something else happens first.
 */
import type { Bindings } from '#worker/http/context'

export type Mode = 'before' | 'after'
export type Fault =
  | { at: number; mode: Mode }
  /** Asked of each call whether it fails, and how. */
  | { each: () => Mode | null }
  | { at: number; mode: 'overtaken'; by: () => Promise<unknown> }

/** What was called, in order: 'DB', 'FILES', 'OUTBOX', 'WEBHOOKS', 'ASSETS'. */
export type Calls = string[]

/** How each of them says that it could not. */
const WORDS: Readonly<Record<string, string>> = {
  DB: 'D1_ERROR: Network connection lost.',
  FILES: 'put: We encountered an internal error. Please try again. (10001)',
  OUTBOX: 'Queue sendBatch failed: Internal Server Error',
  WEBHOOKS: 'Queue sendBatch failed: Internal Server Error',
  ASSETS: 'Network connection lost.',
}

type Leave = <T>(name: string, run: () => Promise<T>) => Promise<T>

/** The bindings, of which one call fails; without a fault the calls are only written down. */
export function faulty(given: Bindings, fault: Fault | null, calls: Calls): Bindings {
  const leave: Leave = async (name, run) => {
    const mode = modeOf(fault, calls.push(name) - 1)
    if (fault && 'by' in fault && mode === 'overtaken') await fault.by()
    if (mode === 'before') throw new Error(WORDS[name])
    const answer = await run()
    if (mode === 'after') throw new Error(WORDS[name])
    return answer
  }
  return {
    ...given,
    DB: watchedDatabase(given.DB, leave),
    FILES: watched(given.FILES, ['get', 'put', 'delete', 'head', 'list'], (run) =>
      leave('FILES', run),
    ),
    OUTBOX: watched(given.OUTBOX, ['send', 'sendBatch'], (run) => leave('OUTBOX', run)),
    WEBHOOKS: watched(given.WEBHOOKS, ['send', 'sendBatch'], (run) => leave('WEBHOOKS', run)),
    ASSETS: watched(given.ASSETS, ['fetch'], (run) => leave('ASSETS', run)),
  }
}

/** What becomes of the call of this number; null when nothing does. */
function modeOf(fault: Fault | null, number: number): Mode | 'overtaken' | null {
  if (fault === null) return null
  if ('each' in fault) return fault.each()
  return fault.at === number ? fault.mode : null
}

type Watch = (run: () => Promise<unknown>) => Promise<unknown>

/** The same object, with these of its methods watched. */
function watched<T extends object>(target: T, names: readonly string[], watch: Watch): T {
  return new Proxy(target, {
    get(object, name) {
      const member: unknown = Reflect.get(object, name)
      if (typeof member !== 'function') return member
      const call = (...given: unknown[]) => member.apply(object, given) as unknown
      if (!names.includes(String(name))) return call
      return (...given: unknown[]) => watch(async () => call(...given))
    },
  })
}

/** D1 as db/client.ts opens it: sessions, their statements and batches. */
function watchedDatabase(db: D1Database, leave: Leave): D1Database {
  const known = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const statement = (real: D1PreparedStatement): D1PreparedStatement => {
    const one = {
      bind: (...values: unknown[]) => statement(real.bind(...values)),
      raw: () => leave('DB', () => real.raw()),
    } as unknown as D1PreparedStatement
    known.set(one, real)
    return one
  }
  const session = (real: D1DatabaseSession) => ({
    prepare: (query: string) => statement(real.prepare(query)),
    batch: (statements: D1PreparedStatement[]) =>
      leave('DB', () => real.batch(statements.map((one) => known.get(one) ?? one))),
    getBookmark: () => real.getBookmark(),
  })
  return {
    withSession: (from?: string) => session(db.withSession(from)),
  } as unknown as D1Database
}
