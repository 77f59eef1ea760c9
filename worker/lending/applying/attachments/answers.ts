import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { isSealed, type Attachment } from '#worker/lending/applying/attachments/attachment'

export const AttachmentAnswer = v.strictObject({
  id: v.string(),
  kind: v.picklist(['ktp', 'business-photo', 'plan']),
  contentType: v.string(),
  bytes: v.number(),
  /** Encrypted; whoever reviews opens it for a reason. */
  sealed: v.boolean(),
  addedAt: v.string(),
})
export type AttachmentAnswer = v.InferOutput<typeof AttachmentAnswer>

export function describeAttachment(one: Attachment): AttachmentAnswer {
  const { id, kind, contentType, bytes, addedAt } = one
  return { id, kind, contentType, bytes, sealed: isSealed(one), addedAt: instantText(addedAt) }
}
