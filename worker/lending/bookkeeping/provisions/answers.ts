/** How a provision is answered: class by class, what stands there, and what was booked. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Provision } from '#worker/lending/bookkeeping/provisions/provision'

const told = {
  id: v.pipe(v.nullable(v.string()), v.description('None where nothing was booked yet')),
  on: v.string(),
  source: v.string(),
  classes: v.array(
    v.strictObject({
      class: v.string(),
      balance: v.number(),
      bps: v.number(),
      provision: v.number(),
    }),
  ),
  target: v.number(),
  change: v.number(),
  entryId: v.nullable(v.string()),
}

export const ProvisionAnswer = v.strictObject({ ...told, allowance: v.number() })
const Booked = v.strictObject({ ...told, decidedBy: v.string(), decidedAt: v.string() })
export const ProvisionsAnswer = v.strictObject({
  allowance: v.pipe(v.number(), v.description('What stands in the allowance now')),
  ...pageOf(Booked).entries,
})

export type ProvisionRow = {
  id: string
  providedOn: string
  source: string
  classes: string
  target: number
  change: number
  entryId: string | null
  decidedBy: string
  decidedAt: number
}

export function describeBooked(row: ProvisionRow): v.InferOutput<typeof Booked> {
  const { id, providedOn: on, source, classes, target, change, entryId, decidedBy } = row
  return {
    ...{ id, on, source, target, change, entryId, decidedBy },
    classes: JSON.parse(classes) as Provision['classes'],
    decidedAt: instantText(row.decidedAt),
  }
}
