/**
 * The permission of a route, on its line. `allow('public')` and `allow('self')` (anyone signed in, over
 * what is her own) are said as plainly as `allow('loan.disburse')`. Afterwards `c.var.scope` holds the
 * organizations in which the actor has the permission: queries look nowhere else, so what is foreign
 * answers 404.
 */
import type { MiddlewareHandler } from 'hono'
import { annotate } from '#worker/http/about'
import type { HonoEnv } from '#worker/http/context'
import { permitted, signedIn } from '#worker/identity/actor'
import type { Permission } from '#worker/identity/permissions'

export function allow(permission: Permission | 'public' | 'self'): MiddlewareHandler<HonoEnv> {
  const middleware: MiddlewareHandler<HonoEnv> = async (c, next) => {
    const { actor, now } = c.var
    if (permission === 'self') signedIn(actor)
    else if (permission !== 'public') c.set('scope', permitted(actor, permission, now))
    await next()
  }
  return annotate(middleware, { permission })
}
