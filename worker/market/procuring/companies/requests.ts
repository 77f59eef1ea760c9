/** What a buying company says of itself. */
import * as v from 'valibot'
import { count, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { Email, PersonName, Phone } from '#worker/identity/requests'
import { npwpFrom } from '#worker/market/buying/taxes/npwp'
import { isVillageCode } from '#worker/market/buying/shipping/area'

const CHOOSE = says('Pilih sampai kelurahan atau desa.', 'Choose the village from the list.')
const NPWP = says('NPWP terdiri dari 15 atau 16 angka.', 'An NPWP has 15 or 16 digits.')

/** A taxpayer's number in any usual spelling → its digits. */
export const Npwp = v.pipe(
  v.string(NPWP),
  v.maxLength(40, NPWP),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const digits = npwpFrom(dataset.value)
    if (digits !== undefined) return digits
    addIssue({ message: NPWP })
    return NEVER
  }),
)

/** The same where it may be left empty. */
export const OptionalNpwp = v.union([v.pipe(v.string(), v.trim(), v.literal('')), Npwp], NPWP)

export const DeliveryAddress = {
  street: text(200, 5),
  areaCode: v.pipe(v.string(CHOOSE), v.guard(isVillageCode, CHOOSE)),
  postalCode: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(\d{5})?$/, says('Kode pos lima angka.', 'A postal code has five digits.')),
    ),
    '',
  ),
}

export const CompanyRequest = v.pipe(
  v.object({
    legalName: text(120, 3),
    npwp: Npwp,
    prefix: v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.regex(
        /^[A-Z0-9][A-Z0-9-]{1,11}$/,
        says('2 sampai 12 huruf atau angka, tanpa spasi.', '2 to 12 letters or digits.'),
      ),
      v.description('Stands before the numbers of its documents: SENTRA/PO/2026/0007'),
    ),
    ...DeliveryAddress,
    contactName: PersonName,
    contactPhone: Phone,
    contactEmail: v.optional(v.nullable(Email), null),
    staffLimit: money(0),
    managerLimit: money(0),
    tempoDays: count(0, 180),
  }),
  v.forward(
    v.partialCheck(
      [['staffLimit'], ['managerLimit']],
      ({ staffLimit, managerLimit }) => managerLimit >= staffLimit,
      says('Tidak kurang dari batas staf.', 'Not below the limit of staff.'),
    ),
    ['managerLimit'],
  ),
)
