// What is said of goods: reviews of some orders that their buyers completed, and questions, with what the
// sellers answer. Which orders is told by the minute at which they were completed, so that it is always
// the same ones.

import { enterprises } from '#db/seed/network/enterprises'
import { stockKey } from '#db/seed/network/orders'
import { questions, reviews, type QuestionStory } from '#db/seed/network/talk'
import type { Visitor } from '#db/seed/runner/visitor'
import { daysAgo, keyOf, known, type World } from '#db/seed/runner/world'
import { slugFrom } from '#worker/identity/organizations/slug'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const SHOPS = new Map(enterprises.map((one) => [one.slug, one]))

/** Of the orders of the last months one in so many is reviewed. */
const ONE_IN = 4
const MONTHS = 120 * DAY
/** Younger ones may still be complained about. */
const SETTLED = 7 * DAY

type Reviewed = { lane: string; visitor: Visitor; enterprise: string; code: string; at: number }

export function noteReview(world: World, { lane, visitor, enterprise, code, at }: Reviewed): void {
  const age = world.now - at
  const minute = Math.floor(at / MINUTE)
  if (age > MONTHS || age < SETTLED || minute % ONE_IN !== 0) return
  const { stars, text, reply } = reviews[(minute / ONE_IN) % reviews.length]!
  const seller = world.member(keyOf(known(SHOPS, enterprise), 'staff'))
  world.agenda.note(lane, at + 3 * HOUR, async () => {
    const path = `/api/orders/${code}/reviews`
    const review = { line: 1, stars, text }
    const { id } = await visitor.post<{ id: string }>(at + 3 * HOUR, path, review)
    if (reply === undefined) return
    world.agenda.note(lane, at + DAY, () =>
      seller.post(at + DAY, `/api/reviews/${id}/reply`, { text: reply }),
    )
  })
}

export function noteQuestions(world: World): void {
  for (const [index, story] of questions.entries()) noteQuestion(world, story, `question ${index}`)
}

function noteQuestion(world: World, story: QuestionStory, lane: string): void {
  const shop = known(SHOPS, story.enterprise)
  const product = shop.products.find((one) => one.slug === story.product)
  if (!product) throw new Error(`Nobody sells ${story.product}.`)
  const asked = daysAgo(world, story.daysAgo, 10)
  const answered = asked + 5 * HOUR
  world.agenda.note(lane, asked, async () => {
    await world.offers.taken(stockKey(product.slug, product.variants[0]?.name ?? ''))
    const path = `/api/products/${slugFrom(product.title)}/questions`
    const { text, answer } = story
    const { id } = await world.member(story.asker).post<{ id: string }>(asked, path, { text })
    if (answer === undefined) return
    const seller = world.member(keyOf(shop, 'staff'))
    world.agenda.note(lane, answered, () =>
      seller.post(answered, `/api/questions/${id}/answer`, { text: answer }),
    )
  })
}
