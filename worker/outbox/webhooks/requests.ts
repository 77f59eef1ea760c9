import * as v from 'valibot'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { PUBLISHED } from '#worker/history/changes/change'

const isType = (written: string) => {
  if (written === '*') return true
  const [noun = '', type = ''] = written.split('.')
  return noun in PUBLISHED && /^(\*|[a-z]+(-[a-z]+)*)$/.test(type)
}

const Types = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.maxLength(60),
      v.check(isType, says('Jenis kejadian ini tidak ada.', 'There is no such type of change.')),
    ),
  ),
  v.minLength(1, says('Pilih sedikitnya satu jenis kejadian.', 'Choose one type at least.')),
  v.maxLength(60),
  v.transform((types) => [...new Set(types)]),
)

const Address = v.pipe(
  v.string(says('Tulis alamat penerima.', 'Give the address of the receiver.')),
  v.trim(),
  v.maxLength(500, says('Alamatnya terlalu panjang.', 'The address is too long.')),
)

export const WebhookRequest = v.object({ url: Address, types: Types })

export const WebhookChange = v.object({
  url: v.optional(Address),
  types: v.optional(Types),
  status: v.optional(v.picklist(['active', 'paused'])),
})

export const DeliveriesQuery = v.object({
  after: after([v.pipe(v.number(), v.integer())]),
  limit,
})
