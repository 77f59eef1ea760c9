/** What may be asked of a cart. */
import * as v from 'valibot'
import { count, id } from '#worker/http/fields'
import { MOST_OF_ONE } from '#worker/market/buying/carts/cart'

/** Puts so many more of a variant into the cart. */
export const AddedLine = v.object({ variantId: id(), quantity: count(1, MOST_OF_ONE) })

/** Sets how many of a variant lie in the cart; 0 takes it out. */
export const ChangedLine = v.object({
  quantity: count(0, MOST_OF_ONE),
  saved: v.pipe(
    v.optional(v.boolean(), false),
    v.description('Whether it waits instead of being bought with the rest'),
  ),
})
