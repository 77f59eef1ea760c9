import * as v from 'valibot'
import { date, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { percent } from '#worker/lending/offering/loan-products/requests'
import { PROGRAMMES } from '#worker/lending/offering/rate-caps/programmes'

const ONE_OF_BOTH = says(
  'Isi batas nominal, batas efektif, atau keduanya.',
  'Give a nominal cap, an effective one, or both.',
)

/** A ceiling with its source. At least one of the two rates is limited. */
export const RateCapRequest = v.pipe(
  v.strictObject({
    /** '' binds everything that the lender offers. */
    programme: v.optional(v.picklist(['', ...PROGRAMMES]), ''),
    since: date(),
    nominal: v.optional(v.nullable(percent(1000)), null),
    effective: v.optional(v.nullable(percent(1000)), null),
    source: text(200),
  }),
  v.forward(
    v.partialCheck(
      [['nominal'], ['effective']],
      ({ nominal, effective }) => nominal !== null || effective !== null,
      ONE_OF_BOTH,
    ),
    ['effective'],
  ),
)
