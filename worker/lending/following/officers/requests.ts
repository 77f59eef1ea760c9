import * as v from 'valibot'
import { id, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

const note = text(300, 3)

export const AssignmentRequest = v.strictObject({ toId: id(), note })

/** `fromId` null: the loans that nobody looks after. */
export const HandoverRequest = v.strictObject({ fromId: v.nullable(id()), toId: id(), note })

export const HandoversQuery = v.strictObject({ after: after([id()]), limit })
