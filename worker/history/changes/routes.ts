/** What happened to an organization's nouns, for programs that would rather ask than be told. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganizations } from '#worker/http/own'
import { cursorOf } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { ChangesAnswer, describeChange } from '#worker/history/changes/answers'
import { nounsFor } from '#worker/history/changes/change'
import { listChanges } from '#worker/history/changes/queries'
import { ChangesQuery } from '#worker/history/changes/requests'
import { organizationsWith } from '#worker/identity/actor'
import { found, Refusal } from '#worker/kernel/refusal'

export const changes = new Hono<HonoEnv>().get(
  '/',
  about('What happened, in order, from a place on: kept 90 days', ChangesAnswer),
  allow('change.read'),
  parseQuery(ChangesQuery),
  async (c) => {
    const { organization, after, limit } = c.req.valid('query')
    const { organizationId, slug } = oneOf(c, organization)
    const from = after?.[0] ?? 0
    const [rows] = await read(c.var.db, [
      listChanges(c.var.db, { organizationId, after: from, limit: limit + 1 }),
    ])
    const asked = rows.slice(0, limit)
    const readable = new Set(
      nounsFor((one) => organizationsWith(c.var.actor, one).includes(organizationId)),
    )
    const items = asked.filter(({ noun }) => readable.has(noun))
    return c.json({
      items: items.map((one) => describeChange(one, slug)),
      next: cursorOf([asked.at(-1)?.key ?? from]),
      more: rows.length > limit,
    })
  },
)

/** The organization named, or the only one there is. */
function oneOf(c: Ctx, name: string | undefined) {
  const own = ownOrganizations(c)
  if (name !== undefined) {
    const named = own.find((one) => one.slug === name || one.organizationId === name)
    return found(named, 'organization')
  }
  const [only, ...others] = own
  if (only && others.length === 0) return only
  const detail = 'Name one of your organizations.'
  throw new Refusal('malformed', detail, { errors: [{ pointer: '/organization', detail }] })
}
