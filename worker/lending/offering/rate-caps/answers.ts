import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { PROGRAMMES, type RateCap } from '#worker/lending/offering/rate-caps/programmes'
import { percentOf, type Rate } from '#worker/lending/offering/schedules/rate'

export const RateCapAnswer = v.strictObject({
  programme: v.picklist(['', ...PROGRAMMES]),
  since: v.string(),
  nominal: v.nullable(v.number()),
  effective: v.nullable(v.number()),
  source: v.string(),
})
export type RateCapAnswer = v.InferOutput<typeof RateCapAnswer>

export const RateCapsAnswer = pageOf(RateCapAnswer)

export function describeCap({ nominal, effective, ...cap }: RateCap): RateCapAnswer {
  const percent = (rate: Rate | null) => (rate === null ? null : percentOf(rate))
  return { ...cap, nominal: percent(nominal), effective: percent(effective) }
}
