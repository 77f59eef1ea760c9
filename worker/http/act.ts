import { actorId } from '#worker/identity/actor'
import type { Act } from '#worker/history/event'
import type { Ctx } from '#worker/http/context'

/** The act of this request, as its events and entries record it. */
export function actOf(c: Ctx): Act {
  return { actorId: actorId(c.var.actor), at: c.var.now, requestId: c.var.requestId }
}
