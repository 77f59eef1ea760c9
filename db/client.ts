/**
 * The one door to D1. `open` wraps the binding in a visit that counts round trips and rows, uses the
 * Sessions API, and, while a page is being drawn, lets reads that wait at the same time travel in one
 * batch. `commit` is the one way to write: a batch happens whole or not at all, and a broken constraint
 * comes back as the refusal it is named after.
 */
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'
import type { BatchItem } from 'drizzle-orm/batch'
import { refusalOfConstraint } from '#db/constraints'

export type Database = DrizzleD1Database
export type Statement = BatchItem<'sqlite'>

/** What a request cost: round trips, rows read and rows written, as D1 bills them. */
export type Cost = { trips: number; rowsRead: number; rowsWritten: number }

export type Visit = { db: Database; cost: Cost; bookmark: () => string | null }

export type VisitOptions = {
  /** Where the session starts: a bookmark, `first-primary` or `first-unconstrained`. */
  from: string
  /** Whether reads that are waiting together may share a batch; only while a page is drawn. */
  gather: boolean
}

export function open(binding: D1Database, { from, gather }: VisitOptions): Visit {
  const session = binding.withSession(from)
  const cost: Cost = { trips: 0, rowsRead: 0, rowsWritten: 0 }
  const counted = countTrips(session, cost)
  const client = gather ? gatherReads(counted) : counted
  // Drizzle asks of its client no more than prepare and batch, which a session has.
  const db = drizzle(client as unknown as D1Database)
  return { db, cost, bookmark: () => session.getBookmark() ?? null }
}

type Client = Pick<D1DatabaseSession, 'prepare' | 'batch'>

function countTrips(session: D1DatabaseSession, cost: Cost): Client {
  const count = (results: readonly D1Result[]) => {
    cost.trips += 1
    for (const { meta } of results) {
      cost.rowsRead += meta.rows_read ?? 0
      cost.rowsWritten += meta.rows_written ?? 0
    }
  }
  return {
    // A single query becomes a batch of one: one path to count, one shape of error.
    prepare: (query) => alone(session.prepare(query), session, count),
    batch: async <T>(statements: D1PreparedStatement[]) => {
      const results = await session.batch<T>(statements.map(bare))
      count(results)
      return results
    },
  }
}

const BARE = Symbol('the statement as D1 knows it')
type Wrapped = D1PreparedStatement & { [BARE]: D1PreparedStatement }
const bare = (statement: D1PreparedStatement) => (statement as Wrapped)[BARE] ?? statement

function alone(
  statement: D1PreparedStatement,
  session: D1DatabaseSession,
  count: (results: readonly D1Result[]) => void,
): D1PreparedStatement {
  const all = async () => {
    const results = await session.batch([statement])
    count(results)
    return results[0]!
  }
  const wrapped = {
    [BARE]: statement,
    bind: (...values: unknown[]) => alone(statement.bind(...values), session, count),
    all,
    run: all,
    first: async () => ((await all()).results[0] as object | undefined) ?? null,
    // Drizzle asks for arrays when it runs a query alone; two columns of one name would be lost in objects.
    raw: async () => {
      const rows = await statement.raw()
      count([{ meta: { rows_read: rows.length, rows_written: 0 } } as unknown as D1Result])
      return rows
    },
  }
  return wrapped as unknown as D1PreparedStatement
}

type Waiting = {
  statements: D1PreparedStatement[]
  resolve: (results: D1Result[]) => void
  reject: (reason: unknown) => void
}

/** Collects the batches asked for until the end of the turn and sends them as one. */
function gatherReads(client: Client): Client {
  let queue: Waiting[] = []
  const flush = async () => {
    const sent = queue
    queue = []
    try {
      const results = await client.batch(sent.flatMap((one) => one.statements))
      let at = 0
      for (const one of sent) one.resolve(results.slice(at, (at += one.statements.length)))
    } catch (reason) {
      for (const one of sent) one.reject(reason)
    }
  }
  return {
    prepare: (query) => client.prepare(query),
    batch: <T>(statements: D1PreparedStatement[]) =>
      new Promise<D1Result<T>[]>((resolve, reject) => {
        if (queue.length === 0) setTimeout(flush, 0)
        queue.push({ statements, resolve: resolve as Waiting['resolve'], reject })
      }),
  }
}

export type Results<T extends readonly Statement[]> = { [K in keyof T]: Awaited<T[K]> }

/** One trip for several reads. Columns of a join must carry different names: a batch returns objects. */
export async function read<const T extends readonly [Statement, ...Statement[]]>(
  db: Database,
  statements: T,
): Promise<Results<T>> {
  return (await together(db, statements)) as Results<T>
}

/** All of the statements and what they return, or none of them and a refusal. */
export async function commit<const T extends readonly Statement[]>(
  db: Database,
  statements: T,
): Promise<Results<T>> {
  if (statements.length === 0) return [] as unknown as Results<T>
  try {
    return (await together(db, statements)) as Results<T>
  } catch (reason) {
    throw refusalOfConstraint(reason) ?? reason
  }
}

type Prepared = {
  getQuery(): { sql: string; params: unknown[] }
  mapResult(result: D1Result, isFromBatch: true): unknown
}

/** What db.batch is for; but Drizzle's (0.45.4) fails on a raw statement that has parameters. */
async function together(db: Database, statements: readonly Statement[]): Promise<unknown[]> {
  const client = (db as unknown as { $client: Client }).$client
  const prepared = statements.map((one) => (one as unknown as { _prepare(): Prepared })._prepare())
  const bound = prepared.map((one) => {
    const { sql, params } = one.getQuery()
    return client.prepare(sql).bind(...params)
  })
  const results = await client.batch(bound)
  return prepared.map((one, i) => one.mapResult(results[i]!, true))
}
