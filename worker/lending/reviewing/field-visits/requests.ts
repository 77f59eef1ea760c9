import * as v from 'valibot'
import { date, text } from '#worker/http/fields'

export const VisitRequest = v.strictObject({
  visitedOn: date(),
  place: text(200, 3),
  note: text(2000, 10),
})
