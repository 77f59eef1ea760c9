/** What may be asked of the PUMK report: of one fund, or of all that the lender has lent. */
import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const PumkQuery = v.strictObject({ fund: v.optional(id()), after: after([id()]), limit })
export const PumkSheetQuery = v.strictObject({ fund: v.optional(id()) })
