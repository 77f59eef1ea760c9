/** The extent of the site, and the names of what stands on one page of its map. */
import * as v from 'valibot'

export const Extent = v.strictObject({
  productPages: v.pipe(v.number(), v.description('Pages of products, 5,000 at most on each')),
  provinces: v.array(v.string()),
})

export const Slugs = v.strictObject({ slugs: v.array(v.string()) })
