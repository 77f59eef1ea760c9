import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  ApplicationAnswer,
  describeApplication,
} from '#worker/lending/applying/loan-applications/answers'
import type { ReviewedRow } from '#worker/lending/reviewing/reviews/queries'

const DAY_MS = 24 * 60 * 60 * 1000

/** An application as its lender sees it. */
export const ReviewedAnswer = v.strictObject({
  ...ApplicationAnswer.entries,
  /** Who has it in hand. */
  officer: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  takenAt: v.nullable(v.string()),
  /** Whole days since it was sent. */
  age: v.number(),
  score: v.nullable(v.number()),
  /** Why the officer differed from the score. */
  overridden: v.nullable(v.string()),
})
export type ReviewedAnswer = v.InferOutput<typeof ReviewedAnswer>

export const QueueAnswer = pageOf(ReviewedAnswer)

export function describeReviewed(row: ReviewedRow, now: number): ReviewedAnswer {
  const { officerId, officerName, takenAt, score, overridden } = row
  return {
    ...describeApplication(row, row),
    officer: officerId === null ? null : { id: officerId, name: officerName ?? '' },
    takenAt: takenAt === null ? null : instantText(takenAt),
    age: Math.max(0, Math.floor((now - row.submittedAt) / DAY_MS)),
    score,
    overridden,
  }
}
