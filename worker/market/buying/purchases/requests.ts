/** How someone shows that a purchase is hers. */
import * as v from 'valibot'

/** `?phone=`: the number she ordered with, in any usual spelling; one that is none is a wrong guess. */
export const ShownQuery = v.object({
  phone: v.optional(
    v.pipe(v.string(), v.maxLength(40), v.description('The telephone number of the buyer')),
  ),
})
