/** What may be asked about loans that move here. */
import * as v from 'valibot'
import { date } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { OUTCOMES } from '#worker/lending/moving-in/loan-imports/planning'

const chosen = () =>
  v.optional(
    v.pipe(
      v.string(),
      v.maxLength(64),
      v.transform((given) => given || null),
    ),
    '',
  )

export const LoanImportQuery = v.object({
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
  asOf: v.pipe(
    date(),
    v.description('The day on which the old books end; opening entries are dated on it'),
  ),
  productId: v.pipe(chosen(), v.description('For lines that name no product')),
  fundId: v.pipe(chosen(), v.description('For lines that name no fund; the first if none')),
})

export const LoanImportsQuery = v.object({ after: after([v.string()]), limit })

export const ItemsQuery = v.object({
  outcome: v.optional(v.picklist(OUTCOMES)),
  after: after([v.pipe(v.number(), v.safeInteger())]),
  limit,
})

export const AcceptanceRequest = v.strictObject({
  items: v.union(
    [
      v.literal('all'),
      v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.minLength(1), v.maxLength(500)),
    ],
    says('Pilih pinjaman yang selisihnya diterima.', 'Choose loans whose difference is accepted.'),
  ),
})
