import * as v from 'valibot'
import { Locale, PersonName } from '#worker/identity/requests'

export const MeChange = v.object({ name: v.optional(PersonName), locale: v.optional(Locale) })
