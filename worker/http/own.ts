/** The organization that an address names, among those where the actor holds the permission of the route. */
import type { MiddlewareHandler } from 'hono'
import { organizationsOf, type Membership } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import type { Ctx, HonoEnv } from '#worker/http/context'

export function ownOrganizations(c: Ctx): Membership[] {
  const { actor, scope } = c.var
  return organizationsOf(actor).filter((one) => scope.includes(one.organizationId))
}

/** By its slug or its id; known from the session or key, so it costs no trip. Foreign ones are not found. */
export function ownOrganization(c: Ctx, name: string, what: string): Membership {
  const named = ownOrganizations(c).find((one) => one.slug === name || one.organizationId === name)
  return found(named, what)
}

/** On a route whose query must hold something: a foreign `:slug` is not found before the query is read. */
export function within(what: string): MiddlewareHandler<HonoEnv> {
  return async (c, next) => {
    ownOrganization(c, c.req.param('slug') ?? '', what)
    await next()
  }
}
