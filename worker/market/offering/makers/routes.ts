/** Makers: named by their enterprise, credited on what they make. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { findOwnOrganization } from '#worker/identity/organizations/queries'
import { dateIn } from '#worker/kernel/calendar'
import { found, refuseUnless } from '#worker/kernel/refusal'
import * as answers from '#worker/market/offering/makers/answers'
import {
  creditsOf,
  editMaker,
  MOST_MAKERS,
  nameMaker,
  type Maker,
} from '#worker/market/offering/makers/maker'
import * as queries from '#worker/market/offering/makers/queries'
import * as requests from '#worker/market/offering/makers/requests'
import { describeProduct, OwnProduct } from '#worker/market/offering/products/answers'
import { changeVersion, findOwnProduct, productOf } from '#worker/market/offering/products/queries'

function eventOf(c: Ctx, { id, version }: Maker, type: string, data = {}) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject: id, seq: version, type, data }])
}

export const makersOfEnterprises = new Hono<HonoEnv>()
  .get(
    '/:slug/makers',
    about('The makers of an enterprise of yours, by name', answers.MakersAnswer),
    allow('product.manage'),
    parseQuery(requests.MakersQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const slug = c.req.param('slug')
      const [organizations, rows] = await read(db, [
        findOwnOrganization(db, slug, scope),
        queries.listMakers(db, slug, { after, limit }),
      ])
      found(organizations[0], 'enterprise')
      const { rows: shown, next } = paged(rows, limit, (row) => [row.name, row.id])
      const items = shown.map((row) => ({
        ...answers.describeMaker(queries.makerOf(row)),
        products: row.products,
      }))
      return c.json({ items, next })
    },
  )
  .post(
    '/:slug/makers',
    about('Name a maker', answers.MakerAnswer, 201),
    allow('product.manage'),
    once(),
    parseJson(requests.MakerRequest),
    async (c) => {
      const { db, scope, now, newId } = c.var
      const slug = c.req.param('slug')
      const [organizations, counts] = await read(db, [
        findOwnOrganization(db, slug, scope),
        queries.countMakers(db, slug),
      ])
      const { id: enterpriseId } = found(organizations[0], 'enterprise')
      const few = (counts[0]?.n ?? 0) < MOST_MAKERS
      refuseUnless(few, 'outside-limits', `An enterprise names ${MOST_MAKERS} makers at most.`)

      const maker = nameMaker(c.req.valid('json'), { id: newId(), enterpriseId, createdAt: now })

      const body = answers.describeMaker(maker)
      await commit(c, [queries.insertMaker(db, maker), eventOf(c, maker, 'named')], body)
      return c.json(body, 201)
    },
  )

export const makers = new Hono<HonoEnv>().patch(
  '/:id',
  about('Say something else about a maker, or set her aside', answers.MakerAnswer),
  allow('product.manage'),
  parseJson(requests.EditMakerRequest),
  async (c) => {
    const { db, scope } = c.var
    const change = c.req.valid('json')
    const [rows] = await read(db, [queries.findMaker(db, c.req.param('id'), scope)])
    const maker = editMaker(queries.makerOf(found(rows[0], 'maker')), change)

    await commit(c, [queries.changeMaker(db, maker), eventOf(c, maker, 'edited', change)])
    return c.json(answers.describeMaker(maker))
  },
)

export const makersOfProducts = new Hono<HonoEnv>().put(
  '/:id/makers',
  about('Name the makers of a product, with their shares', OwnProduct),
  allow('product.manage'),
  parseJson(requests.CreditsRequest),
  async (c) => {
    const { db, scope } = c.var
    const id = c.req.param('id')
    const wanted = c.req.valid('json').makers
    const ids = wanted.map((one) => one.makerId)
    const [rows, known] = await read(db, [
      findOwnProduct(db, id, scope),
      queries.listMakersFor(db, id, ids),
    ])
    const before = productOf(found(rows[0], 'product'))
    const makers = creditsOf(wanted, known)
    const product = { ...before.product, version: before.product.version + 1 }

    await commit(c, [
      ...queries.changeCredits(db, id, makers),
      changeVersion(db, product),
      recordEvents(db, [
        {
          ...{ ...actOf(c), subject: id, seq: product.version, type: 'makers-credited' },
          data: { makers: wanted },
        },
      ]),
    ])
    return c.json(describeProduct({ ...before, product, makers }, dateIn(c.env.ZONE, c.var.now)))
  },
)
