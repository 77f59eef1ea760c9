/** What may be asked of the months of a lender's book, and of how it is kept. */
import * as v from 'valibot'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

export const Month = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, says('Tulis bulan seperti 2026-11.', 'A month as 2026-11.')),
)

export const PeriodsQuery = v.strictObject({ after: after([v.string()]), limit })

export const BasisRequest = v.strictObject({
  basis: v.picklist(['cash', 'accrual'], says('Pilih salah satu.', 'cash or accrual.')),
})
