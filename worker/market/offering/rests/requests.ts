import * as v from 'valibot'
import { date } from '#worker/http/fields'
import { plainWords } from '#worker/http/plain-words'

export const RestRequest = v.object({
  from: date(),
  to: v.optional(v.nullable(date()), null),
  note: v.optional(plainWords(300, 0), ''),
})
