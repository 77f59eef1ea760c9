/** What happened to something, and by whom: members of the group, and companions who acted for it. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const TrailStep = v.strictObject({
  seq: v.number(),
  type: v.string(),
  at: v.string(),
  by: v.pipe(
    v.nullable(v.strictObject({ name: v.string(), companion: v.boolean() })),
    v.description('Null for a buyer without an account, a program and the clock'),
  ),
})

export const Trail = pageOf(TrailStep)

export type StepRow = {
  seq: number
  type: string
  at: number
  name: string | null
  companion: number
}

export function describeStep(row: StepRow): v.InferOutput<typeof TrailStep> {
  const { seq, type, at, name, companion } = row
  return {
    ...{ seq, type },
    at: instantText(at),
    by: name === null ? null : { name, companion: companion === 1 },
  }
}
