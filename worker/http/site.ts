/** The site as messages speak of it: the network's name and the address under which it was reached. */
import type { Ctx, Env } from '#worker/http/context'

type Site = { network: string; url: string | null }

export function siteOf(c: Ctx): Site {
  return { network: c.env.NETWORK_NAME, url: c.env.SITE_URL ?? new URL(c.req.url).origin }
}

/** For a job, which no address has reached. */
export function siteFrom(env: Env): Site {
  return { network: env.NETWORK_NAME, url: env.SITE_URL ?? null }
}
