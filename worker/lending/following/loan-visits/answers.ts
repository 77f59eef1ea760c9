import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { LoanVisitRow } from '#worker/lending/following/loan-visits/queries'

export const LoanVisitAnswer = v.strictObject({
  id: v.string(),
  visitedOn: v.string(),
  place: v.string(),
  note: v.string(),
  by: v.string(),
})
export type LoanVisitAnswer = v.InferOutput<typeof LoanVisitAnswer>

export const LoanVisitsAnswer = pageOf(LoanVisitAnswer)

export function describeLoanVisit(row: LoanVisitRow): LoanVisitAnswer {
  const { id, visitedOn, place, note, visitorName: by } = row
  return { id, visitedOn, place, note, by }
}
