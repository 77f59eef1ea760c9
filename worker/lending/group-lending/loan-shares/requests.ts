import * as v from 'valibot'
import { id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { PersonName, Phone } from '#worker/identity/requests'

const member = v.strictObject({
  /** Of a member who stands there already. */
  id: v.optional(v.nullable(id()), null),
  name: PersonName,
  /** Where her receipts go; whoever signs in with it sees her own share. */
  phone: v.optional(v.nullable(Phone), null),
  amount: money(),
})

export const SharesRequest = v.strictObject({
  shares: v.pipe(
    v.array(member),
    v.minLength(2, says('Paling sedikit dua anggota.', 'At least two members.')),
    v.maxLength(60, says('Paling banyak 60 anggota.', 'At most 60 members.')),
  ),
  /** Why they change; the first ones need none. */
  reason: v.optional(text(500, 0), ''),
})

export const ShareDecisionRequest = v.strictObject({
  outcome: v.picklist(['approved', 'refused'], says('Setuju atau tolak.', 'approved or refused')),
})

export const PaymentPartsRequest = v.strictObject({
  parts: v.pipe(
    v.array(v.strictObject({ shareId: id(), amount: money() })),
    v.minLength(1, says('Sebutkan siapa yang membayar.', 'Say who paid.')),
    v.maxLength(60, says('Paling banyak 60 anggota.', 'At most 60 members.')),
  ),
})
