import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { DECISIONS, LINE_STATES } from '#worker/market/paying/statement-lines/line'

export const LinesQuery = v.object({
  status: v.optional(v.picklist(LINE_STATES), 'new'),
  after: after([v.string(), v.number()]),
  limit,
})

export const DecisionRequest = v.object({
  decision: v.picklist(DECISIONS),
  /** The purchase it is about, by its code. */
  code: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20), v.toUpperCase()), ''),
})

export const MatchesRequest = v.object({
  lines: v.pipe(
    v.array(id()),
    v.minLength(1),
    v.maxLength(50),
    v.description('Those of which each is exactly the total of an open purchase'),
  ),
})
