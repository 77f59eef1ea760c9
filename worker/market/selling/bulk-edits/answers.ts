import * as v from 'valibot'

export const BulkEditAnswer = v.strictObject({
  changed: v.pipe(v.number(), v.description('How many products are something else now')),
  products: v.array(v.strictObject({ id: v.string(), version: v.number() })),
})
