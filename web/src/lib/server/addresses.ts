/** An address of the book, as its form brings it. */
import { typedIn } from '#lib/server/forms.ts'
import { pickedArea } from '#lib/server/areas.ts'

export function addressIn(form: FormData) {
  const typed = typedIn(form)
  const picked = pickedArea(form)
  const json = {
    label: typed.label ?? '',
    recipient: typed.recipient ?? '',
    phone: typed.phone ?? '',
    street: typed.street ?? '',
    areaCode: picked.village,
    postalCode: (typed.postalCode ?? '').trim(),
    note: typed.note ?? '',
    preferred: typed.preferred === 'yes',
  }
  return { typed, picked, json }
}
