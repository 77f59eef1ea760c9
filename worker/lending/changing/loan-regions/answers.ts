import * as v from 'valibot'

export const LoanRegionAnswer = v.strictObject({
  /** The regency by which pauses of a whole region find the loan; none is known of some. */
  region: v.nullable(v.strictObject({ code: v.string(), name: v.string() })),
})
