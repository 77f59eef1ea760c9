import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { ConditionRow } from '#worker/lending/reviewing/conditions/queries'

export const ConditionAnswer = v.strictObject({
  n: v.number(),
  text: v.string(),
  met: v.nullable(v.strictObject({ by: v.string(), at: v.string(), note: v.string() })),
})

export function describeCondition(row: ConditionRow): v.InferOutput<typeof ConditionAnswer> {
  const { n, text, metAt, metByName, note } = row
  const met = metAt === null ? null : { by: metByName ?? '', at: instantText(metAt), note }
  return { n, text, met }
}
