/** Makers as their enterprise sees them, and as a product names them. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { Maker } from '#worker/market/offering/makers/maker'

export const MakerAnswer = v.strictObject({
  id: v.string(),
  name: v.string(),
  about: v.string(),
  archived: v.boolean(),
})

export const MakersAnswer = pageOf(
  v.strictObject({
    ...MakerAnswer.entries,
    products: v.pipe(v.number(), v.description('Of how many products she is named as a maker')),
  }),
)

export const CreditAnswer = v.strictObject({
  makerId: v.string(),
  name: v.string(),
  share: v.pipe(v.number(), v.description('Her weight when what was earned is divided')),
})

export function describeMaker({ id, name, about, archived }: Maker) {
  return { id, name, about, archived }
}
