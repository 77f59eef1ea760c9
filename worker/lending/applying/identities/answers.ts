import * as v from 'valibot'
import { instantText } from '#worker/http/fields'

/** What was opened, for how long. */
export const OpenedAnswer = v.strictObject({
  nik: v.nullable(v.string()),
  /** Her papers that may be looked at until then. */
  attachments: v.array(v.string()),
  until: v.string(),
})

export const OpeningAnswer = v.strictObject({
  by: v.string(),
  reason: v.string(),
  at: v.string(),
})

/** What is kept of who she is; the rest takes a reason to see. */
export const IdentityAnswer = v.strictObject({
  /** 3174••••••••0001; null when none was given, or it has been forgotten. */
  nik: v.nullable(v.string()),
  forgottenAt: v.nullable(v.string()),
  openings: v.array(OpeningAnswer),
})
export type IdentityAnswer = v.InferOutput<typeof IdentityAnswer>

/** An application of the same lender that has the same NIK, telephone or applicant, or lists her. */
export const DuplicateAnswer = v.strictObject({
  by: v.picklist(['nik', 'phone', 'person', 'share']),
  id: v.string(),
  code: v.string(),
  applicant: v.string(),
  status: v.string(),
  submittedAt: v.string(),
})
export type DuplicateAnswer = v.InferOutput<typeof DuplicateAnswer>

export type IdentityRow = { nikShown: string | null; forgottenAt: number | null }
export type OpeningRow = { by: string; reason: string; at: number }
export type DuplicateRow = Omit<DuplicateAnswer, 'submittedAt'> & { submittedAt: number }

export function describeIdentity(
  row: IdentityRow | undefined,
  openings: readonly OpeningRow[],
): IdentityAnswer {
  const forgotten = row?.forgottenAt ?? null
  return {
    nik: row?.nikShown ?? null,
    forgottenAt: forgotten === null ? null : instantText(forgotten),
    openings: openings.map((one) => ({ ...one, at: instantText(one.at) })),
  }
}

export function describeDuplicate(row: DuplicateRow): DuplicateAnswer {
  return { ...row, submittedAt: instantText(row.submittedAt) }
}
