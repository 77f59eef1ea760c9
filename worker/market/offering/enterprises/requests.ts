/** What is asked of someone who registers an enterprise or changes how it shows itself. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { line, OrganizationName, Phone } from '#worker/identity/requests'
import { isVillageCode } from '#worker/market/buying/shipping/area'
import type { Profile } from '#worker/market/offering/enterprises/enterprise'

const craft = line(80, 3)
const story = v.pipe(
  v.string(says('Tulis ceritanya.', 'Write text.')),
  v.trim(),
  v.maxLength(3000, says('Paling banyak 3000 huruf.', 'At most 3000 characters.')),
)

const CHOOSE = says('Pilih sampai kelurahan atau desa.', 'Choose the village from the list.')
const village = v.pipe(v.string(CHOOSE), v.guard(isVillageCode, CHOOSE))

/** A form that leaves the place empty means that nothing can be collected. */
const pickupPlace = v.nullable(
  v.pipe(
    v.union(
      [v.literal(''), text(200, 5)],
      says('Dari 5 sampai 200 huruf.', 'From 5 to 200 characters.'),
    ),
    v.transform((place) => (place === '' ? null : place)),
  ),
)

export const EnterpriseRequest = v.pipe(
  v.object({
    name: OrganizationName,
    craft,
    story: v.optional(story, ''),
    areaCode: village,
    womenLed: v.optional(v.boolean(), false),
    pickupPlace: v.optional(pickupPlace, null),
    phone: Phone,
  }),
  v.transform((profile): Profile => profile),
)

export const EditEnterpriseRequest = v.pipe(
  v.object({
    name: v.optional(OrganizationName),
    craft: v.optional(craft),
    story: v.optional(story),
    areaCode: v.optional(village),
    womenLed: v.optional(v.boolean()),
    pickupPlace: v.optional(pickupPlace),
    phone: v.optional(Phone),
  }),
  v.transform((given) => {
    const said = Object.entries(given).filter(([, value]) => value !== undefined)
    return Object.fromEntries(said) as Partial<Profile>
  }),
)
