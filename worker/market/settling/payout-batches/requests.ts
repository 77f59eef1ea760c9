/** What may be asked about bank files. */
import * as v from 'valibot'
import { id, money } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { LAYOUTS } from '#worker/market/settling/payout-batches/bank-file'

export const BatchRequest = v.object({
  enterpriseIds: v.pipe(
    v.optional(v.pipe(v.array(id()), v.minLength(1), v.maxLength(200))),
    v.description('All who are owed something unless some are chosen'),
  ),
  least: v.pipe(
    v.optional(money(1)),
    v.description('Leaves out who would get less than this, for the cost of a transfer'),
  ),
})

export const BatchesQuery = v.object({ after: after([v.number()]), limit })

export const FileQuery = v.object({ layout: v.optional(v.picklist(LAYOUTS), 'general') })
