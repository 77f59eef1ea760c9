import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { ApplicationDraft } from '#worker/lending/applying/application-drafts/application-draft'

export const DraftAnswer = v.strictObject({
  id: v.string(),
  content: v.record(v.string(), v.string()),
  touchedAt: v.string(),
  version: v.number(),
})
export type DraftAnswer = v.InferOutput<typeof DraftAnswer>

export const DraftsAnswer = pageOf(DraftAnswer)

export function describeDraft(one: ApplicationDraft): DraftAnswer {
  const { id, content, touchedAt, version } = one
  return { id, content: { ...content }, touchedAt: instantText(touchedAt), version }
}
