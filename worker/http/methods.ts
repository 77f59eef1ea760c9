/**
 * Where there is nothing: a path that is used by other methods answers 405 and names them in `Allow`
 * (RFC 9110, 15.5.6); one that is not used at all answers 404.
 */
import type { Context, Hono } from 'hono'
import type { HonoEnv } from '#worker/http/context'
import { routesOf } from '#worker/http/openapi'
import { nothingHere, problemResponse } from '#worker/http/problem'
import { Refusal } from '#worker/kernel/refusal'

type Place = { pattern: RegExp; method: string }

export function answerNothing(app: Hono<HonoEnv>): (c: Context<HonoEnv>) => Response {
  let places: Place[] | undefined
  return (c) => {
    places ??= routesOf(app).map(({ path, method }) => ({ pattern: patternOf(path), method }))
    const methods = places.filter((one) => one.pattern.test(c.req.path)).map((one) => one.method)
    if (methods.length === 0) return nothingHere(c)
    const allowed = [...new Set(methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : one)))]
    const refusal = new Refusal('method-not-allowed', `Use ${allowed.join(', ')} here.`)
    const response = problemResponse(refusal, c.get('requestId') ?? 'unknown')
    response.headers.set('allow', allowed.join(', '))
    return response
  }
}

/** `/api/orders/:order` and `/files/photos/:id/:width{[0-9]+}` as expressions. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    const named = /^:\w+(?:\{(.+)\})?$/.exec(part)
    return named ? (named[1] ?? '[^/]+') : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
