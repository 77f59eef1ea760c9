import * as v from 'valibot'

const Figures = { orders: v.number(), pieces: v.number(), amount: v.number() }

export const SalesAnswer = v.strictObject({
  by: v.picklist(['day', 'week', 'month']),
  from: v.string(),
  until: v.string(),
  total: v.strictObject(Figures),
  buckets: v.array(v.strictObject({ from: v.string(), ...Figures })),
  product: v.nullable(v.strictObject({ id: v.string(), title: v.string() })),
  best: v.pipe(
    v.array(v.strictObject({ id: v.string(), title: v.string(), ...Figures })),
    v.description('The products that brought most in this time'),
  ),
})
