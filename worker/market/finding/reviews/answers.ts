/** Reviews as everybody reads them, as their seller does, and as the buyer who may write one. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { averageOf, type Review } from '#worker/market/finding/reviews/review'

export const ReviewAnswer = v.strictObject({
  id: v.string(),
  name: v.string(),
  variantName: v.string(),
  stars: v.number(),
  text: v.string(),
  writtenAt: v.string(),
  reply: v.nullable(v.strictObject({ text: v.string(), at: v.string() })),
})

export const ReviewPage = v.strictObject({
  count: v.number(),
  average: v.pipe(v.nullable(v.number()), v.description('Of five stars, in tenths')),
  ...pageOf(ReviewAnswer).entries,
})

export function describeReview(one: Review): v.InferOutput<typeof ReviewAnswer> {
  const { id, name, variantName, stars, text, createdAt, reply, repliedAt } = one
  return {
    ...{ id, name, variantName, stars, text },
    writtenAt: instantText(createdAt),
    reply:
      reply === null || repliedAt === null ? null : { text: reply, at: instantText(repliedAt) },
  }
}

export function describePage(
  rating: { count: number; sum: number },
  reviews: readonly Review[],
  next: string | null,
): v.InferOutput<typeof ReviewPage> {
  const average = averageOf(rating)
  return { count: rating.count, average, items: reviews.map(describeReview), next }
}

export const OwnReview = v.strictObject({
  ...ReviewAnswer.entries,
  hidden: v.boolean(),
  product: v.strictObject({ id: v.string(), slug: v.string(), title: v.string() }),
})

export const OwnReviews = pageOf(OwnReview)

export type OwnRow = Review & { slug: string; title: string }

export function describeOwn(row: OwnRow): v.InferOutput<typeof OwnReview> {
  const { productId: id, slug, title, hiddenAt } = row
  return { ...describeReview(row), hidden: hiddenAt !== null, product: { id, slug, title } }
}

export const Reviewable = v.strictObject({
  line: v.number(),
  title: v.string(),
  variantName: v.string(),
  photoId: v.nullable(v.string()),
  review: v.nullable(ReviewAnswer),
})

export const ReviewableList = v.strictObject({
  open: v.pipe(v.boolean(), v.description('Whether the order is completed')),
  items: v.array(Reviewable),
})
