/** What may be asked of the books. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { CHART, type AccountCode } from '#worker/ledger/account'

const codes = Object.keys(CHART) as [AccountCode, ...AccountCode[]]

export const AccountCodeParameter = v.picklist(codes)

export const AccountsQuery = v.object({
  code: v.optional(v.picklist(codes)),
  after: after([v.string()]),
  limit,
})

/** The key is the value date and the id of the last entry. */
export const EntriesQuery = v.object({ after: after([v.string(), v.string()]), limit })

/** The key carries the balance that the next line leaves behind, so no page is added up twice. */
export const StatementQuery = v.object({
  holder: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  after: after([v.string(), v.number(), v.number()]),
  limit,
})

const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month as 2026-11.'))

export const MonthsQuery = v.object({ until: v.optional(Month) })

/** The whole book when neither is given. */
export const JournalQuery = v.object({ from: v.optional(Month), until: v.optional(Month) })
