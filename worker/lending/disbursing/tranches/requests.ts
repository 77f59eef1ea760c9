import * as v from 'valibot'
import { money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'

export const TranchesRequest = v.strictObject({
  tranches: v.pipe(
    v.array(v.strictObject({ amount: money(), note: text(200, 3) })),
    v.maxLength(12, says('Paling banyak dua belas bagian.', 'Twelve parts at most.')),
  ),
})
