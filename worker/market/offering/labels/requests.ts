/** What may be asked about the labels of a product. */
import * as v from 'valibot'
import { date, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const LabelRequest = v.object({
  number: text(60),
  validUntil: v.pipe(
    v.optional(v.nullable(date()), null),
    v.description('Its last day, as it is written on the certificate'),
  ),
})

export const VerificationRequest = v.object({ verified: v.boolean() })

export const UnverifiedQuery = v.object({
  after: after([v.number(), v.string(), v.string()]),
  limit,
})
