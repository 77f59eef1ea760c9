/** Which statement is asked for: at the end of a month, or from one month to another. */
import * as v from 'valibot'
import { says } from '#worker/http/language'

const Month = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, says('Tulis bulan seperti 2026-11.', 'A month as 2026-11.')),
)

/** This month when left out; `from` is the month itself when left out. */
export const StatementQuery = v.strictObject({
  from: v.optional(Month),
  until: v.optional(Month),
})

export const KINDS = ['trial-balance', 'balance-sheet', 'income-statement', 'cash-flow'] as const
export const KindParameter = v.picklist(KINDS)
export type StatementKind = (typeof KINDS)[number]
