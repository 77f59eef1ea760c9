import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'

export const RefundsQuery = v.object({ after: after([v.string()]), limit })
