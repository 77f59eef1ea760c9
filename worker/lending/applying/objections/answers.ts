import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Objection } from '#worker/lending/applying/objections/objection'

export const ObjectionAnswer = v.strictObject({
  words: v.string(),
  objectedAt: v.string(),
  /** Of the decision she objects to. */
  reasons: v.string(),
  outcome: v.nullable(v.picklist(['kept', 'reopened'])),
  answer: v.nullable(v.string()),
  answeredBy: v.nullable(v.string()),
  answeredAt: v.nullable(v.string()),
})
export type ObjectionAnswer = v.InferOutput<typeof ObjectionAnswer>

const WaitingObjection = v.strictObject({
  ...ObjectionAnswer.entries,
  application: v.strictObject({ id: v.string(), code: v.string(), applicant: v.string() }),
})

export const ObjectionsAnswer = pageOf(WaitingObjection)

export type NamedObjection = Objection & { answererName: string | null }

export function describeObjection(one: NamedObjection): ObjectionAnswer {
  return {
    words: one.words,
    objectedAt: instantText(one.objectedAt),
    reasons: one.reasons,
    outcome: one.outcome,
    answer: one.answer,
    answeredBy: one.answererName,
    answeredAt: one.answeredAt === null ? null : instantText(one.answeredAt),
  }
}
