import * as v from 'valibot'
import { says } from '#worker/http/language'

/** The code of a regency or city, such as 32.06. */
export const LoanRegionRequest = v.strictObject({
  code: v.pipe(
    v.string(says('Pilih kabupaten atau kota.', 'Choose a regency or city.')),
    v.regex(/^\d\d\.\d\d$/, says('Pilih kabupaten atau kota.', 'Choose a regency or city.')),
  ),
})
