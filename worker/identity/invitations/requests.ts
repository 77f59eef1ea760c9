import * as v from 'valibot'
import { Phone } from '#worker/identity/requests'
import { says } from '#worker/http/language'

export const InvitationRequest = v.object({
  phone: Phone,
  role: v.pipe(v.string(), v.maxLength(20, says('Peran ini tidak ada.', 'No such role.'))),
})
