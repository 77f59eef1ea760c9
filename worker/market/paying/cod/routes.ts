/** Cash on delivery: under which terms a seller takes it, and a parcel that was refused at the door. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { CodTermsAnswer, describeCodTerms } from '#worker/market/paying/cod/answers'
import { noCod, refusingAtDoor } from '#worker/market/paying/cod/cod'
import { changeCodTerms, findCodTerms } from '#worker/market/paying/cod/queries'
import { CodTermsRequest, DoorRefusalRequest } from '#worker/market/paying/cod/requests'
import { SELLER, sellersOrder, taken } from '#worker/market/fulfilling/order-steps/routes'
import { OrderAnswer } from '#worker/market/fulfilling/orders/answers'
import { codTermsFrom } from '#worker/market/paying/payment-methods/queries'

/** Mounted with the enterprises. */
export const codTerms = new Hono<HonoEnv>()
  .get(
    '/:slug/cod-terms',
    about('Under which terms a seller takes cash on delivery', CodTermsAnswer),
    allow('order.fulfil'),
    async (c) => c.json(describeCodTerms(await ownTerms(c))),
  )
  .put(
    '/:slug/cod-terms',
    about('Say whether cash on delivery is taken, up to how much, and where', CodTermsAnswer),
    allow('enterprise.edit'),
    parseJson(CodTermsRequest),
    async (c) => {
      const before = await ownTerms(c)
      const terms = { ...before, ...c.req.valid('json'), version: before.version + 1 }
      await commit(c, changeCodTerms(c.var.db, terms, actOf(c)))
      return c.json(describeCodTerms(terms))
    },
  )

async function ownTerms(c: Ctx) {
  const { db, scope } = c.var
  const [rows] = await read(db, [findCodTerms(db, c.req.param('slug') ?? '', scope)])
  const { enterpriseId, ...row } = found(rows[0], 'enterprise')
  if (row.version === null) return noCod(enterpriseId)
  return codTermsFrom({ enterpriseId, ...row, version: row.version })
}

/** Mounted with the orders. */
export const doorRefusals = new Hono<HonoEnv>().post(
  '/:order/door-refusal',
  about('The buyer did not take it at the door: it comes back', OrderAnswer, 201),
  allow('order.fulfil'),
  once(),
  parseJson(DoorRefusalRequest),
  async (c) => {
    const { known, facts } = await sellersOrder(c)
    const step = refusingAtDoor(facts, c.req.valid('json').reason)
    return c.json(await taken(c, known, step, SELLER), 201)
  },
)
