import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

export const PayeeDecisionRequest = v.strictObject({
  outcome: v.picklist(['approved', 'refused'], says('Setujui atau tolak.', 'approved or refused.')),
})

export const PayeesQuery = v.strictObject({ after: after([id()]), limit })
