import * as v from 'valibot'
import { date, id } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line } from '#worker/identity/requests'

export const AwaitingQuery = v.strictObject({ after: after([id()]), limit })

const way = {
  /** The day the money was handed over; today when left out. */
  on: v.optional(date()),
  /** To the approved account, or in cash; left out: to the account if there is one. */
  channel: v.optional(
    v.picklist(['cash', 'transfer'], says('Tunai atau transfer.', 'cash or transfer.')),
  ),
  /** What the bank's own paper says, so that the transfer is found again. */
  reference: v.optional(v.nullable(line(60, 3)), null),
}

export const DisbursementRequest = v.strictObject({
  ...way,
  firstDueOn: v.optional(date()),
  /** The fund that carries it; the lender's first when left out. */
  fundId: v.optional(v.nullable(id()), null),
})

export const DrawRequest = v.strictObject(way)
