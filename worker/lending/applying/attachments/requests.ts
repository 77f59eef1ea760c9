import * as v from 'valibot'
import { says } from '#worker/http/language'
import { KINDS } from '#worker/lending/applying/attachments/attachment'

export const AttachmentQuery = v.strictObject({
  kind: v.picklist(KINDS, says('KTP, foto usaha, atau rencana.', `One of ${KINDS.join(', ')}.`)),
})
