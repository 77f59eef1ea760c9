/**
 * The first middleware: gives a request its id, its clock, its door to the database and its actor. A call
 * that a page makes in process shares all of it with the page. The front door writes the log's line.
 */
import { createMiddleware } from 'hono/factory'
import { open } from '#db/client'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId, type Random } from '#worker/kernel/id'
import type { Arrival, Bindings, HonoEnv } from '#worker/http/context'
import { bearerOf, quotaHeaders, withoutCookies } from '#worker/http/api-key'
import { identify } from '#worker/http/session'
import { log } from '#worker/http/log'

export const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

/** The cookie that lets a person read what she has just written, wherever a replica answers. */
export const BOOKMARK = 'lumbung_bookmark'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export function arrivalOf(request: Request, env: Bindings, gather = false): Arrival {
  const now = instant(env.clock?.() ?? Date.now())
  const safe = SAFE.has(request.method)
  const bookmark = /(?:^|;\s*)lumbung_bookmark=([\w-]+)/.exec(request.headers.get('cookie') ?? '')
  const from = safe ? (bookmark?.[1] ?? 'first-unconstrained') : 'first-primary'
  return {
    requestId: timeOrderedId(now, random),
    now,
    visit: open(env.DB, { from, gather: gather && safe }),
  }
}

export const arrive = createMiddleware<HonoEnv>(async (c, next) => {
  const arrival = c.env.arrival ?? arrivalOf(c.req.raw, c.env)
  const { requestId, now, visit } = arrival
  c.set('requestId', requestId)
  c.set('now', now)
  c.set('visit', visit)
  c.set('db', visit.db)
  c.set('random', random)
  c.set('newId', () => timeOrderedId(now, random))
  c.set('scope', [])
  if (bearerOf(c.req.raw) !== null) c.req.raw = withoutCookies(c.req.raw)
  await identify(c, arrival)
  await next()
  for (const [name, value] of c.var.quota ? quotaHeaders(c.var.quota) : []) c.header(name, value)
  c.header('x-request-id', requestId)
  // What depends on who asks, or has just changed, is never kept by a cache in between.
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
})

export function logged(method: string, path: string, status: number, arrival: Arrival): void {
  const { requestId, visit } = arrival
  log(status >= 500 ? 'error' : 'info', { requestId, method, path, status, ...visit.cost })
}
