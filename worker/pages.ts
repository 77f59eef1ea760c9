/**
 * The built SvelteKit server, given the API as a page sees it: in process, sharing the visit of the
 * request.
 */
import { api } from '#worker/api'
import type { Arrival, Bindings } from '#worker/http/context'
import { server } from '../web/.svelte-kit/cf/server.js'
import { appPath, prerendered } from '../web/.svelte-kit/cf/pages.js'

let ready: Promise<void> | undefined

export async function pages(
  request: Request,
  env: Bindings,
  ctx: ExecutionContext,
  arrival: Arrival,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  // Static files are answered before the Worker; one that gets here does not exist (any more).
  if (pathname.startsWith(`/${appPath}/immutable/`)) {
    return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  }
  if (prerendered.has(pathname)) return env.ASSETS.fetch(request)
  await (ready ??= start(env, request.url))
  return server.respond(request, {
    platform: {
      env,
      ctx,
      arrival,
      API: { fetch: async (asked: Request) => api.fetch(asked, { ...env, arrival }, ctx) },
    },
    getClientAddress: () => request.headers.get('cf-connecting-ip') ?? '127.0.0.1',
  })
}

/** Once an isolate; a start that failed is tried again by the next request. */
async function start(env: Bindings, url: string): Promise<void> {
  const read = async (file: string) => (await env.ASSETS.fetch(new URL(`/${file}`, url))).body
  try {
    await server.init({ env, read })
  } catch (reason) {
    ready = undefined
    throw reason
  }
}
