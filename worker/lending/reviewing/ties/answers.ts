import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { TieRow } from '#worker/lending/reviewing/ties/queries'
import { RELATIONS } from '#worker/lending/reviewing/ties/tie'

export const TieAnswer = v.strictObject({
  id: v.string(),
  person: v.strictObject({ id: v.string(), name: v.string() }),
  phone: v.string(),
  relation: v.picklist(RELATIONS),
  at: v.string(),
})

export const TiesAnswer = pageOf(TieAnswer)

export function describeTie(row: TieRow): v.InferOutput<typeof TieAnswer> {
  const { id, personId, personName, phone, relation, statedAt } = row
  return {
    id,
    person: { id: personId, name: personName },
    phone,
    relation,
    at: instantText(statedAt),
  }
}
