import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const PromiseRequest = v.strictObject({
  amount: money(),
  promisedOn: date(),
  promisedBy: text(120, 2),
  /** Today where it is left out. */
  madeOn: v.optional(date()),
})

/** Of a lender: those that name today, those broken in the last thirty days, or those still to come. */
export const PromisesQuery = v.strictObject({
  which: v.optional(v.picklist(['today', 'broken', 'coming']), 'today'),
  whose: v.optional(v.picklist(['all', 'mine']), 'all'),
  after: after([date(), id()]),
  limit,
})
