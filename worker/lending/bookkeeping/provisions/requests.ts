/** What may be asked of provisions. */
import * as v from 'valibot'
import { count, date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const ProvisionRequest = v.strictObject({
  on: v.optional(date()),
  /** The rule that the rates come from, with its date. */
  source: text(200),
  classes: v.pipe(
    v.array(
      v.strictObject({
        class: text(40),
        balance: money(0),
        /** The rate in hundredths of a percent. */
        bps: count(0, 10_000),
      }),
    ),
    v.minLength(1),
    v.maxLength(10),
  ),
  /** Shows what would be booked, and books nothing. */
  dryRun: v.optional(v.boolean(), false),
})

export const ProvisionsQuery = v.strictObject({ after: after([id()]), limit })
