import * as v from 'valibot'
import { id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { Phone } from '#worker/identity/requests'
import { RELATIONS } from '#worker/lending/reviewing/ties/tie'

const relation = v.picklist(RELATIONS, `One of ${RELATIONS.join(', ')}.`)

export const OwnTieRequest = v.strictObject({ phone: Phone, relation })

export const TieRequest = v.strictObject({ personId: id(), phone: Phone, relation })

export const TiesQuery = v.strictObject({ after: after([id()]), limit })
