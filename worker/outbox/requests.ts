import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { MESSAGE_STATES } from '#worker/outbox/message'

export const OutboxQuery = v.object({
  status: v.optional(v.picklist(MESSAGE_STATES)),
  after: after([v.string()]),
  limit,
})
