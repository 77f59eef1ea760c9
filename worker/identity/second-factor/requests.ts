import * as v from 'valibot'
import { SixDigits } from '#worker/identity/requests'

export const ConfirmationRequest = v.object({ code: SixDigits })
