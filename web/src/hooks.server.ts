import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { dev } from '$app/env'
import { paraglideMiddleware } from '#lib/paraglide/server.js'
import { apiFor, type Fetcher } from '#lib/server/api.ts'
import { themeAttribute } from '#lib/server/theme.ts'

export const handle: Handle = async ({ event, resolve }) => {
  const api = await apiBehind(event.platform)
  if (dev && event.url.pathname.startsWith('/api/')) return api.fetch(event.request)
  // The language needs the address only; without its body an upload is not copied.
  const asked = new Request(event.url, { headers: event.request.headers })
  return paraglideMiddleware(asked, ({ locale }) => {
    event.locals.locale = locale
    event.locals.api = apiFor(event, api)
    return resolve(event, {
      // The font of the headings is 10 KB; one that comes late is not used (`font-display: optional`).
      preload: ({ type }) => type !== 'asset',
      transformPageChunk: ({ html }) =>
        html.replace('%lang%', locale).replace('%theme%', themeAttribute(event.cookies)),
    })
  })
}

/** The front door hands the API over; under `npm run dev` there is none, and while prerendering neither. */
async function apiBehind(platform: App.Platform | undefined): Promise<Fetcher> {
  if (platform?.API) return platform.API
  if (!dev) return { fetch: () => Promise.reject(new Error('a prerendered page cannot ask')) }
  const { apiInDevelopment } = await import('#lib/server/dev.ts')
  return apiInDevelopment(platform)
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const requestId = event.platform?.arrival?.requestId
  if (kind === 'unknown') {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, reason }))
  }
  return { requestId }
}
