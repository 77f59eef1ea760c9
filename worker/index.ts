/**
 * The front door: /api goes to the Hono app, all else to the pages; the clock and the queue come in here.
 */
import { api } from '#worker/api'
import { bearerOf } from '#worker/http/api-key'
import { arrivalOf, BOOKMARK, logged } from '#worker/http/arrive'
import type { Arrival, Bindings, DeliveryMessage, OutboxMessage } from '#worker/http/context'
import { problemResponse } from '#worker/http/problem'
import { refuseCrossSite, secured } from '#worker/http/security'
import { everyMinute } from '#worker/jobs/clock'
import { deliver } from '#worker/jobs/delivery'
import { notify } from '#worker/jobs/notifying'
import { Refusal } from '#worker/kernel/refusal'
import { refuseUnsafeConfiguration } from '#worker/configuration'
import { pages } from '#worker/pages'

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url)
    const forApi = /^\/(api|files)(\/|$)/.test(pathname)
    const arrival = arrivalOf(request, env, !forApi)
    try {
      refuseUnsafeConfiguration(env)
      // No page of another site can make a browser send a key along.
      if (bearerOf(request) === null) refuseCrossSite(request)
      const response = forApi
        ? await api.fetch(request, { ...env, arrival }, ctx)
        : await pages(request, env, ctx, arrival)
      logged(request.method, pathname, response.status, arrival)
      return bearerOf(request) === null ? remembered(secured(response), arrival) : secured(response)
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      return secured(problemResponse(reason, arrival.requestId))
    }
  },

  async scheduled(controller, env, ctx) {
    ctx.waitUntil(everyMinute(env, controller.scheduledTime))
  },

  async queue(batch, env) {
    if (batch.queue === 'lumbung-webhooks') {
      await notify(env, batch as MessageBatch<DeliveryMessage>)
    } else await deliver(env, batch as MessageBatch<OutboxMessage>)
  },
} satisfies ExportedHandler<Bindings, OutboxMessage | DeliveryMessage>

/** After a write the browser carries the bookmark of what it wrote, so that its next read sees it. */
function remembered(response: Response, arrival: Arrival): Response {
  const bookmark = arrival.visit.cost.rowsWritten > 0 ? arrival.visit.bookmark() : null
  if (bookmark) {
    const cookie = `${BOOKMARK}=${bookmark}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60`
    response.headers.append('set-cookie', cookie)
  }
  return response
}
