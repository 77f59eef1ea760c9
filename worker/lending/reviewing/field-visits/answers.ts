import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { VisitRow } from '#worker/lending/reviewing/field-visits/queries'

export const VisitAnswer = v.strictObject({
  id: v.string(),
  by: v.string(),
  visitedOn: v.string(),
  place: v.string(),
  note: v.string(),
  hasPicture: v.boolean(),
  recordedAt: v.string(),
})

export function describeVisit(row: VisitRow): v.InferOutput<typeof VisitAnswer> {
  const { id, officerName: by, visitedOn, place, note, picture, createdAt } = row
  const hasPicture = picture !== null
  return { id, by, visitedOn, place, note, hasPicture, recordedAt: instantText(createdAt) }
}
