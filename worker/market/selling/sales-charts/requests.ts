import * as v from 'valibot'
import { id } from '#worker/http/fields'

export const SalesQuery = v.object({
  by: v.optional(v.picklist(['day', 'week', 'month'], 'day, week or month.'), 'day'),
  product: v.optional(id()),
})
