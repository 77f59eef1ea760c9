/** What a seller may ask about her balance. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'

export const SELLER_ACCOUNTS = ['seller-payable', 'seller-receivable'] as const

/** The key is the number of the last line shown. */
export const BalanceQuery = v.object({
  of: v.pipe(
    v.optional(v.picklist(SELLER_ACCOUNTS), 'seller-payable'),
    v.description('Lines of what she is owed, or of what she owes'),
  ),
  after: after([v.number()]),
  limit,
})
