import * as v from 'valibot'
import { says } from '#worker/http/language'
import { line } from '#worker/identity/requests'

/** After so many days a key ends by itself; null: only when it is revoked. */
export const DAYS = [30, 90, 365] as const

export const ApiKeyRequest = v.object({
  name: line(60, 2),
  scopes: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(60))),
    v.minLength(
      1,
      says('Pilih sedikitnya satu hal yang boleh dilakukan.', 'Choose one scope at least.'),
    ),
    v.maxLength(60),
  ),
  days: v.optional(v.nullable(v.picklist(DAYS)), 365),
})
