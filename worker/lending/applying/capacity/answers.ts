import * as v from 'valibot'

/** What a loan of a product would ask of somebody: no decision, and nothing of it is kept. */
export const CapacityAnswer = v.strictObject({
  /** The largest instalment, and what of it falls into a month. */
  instalment: v.number(),
  aMonth: v.number(),
  interest: v.number(),
  effectiveAnnualRate: v.number(),
  left: v.number(),
  /** What a month's instalments take of what is left, in percent; null when nothing is. */
  share: v.nullable(v.number()),
})
export type CapacityAnswer = v.InferOutput<typeof CapacityAnswer>
