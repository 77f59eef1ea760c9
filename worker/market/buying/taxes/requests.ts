/** How a seller says that she charges value-added tax. */
import * as v from 'valibot'
import { date } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { npwpFrom } from '#worker/market/buying/taxes/npwp'

const WRONG = says(
  'NPWP terdiri dari 15 atau 16 angka.',
  'A taxpayer’s number (NPWP) has 15 or 16 digits.',
)

const Npwp = v.pipe(
  v.string(WRONG),
  v.maxLength(40, WRONG),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const digits = npwpFrom(dataset.value)
    if (digits !== undefined) return digits
    addIssue({ message: WRONG })
    return NEVER
  }),
)

export const TaxRegistrationRequest = v.pipe(
  v.object({
    npwp: v.optional(v.nullable(Npwp), null),
    pkpSince: v.optional(v.nullable(date()), null),
  }),
  v.forward(
    v.check(
      ({ npwp, pkpSince }) => pkpSince === null || npwp !== null,
      says('Tulis NPWP sebagai PKP.', 'Write the number of the registered entrepreneur.'),
    ),
    ['npwp'],
  ),
)
