/** Pictures of a return or a complaint: handed in by either side, seen by them and the operator. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, once } from '#worker/http/idempotency'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { pathOf, refuseMore } from '#worker/market/fulfilling/evidence/evidence'
import { insertEvidence } from '#worker/market/fulfilling/evidence/queries'
import { shownOrder, sideOf } from '#worker/market/fulfilling/order-steps/routes'
import { describeOrder, OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { ShownQuery } from '#worker/market/fulfilling/orders/requests'
import { pictureFrom } from '#worker/market/offering/photos/picture'

export const evidence = new Hono<HonoEnv>()
  .post(
    '/:order/returns/:n/evidence',
    about('Add a picture to a return: the body is a JPEG, PNG or WebP', OrderAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    async (c) => c.json(await added(c, 'returns', c.req.valid('query').phone), 201),
  )
  .post(
    '/:order/complaints/:n/evidence',
    about('Add a picture to a complaint: the body is a JPEG, PNG or WebP', OrderAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    async (c) => c.json(await added(c, 'complaints', c.req.valid('query').phone), 201),
  )
  .get(
    '/:order/evidence/:id',
    about('A picture that was handed in', null),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { known } = await shownOrder(c, c.req.valid('query').phone)
      const id = c.req.param('id')
      const one = found(
        known.evidence.find((each) => each.id === id),
        'picture',
      )
      const file = found(await c.env.FILES.get(pathOf(one)), 'picture')
      return c.body(await file.arrayBuffer(), 200, {
        'content-type': one.contentType,
        'content-disposition': 'inline; filename="picture"',
        'cache-control': 'private, no-store',
      })
    },
  )

async function added(c: Ctx, noun: 'returns' | 'complaints', phone: string | undefined) {
  const { db, now, newId } = c.var
  const picture = pictureFrom(new Uint8Array(await c.req.arrayBuffer()))
  const { known, viewer } = await shownOrder(c, phone)
  const n = Number(c.req.param('n'))
  const subject = found<{ id: string; n: number; closedAt: typeof now | null }>(
    known.papers[noun].find((each) => each.n === n),
    noun === 'returns' ? 'return' : 'complaint',
  )
  const author = sideOf(viewer)
  refuseMore(subject, known.evidence, author)
  const kept = new Uint8Array(picture.bytes).buffer
  const one = {
    ...{ id: newId(), orderId: known.order.id, subject: subject.id, author },
    sha256: await sha256(kept),
    contentType: picture.type,
    bytes: picture.bytes.length,
    createdAt: now,
  }

  // Stored before it is spoken of: a crash in between leaves a picture nobody points at, and sending
  // it again finds its place by its content.
  const httpMetadata = { contentType: one.contentType }
  await c.env.FILES.put(pathOf(one), kept, { httpMetadata })
  const body = describeOrder({ ...known, evidence: [...known.evidence, one] }, viewer, now)
  await commit(c, insertEvidence(db, one), body)
  return body
}
