/** Labels: written down by the seller, looked up by the operator. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/offering/labels/answers'
import {
  keepLabel,
  labelFrom,
  LABEL_KINDS,
  type LabelKind,
} from '#worker/market/offering/labels/label'
import * as queries from '#worker/market/offering/labels/queries'
import * as requests from '#worker/market/offering/labels/requests'
import { describeProduct, OwnProduct } from '#worker/market/offering/products/answers'
import { changeVersion, findOwnProduct, productOf } from '#worker/market/offering/products/queries'

const kindOf = (c: Ctx): LabelKind =>
  found(
    LABEL_KINDS.find((kind) => kind === c.req.param('kind')),
    'label',
  )

/** A product of the actor's with the version that it is about to have. */
async function nextOf(c: Ctx) {
  const { db, scope } = c.var
  const [rows] = await read(db, [findOwnProduct(db, c.req.param('id') ?? '', scope)])
  const whole = productOf(found(rows[0], 'product'))
  return { ...whole, product: { ...whole.product, version: whole.product.version + 1 } }
}

type Subject = { id: string; version: number }

function eventOf(c: Ctx, { id: subject, version: seq }: Subject, type: string, data: object) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data: { ...data } }])
}

export const labelsOfProducts = new Hono<HonoEnv>()
  .put(
    '/:id/labels/:kind',
    about('Write down a label of a product: pirt, halal, bpom or sni', OwnProduct),
    allow('product.manage'),
    parseJson(requests.LabelRequest),
    async (c) => {
      const { db, now } = c.var
      const kind = kindOf(c as Ctx)
      const today = dateIn(c.env.ZONE, now)
      const said = labelFrom({ kind, ...c.req.valid('json') }, today)
      const whole = await nextOf(c as Ctx)
      const { product } = whole

      const label = keepLabel(said, { productId: product.id, today, at: now })

      await commit(c, [
        queries.keepLabel(db, label),
        changeVersion(db, product),
        eventOf(c as Ctx, product, 'label-written', said),
      ])
      const labels = [...whole.labels.filter((one) => one.kind !== kind), label]
      return c.json(describeProduct({ ...whole, labels }, today))
    },
  )
  .delete(
    '/:id/labels/:kind',
    about('Take a label away', OwnProduct),
    allow('product.manage'),
    async (c) => {
      const { db, now } = c.var
      const kind = kindOf(c as Ctx)
      const whole = await nextOf(c as Ctx)
      const { product } = whole
      found(
        whole.labels.find((one) => one.kind === kind),
        'label',
      )

      await commit(c, [
        queries.deleteLabel(db, product.id, kind),
        changeVersion(db, product),
        eventOf(c as Ctx, product, 'label-removed', { kind }),
      ])
      const labels = whole.labels.filter((one) => one.kind !== kind)
      return c.json(describeProduct({ ...whole, labels }, dateIn(c.env.ZONE, now)))
    },
  )
  .put(
    '/:id/labels/:kind/verification',
    about('Say that a label was looked up and is true', answers.VerifiedAnswer),
    allow('label.verify'),
    parseJson(requests.VerificationRequest),
    async (c) => {
      const { db, now } = c.var
      const [kind, productId] = [kindOf(c as Ctx), c.req.param('id')]
      const { verified } = c.req.valid('json')
      const [rows] = await read(db, [queries.findLabel(db, productId, kind)])
      const version = found(rows[0], 'label').version + 1

      const by = verified ? actOf(c as Ctx).actorId : null
      await commit(c, [
        queries.changeVerified(db, { productId, kind, at: verified ? now : null, by }),
        changeVersion(db, { id: productId, version }),
        eventOf(c as Ctx, { id: productId, version }, 'label-verified', { kind, verified }),
      ])
      return c.json({ productId, kind, verified })
    },
  )

export const labels = new Hono<HonoEnv>().get(
  '/',
  about('Labels on sale that nobody has looked up yet, the oldest first', answers.UnverifiedLabels),
  allow('label.verify'),
  parseQuery(requests.UnverifiedQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const [rows] = await read(c.var.db, [queries.listUnverified(c.var.db, { after, limit })])
    const { rows: shown, next } = paged(rows, limit, (row) => [
      ...[row.createdAt, row.productId, row.kind],
    ])
    return c.json({ items: shown.map(answers.describeUnverified), next })
  },
)
