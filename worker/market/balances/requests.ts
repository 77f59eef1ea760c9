/** What a seller may ask about her balance. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'

/** The key carries the balance that the next line leaves behind. */
export const BalanceQuery = v.object({
  after: after([v.string(), v.number(), v.number()]),
  limit,
})
