import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const OverridesQuery = v.strictObject({
  after: after([v.number(), id(), v.number()]),
  limit,
})
