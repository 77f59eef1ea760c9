import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

export const OwnSharesQuery = v.strictObject({ after: after([id()]), limit })
