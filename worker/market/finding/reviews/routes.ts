/** Reviews: written by who received something, replied to once by who sold it, hidden by the operator. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf, CURRENT } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { findGuesses, refuseExhausted, refuseGuess } from '#worker/http/guesses'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countSource } from '#worker/http/source'
import { phoneFrom } from '#worker/identity/phone'
import { found } from '#worker/kernel/refusal'
import { isOpenToGuests } from '#worker/market/fulfilling/orders/order'
import { findOrders, idOfOrder, knownFrom } from '#worker/market/fulfilling/orders/queries'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'
import { mayRead } from '#worker/market/buying/purchases/purchase'
import * as answers from '#worker/market/finding/reviews/answers'
import { reviewMessage } from '#worker/market/finding/reviews/messages'
import * as queries from '#worker/market/finding/reviews/queries'
import * as requests from '#worker/market/finding/reviews/requests'
import { reply, show, writeReview, type Decided } from '#worker/market/finding/reviews/review'
import { insertMessages } from '#worker/outbox/queries'

const AN_HOUR = { most: 60, windowMs: 60 * 60 * 1000 }

export const reviewsOfOrders = new Hono<HonoEnv>()
  .get(
    '/:order/reviews',
    about('What the buyer of an order may review, and has reviewed', answers.ReviewableList),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known, reviews } = await boughtOrder(c, c.req.valid('query').phone)
      const items = known.lines.map(({ n, title, variantName, photoId }) => {
        const review = reviews.find((one) => one.line === n)
        const said = review ? answers.describeReview(review) : null
        return { line: n, title, variantName, photoId, review: said }
      })
      return c.json({ open: known.order.status === 'completed', items })
    },
  )
  .post(
    '/:order/reviews',
    about('Review something that you received', answers.ReviewAnswer, 201),
    allow('public'),
    parseQuery(ShownQuery),
    parseJson(requests.ReviewRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const asked = c.req.valid('json')
      const { known, reviews } = await boughtOrder(c, c.req.valid('query').phone)
      const { order, purchase, lines, seller } = known

      const bought = { order, buyerName: purchase.buyerName, lines, reviewed: reviews }
      const { review, event } = writeReview(bought, asked, { act: actOf(c), id: newId() })

      const title = lines.find((one) => one.n === review.line)!.title
      const { url } = siteOf(c)
      const told = reviewMessage({ seller, title, stars: review.stars, url })
      await commit(c, [
        ...countSource(c, 'reviews', AN_HOUR),
        queries.insertReview(db, review),
        recordEvents(db, [event]),
        ...insertMessages(db, [{ ...told, id: newId() }], now),
      ])
      return c.json(answers.describeReview(review), 201)
    },
  )

/** The order for its buyer alone: her session, her cart's cookie, or the number she ordered with. */
async function boughtOrder(c: Ctx, phone: string | undefined) {
  const { db, now, actor } = c.var
  const name = (c.req.param('order') ?? '').toUpperCase()
  const id = idOfOrder(c.req.param('order') ?? '')
  const [guesses, reviews, ...rows] = await read(db, [
    findGuesses(c, name),
    queries.listOfOrder(db, id),
    ...findOrders(db, id),
  ])
  const known = found(knownFrom(rows)[0], 'order')
  const { hash: cartHash } = await cartRefOf(c, CURRENT)
  const personId = actor.kind === 'person' ? actor.id : null
  if (mayRead(known.purchase, { personId, cartHash, phone: null })) return { known, reviews }
  if (phone !== undefined) refuseExhausted(guesses)
  const number = phone === undefined ? null : phoneFrom(phone)
  const proved = number !== null && number === known.purchase.buyerPhone
  if (proved && isOpenToGuests(known.order, now)) return { known, reviews }
  return refuseGuess(c, phone === undefined ? null : name, 'order')
}

export const reviewsOfProducts = new Hono<HonoEnv>().get(
  '/:slug/reviews',
  about('What buyers say of a product on sale', answers.ReviewPage),
  allow('public'),
  parseQuery(requests.TalkQuery),
  async (c) => {
    const { db } = c.var
    const { after, limit } = c.req.valid('query')
    const slug = c.req.param('slug')
    const [ratings, rows] = await read(db, [
      queries.findRating(db, slug),
      queries.listOfProduct(db, slug, { after: after?.[0], limit: limit + 1 }),
    ])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json(answers.describePage(found(ratings[0], 'product'), shown, next))
  },
)

export const reviewsOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/reviews',
  about('Reviews of an enterprise’s goods, the newest first', answers.OwnReviews),
  allow('review.reply'),
  parseQuery(requests.OwnTalkQuery),
  async (c) => {
    const { db } = c.var
    const { which, after, limit } = c.req.valid('query')
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const page = { which, after: after?.[0], limit: limit + 1 }
    const [rows] = await read(db, [queries.listOfEnterprise(db, organizationId, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map(answers.describeOwn), next })
  },
)

export const reviews = new Hono<HonoEnv>()
  .get(
    '/',
    about('Reviews of the network, the newest first', answers.OwnReviews),
    allow('review.hide'),
    parseQuery(requests.TalkQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listReviews(c.var.db, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeOwn), next })
    },
  )
  .post(
    '/:id/reply',
    about('Reply to a review of your goods, once', answers.OwnReview, 201),
    allow('review.reply'),
    parseJson(requests.ReplyRequest),
    async (c) => {
      const { db, scope } = c.var
      const [rows] = await read(db, [queries.findReview(db, c.req.param('id'), scope)])
      const row = found(rows[0], 'review')
      const decided = reply(row, c.req.valid('json').text, actOf(c))
      return c.json(await settled(c, row, decided), 201)
    },
  )
  .put(
    '/:id/visibility',
    about('Hide a review, with a reason, or show it again', answers.OwnReview),
    allow('review.hide'),
    parseJson(requests.VisibilityRequest),
    async (c) => {
      const [rows] = await read(c.var.db, [queries.findReview(c.var.db, c.req.param('id'))])
      const row = found(rows[0], 'review')
      return c.json(await settled(c, row, show(row, c.req.valid('json'), actOf(c))))
    },
  )

async function settled(c: Ctx, row: answers.OwnRow, { review, event }: Decided) {
  await commit(c, [queries.changeReview(c.var.db, review), recordEvents(c.var.db, [event])])
  return answers.describeOwn({ ...row, ...review })
}
