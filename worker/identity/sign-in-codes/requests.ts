import * as v from 'valibot'
import { Locale, To } from '#worker/identity/requests'

export const SignInCodeRequest = v.object({ to: To, locale: v.optional(Locale) })
