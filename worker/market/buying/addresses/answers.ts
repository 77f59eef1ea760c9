/** A person's address book as the API answers it. */
import * as v from 'valibot'
import type { AddressRow } from '#worker/market/buying/addresses/queries'

export const AddressAnswer = v.strictObject({
  id: v.string(),
  label: v.string(),
  recipient: v.string(),
  phone: v.string(),
  street: v.string(),
  areaCode: v.string(),
  areaText: v.string(),
  postalCode: v.string(),
  note: v.string(),
  preferred: v.pipe(v.boolean(), v.description('It is offered first')),
})

export const AddressesAnswer = v.strictObject({ items: v.array(AddressAnswer), next: v.null() })

export function describeAddress(
  row: Omit<AddressRow, 'preferred' | 'personId' | 'createdAt'> & { preferred: number | boolean },
): v.InferOutput<typeof AddressAnswer> {
  const { id, label, recipient, phone, street, areaCode, areaText, postalCode, note } = row
  return {
    ...{ id, label, recipient, phone, street, areaCode, areaText, postalCode, note },
    preferred: Boolean(row.preferred),
  }
}
