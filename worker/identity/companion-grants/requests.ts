import * as v from 'valibot'
import { date } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { SCOPES } from '#worker/identity/companion-grants/companion-grant'
import { Phone } from '#worker/identity/requests'

const CHOOSE = says('Pilih paling sedikit satu.', 'Choose at least one.')

export const GrantRequest = v.object({
  phone: Phone,
  scopes: v.pipe(v.array(v.picklist(SCOPES, CHOOSE), CHOOSE), v.minLength(1, CHOOSE)),
  endsOn: date(),
})
