/** What may be asked of the health worksheet. */
import * as v from 'valibot'

/** `all`: every borrower is a member of the koperasi. */
export const WorksheetQuery = v.strictObject({ members: v.optional(v.literal('all')) })
