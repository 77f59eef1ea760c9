import * as v from 'valibot'
import { date, id, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

export const PauseRequest = v.strictObject({
  regionCode: v.pipe(
    v.string(says('Pilih daerahnya.', 'Choose a region.')),
    v.regex(/^\d{2}\.\d{2}$/, says('Pilih daerahnya.', 'A regency as 32.06.')),
  ),
  until: date(),
  interest: v.picklist(['none', 'runs'], says('Pilih salah satu.', 'none or runs.')),
  reason: text(500, 5),
})

export const PauseRefusalRequest = v.strictObject({ reasons: text(500, 5) })

export const PausesQuery = v.strictObject({ after: after([id()]), limit })
