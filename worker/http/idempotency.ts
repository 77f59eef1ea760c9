/**
 * Every POST that moves money or stock carries an Idempotency-Key (IETF draft-ietf-httpapi-idempotency-
 * key-header). The answer is kept in the same batch as the effect, so one cannot exist without the
 * other. Same body: the kept answer, with `Idempotency-Replayed: true`; other body: 422; reserved but
 * not answered yet: 409. A refused request burns no key. Keys are kept 30 days.
 */
import { and, eq } from 'drizzle-orm'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { commit as commitBatch, type Database, type Statement } from '#db/client'
import { KeyTaken } from '#db/constraints'
import { idempotencyKeys } from '#db/schema/shell'
import { annotate } from '#worker/http/about'
import { Refusal } from '#worker/kernel/refusal'
import type { Ctx, HonoEnv, Kept, Once } from '#worker/http/context'
import { fingerprint } from '#worker/http/fingerprint'

export const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000
const KEY = /^[\x21-\x7e]{8,255}$/

/** An answer given before, given again. Thrown, so that a handler ends where it stands. */
export class Replay extends Error {
  readonly kept: Kept

  constructor(kept: Kept) {
    super('replay')
    this.kept = kept
  }

  response(): Response {
    if (this.kept.status === null) throw new Error('a reservation has no answer yet')
    return new Response(this.kept.body, {
      status: this.kept.status,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'idempotency-replayed': 'true',
      },
    })
  }
}

/** The key of the request when it is well formed, else null; `once` refuses the rest. */
export function keyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  return key !== null && KEY.test(key) ? key : null
}

/** On a route line: this request has its effect once, however often it is sent. */
export function once(): MiddlewareHandler<HonoEnv> {
  const middleware = createMiddleware<HonoEnv>(async (c, next) => {
    const at = c.var.once
    if (!at) {
      throw new Refusal(
        'idempotency-key-missing',
        'Send an Idempotency-Key header of 8 to 255 visible ASCII characters, new for each intent.',
      )
    }
    at.fingerprint = await fingerprint(c)
    if (at.kept) replay(at.kept, at.fingerprint)
    await next()
  })
  return annotate(middleware, { once: true })
}

function replay(kept: Kept, fingerprint: string): never {
  if (kept.fingerprint !== fingerprint) {
    throw new Refusal('idempotency-key-reused', 'This key belongs to another request.')
  }
  if (kept.status === null) {
    throw new Refusal('in-progress', 'The first request with this key is not finished yet.')
  }
  throw new Replay(kept)
}

export function findKept(db: Database, scope: string, key: string) {
  return db
    .select({
      fingerprint: idempotencyKeys.fingerprint,
      status: idempotencyKeys.status,
      body: idempotencyKeys.body,
    })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)))
}

/**
 * For the batch of reads of an act that changes what it reads: of two requests with one key the second may
 * have begun before the first was finished, and must answer like it rather than refuse what it finds.
 */
export function findAnswered(c: Ctx) {
  const { db, once: at } = c.var
  return findKept(db, at?.scope ?? '', at?.key ?? '')
}

export function replayAnswered(c: Ctx, kept: readonly Kept[]): void {
  const { once: at } = c.var
  if (at && kept[0]) replay(kept[0], at.fingerprint)
}

/** The key under which this request acts. One sent to a route that asks for none means nothing there. */
function heldKey(c: Ctx): Once | undefined {
  const { once: at } = c.var
  return at?.fingerprint ? at : undefined
}

/**
 * The one way a route writes: its statements and, under an idempotency key, the answer that will be
 * given to a repeat. Of two requests with one key the second to arrive here replays the first. Answers
 * with what the statements returned.
 */
export async function commit(
  c: Ctx,
  statements: readonly Statement[],
  body: unknown = null,
  status = 201,
): Promise<readonly unknown[]> {
  const { db, now } = c.var
  const at = heldKey(c)
  if (!at) return commitBatch(db, statements)
  const keep = db.insert(idempotencyKeys).values({
    scope: at.scope,
    key: at.key,
    fingerprint: at.fingerprint,
    status,
    body: JSON.stringify(body),
    createdAt: now,
  })
  try {
    const [, ...returned] = await commitBatch(db, [keep, ...statements])
    return returned
  } catch (reason) {
    if (!(reason instanceof KeyTaken)) throw reason
    const [kept] = await findKept(db, at.scope, at.key)
    if (!kept) throw reason
    return replay(kept, at.fingerprint)
  }
}
