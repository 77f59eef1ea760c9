/** What people type about people, parsed: numbers, addresses, names. Every wing may ask with these. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { destinationFrom, emailFrom } from '#worker/identity/destination'
import { LONGEST_SLUG, SLUG } from '#worker/identity/organizations/slug'
import { phoneFrom } from '#worker/identity/phone'
import { says } from '#worker/http/language'

/** A schema from a parser that answers null for what it does not understand. */
function understood<T>(parse: (written: string) => T | null, message: ReturnType<typeof says>) {
  return v.pipe(
    v.string(message),
    v.maxLength(300, message),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value)
      if (value !== null) return value
      addIssue({ message })
      return NEVER
    }),
  )
}

/** A telephone number in any usual spelling → `628…`. */
export const Phone = understood(
  phoneFrom,
  says('Ini bukan nomor telepon Indonesia.', 'This is no telephone number of Indonesia.'),
)

export const Email = understood(
  emailFrom,
  says('Ini bukan alamat email.', 'This is no e-mail address.'),
)

/** A telephone number or an e-mail address. */
export const To = understood(
  destinationFrom,
  says(
    'Ini bukan nomor telepon Indonesia dan bukan alamat email.',
    'This is neither a telephone number of Indonesia nor an e-mail address.',
  ),
)

/** One line of text: white space of any kind, line breaks too, becomes one space. */
export function line(most: number, least: number) {
  return v.pipe(
    v.string(says('Tulis sesuatu di sini.', 'Write text.')),
    v.transform((written) => written.replace(/\s+/g, ' ')),
    text(most, least),
  )
}

export const PersonName = line(80, 2)
export const OrganizationName = line(80, 3)

export const Slug = v.pipe(
  v.string(),
  v.maxLength(LONGEST_SLUG, says('Alamat ini terlalu panjang.', 'This address is too long.')),
  v.regex(
    SLUG,
    says(
      'Alamat terdiri dari huruf kecil, angka, dan satu tanda hubung di antaranya.',
      'An address has lower-case letters, digits and single hyphens.',
    ),
  ),
)

export const Locale = v.picklist(['id', 'en'])

/** Six digits, however they were grouped. */
export const SixDigits = v.pipe(
  v.string(says('Kodenya enam angka.', 'The code has six digits.')),
  v.maxLength(20, says('Kodenya enam angka.', 'The code has six digits.')),
  v.transform((written) => written.replace(/[\s-]/g, '')),
  v.regex(/^\d{6}$/, says('Kodenya enam angka.', 'The code has six digits.')),
)
