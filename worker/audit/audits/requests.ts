import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'

export const AuditsQuery = v.object({ after: after([v.number()]), limit })
