import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { nikFrom } from '#worker/lending/applying/identities/nik'

const NOT_A_NIK = says(
  'NIK terdiri dari 16 angka, seperti pada KTP.',
  'A NIK has 16 digits, as on the card.',
)

export const NikField = v.pipe(
  v.string(NOT_A_NIK),
  v.maxLength(40, NOT_A_NIK),
  v.check((written) => nikFrom(written) !== undefined, NOT_A_NIK),
  v.transform((written) => nikFrom(written)!),
)

/** Writing it down is the consent to the text that is shown. */
export const IdentityRequest = v.strictObject({
  nik: NikField,
  consent: v.literal(true, says('Centang persetujuan ini.', 'Agree to this first.')),
})

export const OpeningRequest = v.strictObject({ reason: text(300, 10) })
