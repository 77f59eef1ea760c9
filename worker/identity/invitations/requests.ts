import * as v from 'valibot'
import { Phone } from '#worker/identity/requests'

export const InvitationRequest = v.object({
  phone: Phone,
  role: v.pipe(v.string(), v.maxLength(20, 'No such role.')),
})
