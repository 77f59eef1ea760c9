import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'

export const ChangesQuery = v.object({
  /** Whose; may be left out by whoever acts for one organization alone, as a key does. */
  organization: v.optional(v.pipe(v.string(), v.maxLength(64))),
  after: after([v.pipe(v.number(), v.integer())]),
  limit,
})
