/** What may be asked about cancelling. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'

export const CancellationAnswerRequest = v.object({
  granted: v.boolean(),
  reason: v.pipe(
    v.optional(v.nullable(text(200, 3)), null),
    v.description('Why not; needed when it is not granted'),
  ),
})
