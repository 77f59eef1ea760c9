/** What may be asked about the months of an account. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { SELLER_ACCOUNTS } from '#worker/market/settling/balances/requests'

export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month as 2026-11.'))

const of = v.optional(v.picklist(SELLER_ACCOUNTS), 'seller-payable')

export const MonthsQuery = v.object({ of, after: after([v.string(), v.number()]), limit })

/** The key is day and number of the last line, and the balance that it left. */
export const StatementQuery = v.object({
  of,
  after: after([v.string(), v.number(), v.number()]),
  limit,
})
