import * as v from 'valibot'
import type { LocalDate } from '#worker/kernel/calendar'
import { stageOf, type Rest } from '#worker/market/offering/rests/rest'

const Days = v.strictObject({
  from: v.string(),
  to: v.nullable(v.string()),
  note: v.string(),
  stage: v.picklist(['ahead', 'now', 'over']),
})

export const RestAnswer = v.strictObject({ rest: v.nullable(Days) })

export function describeRest(
  rest: Rest | null,
  today: LocalDate,
): v.InferOutput<typeof RestAnswer> {
  return { rest: rest && { ...rest, stage: stageOf(rest, today) } }
}
