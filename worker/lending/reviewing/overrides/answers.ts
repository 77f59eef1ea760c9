import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Course } from '#worker/lending/reviewing/overrides/override'
import type { OverrideRow } from '#worker/lending/reviewing/overrides/queries'

const CourseAnswer = v.strictObject({
  advice: v.picklist(['lend', 'look', 'decline']),
  amount: v.nullable(v.number()),
  instalments: v.nullable(v.number()),
})

const OverrideAnswer = v.strictObject({
  application: v.strictObject({
    id: v.string(),
    code: v.string(),
    borrower: v.string(),
    status: v.string(),
  }),
  by: v.string(),
  against: v.picklist(['score', 'recommendation']),
  suggested: CourseAnswer,
  chosen: CourseAnswer,
  why: v.string(),
  at: v.string(),
})

export const OverridesAnswer = pageOf(OverrideAnswer)

export function describeOverride(row: OverrideRow): v.InferOutput<typeof OverrideAnswer> {
  const { applicationId: id, code, borrower, outcome: status, against, why } = row
  return {
    application: { id, code, borrower, status },
    by: row.personName,
    against,
    suggested: JSON.parse(row.suggested) as Course,
    chosen: JSON.parse(row.chosen) as Course,
    why,
    at: instantText(row.at),
  }
}
