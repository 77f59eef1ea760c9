import * as v from 'valibot'
import { id, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

export const ObjectionRequest = v.strictObject({ words: text(2000, 10) })

export const ObjectionAnswerRequest = v.strictObject({
  outcome: v.picklist(['kept', 'reopened'], says('Tetap, atau tinjau ulang.', 'kept or reopened.')),
  answer: text(2000, 10),
})

export const ObjectionsQuery = v.strictObject({ after: after([v.number(), id()]), limit })
