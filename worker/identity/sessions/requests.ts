import * as v from 'valibot'
import { PersonName, SixDigits, To } from '#worker/identity/requests'

/** A new person may bring her name along; nothing else is taken from here. */
export const SessionRequest = v.object({ to: To, code: SixDigits, name: v.optional(PersonName) })
