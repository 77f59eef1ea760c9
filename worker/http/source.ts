/** Where a request comes from, for limits: the address that the platform vouches for, none on a laptop. */
import type { Statement } from '#db/client'
import type { Ctx } from '#worker/http/context'
import { countUse } from '#worker/http/uses'

/** Counts a use by this source; an IPv6 household (its /64) is one source. */
export function countSource(
  c: Ctx,
  what: string,
  allowed: { most: number; windowMs: number },
): Statement[] {
  const address = c.req.header('cf-connecting-ip')
  if (!address) return []
  const source = address.includes(':') ? address.split(':').slice(0, 4).join(':') : address
  return [countUse(c.var.db, { key: `${what}:${source}`, ...allowed }, c.var.now)]
}

/** The language the client asks for; Indonesian unless it is English. */
export function localeOf(c: Ctx): 'id' | 'en' {
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'id'
}
