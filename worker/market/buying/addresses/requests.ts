/** What a person writes into her address book. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { PersonName, Phone } from '#worker/identity/requests'
import { Address } from '#worker/market/buying/checkout/requests'

export const AddressRequest = v.object({
  label: v.optional(text(40, 0), ''),
  recipient: PersonName,
  phone: Phone,
  ...Address.entries,
  preferred: v.optional(v.boolean(), false),
})
