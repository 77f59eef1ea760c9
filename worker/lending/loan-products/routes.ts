/** What lenders offer: the public list, and the owner's desk with its caps. */
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
import { organizationsOf } from '#worker/identity/actor'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/loan-products/answers'
import { offerProduct } from '#worker/lending/loan-products/loan-product'
import * as queries from '#worker/lending/loan-products/queries'
import * as requests from '#worker/lending/loan-products/requests'

/** The lender of the path, when the actor may act for it. */
export function lenderIn(c: Ctx, slug: string) {
  const mine = organizationsOf(c.var.actor).find(
    (one) => one.slug === slug && c.var.scope.includes(one.organizationId),
  )
  const { organizationId, name } = found(mine, 'lender')
  return { id: organizationId, slug, name }
}

function lenderNamed(c: Ctx, id: string) {
  const mine = organizationsOf(c.var.actor).find((one) => one.organizationId === id)
  const { slug, name } = found(mine, 'lender')
  return { id, slug, name }
}

export const loanProducts = new Hono<HonoEnv>()
  .get(
    '/',
    about('Loan products on offer', answers.LoanProductsAnswer),
    allow('public'),
    parseQuery(requests.LoanProductsQuery),
    async (c) => {
      const { lender, after, limit } = c.req.valid('query')
      const [found] = await read(c.var.db, [
        queries.listOffered(c.var.db, { lender, after: after?.[0], limit }),
      ])
      const { rows, next } = paged(found, limit, (row) => [row.id])
      const items = rows.map(({ lenderSlug, lenderName, ...row }) =>
        answers.describeProduct(queries.productOf(row), {
          id: row.lenderId,
          slug: lenderSlug,
          name: lenderName,
        }),
      )
      return c.json({ items, next })
    },
  )
  .patch(
    '/:id',
    about('Change a product; loans already signed keep their terms', answers.LoanProductAnswer),
    allow('loan-product.manage'),
    parseJson(requests.LoanProductRequest),
    async (c) => {
      const { db, now, scope } = c.var
      const id = c.req.param('id')
      const [rows] = await read(db, [queries.findProductWithin(db, id, scope)])
      const before = queries.productOf(found(rows[0], 'loan product'))
      const caps = await queries.listCaps(db, before.lenderId)

      const changed = offerProduct(c.req.valid('json'), caps.map(queries.capOf), {
        ...before,
        on: dateIn(c.env.ZONE, now),
        at: before.createdAt,
        version: before.version + 1,
      })

      const body = answers.describeProduct(changed, lenderNamed(c, changed.lenderId))
      await commit(c, [
        queries.changeProduct(db, changed),
        recordEvents(db, [{ ...actOf(c), subject: id, seq: changed.version, type: 'changed' }]),
      ])
      return c.json(body)
    },
  )
  .put(
    '/:id/retirement',
    about('Offer it no longer', null, 204),
    allow('loan-product.manage'),
    async (c) => {
      const { db, scope } = c.var
      const id = c.req.param('id')
      const [rows] = await read(db, [queries.findProductWithin(db, id, scope)])
      const product = queries.productOf(found(rows[0], 'loan product'))

      const retired = { ...product, status: 'retired', version: product.version + 1 } as const

      await commit(c, [
        queries.changeProduct(db, retired),
        recordEvents(db, [{ ...actOf(c), subject: id, seq: retired.version, type: 'retired' }]),
      ])
      return c.body(null, 204)
    },
  )

/** Under `/lenders/{slug}`: what belongs to one lender's desk. */
export const lenderProducts = new Hono<HonoEnv>()
  .get(
    '/:slug/loan-products',
    about('All products of a lender, retired ones too', answers.LoanProductsAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [queries.listProductsOf(c.var.db, lender.id)])
      const items = rows.map((row) => answers.describeProduct(queries.productOf(row), lender))
      return c.json({ items, next: null as string | null })
    },
  )
  .post(
    '/:slug/loan-products',
    about('Offer a loan product within the cap in force', answers.LoanProductAnswer, 201),
    allow('loan-product.manage'),
    parseJson(requests.LoanProductRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const [caps] = await read(db, [queries.listCaps(db, lender.id)])

      const product = offerProduct(c.req.valid('json'), caps.map(queries.capOf), {
        id: newId(),
        lenderId: lender.id,
        on: dateIn(c.env.ZONE, now),
        at: now,
        version: 1,
      })

      const body = answers.describeProduct(product, lender)
      await commit(c, [
        queries.insertProduct(db, product),
        recordEvents(db, [{ ...actOf(c), subject: product.id, seq: 1, type: 'offered' }]),
      ])
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug/rate-caps',
    about('The caps that bind a lender, latest first', answers.RateCapsAnswer),
    allow('loan.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [rows] = await read(c.var.db, [queries.listCaps(c.var.db, lender.id)])
      const items = rows.map((row) => answers.describeCap(queries.capOf(row)))
      return c.json({ items, next: null as string | null })
    },
  )
  .put(
    '/:slug/rate-caps',
    about('Record the cap in force from a day, with its source', answers.RateCapAnswer),
    allow('loan-product.manage'),
    parseJson(requests.RateCapRequest),
    async (c) => {
      const cap = c.req.valid('json')
      const lender = lenderIn(c, c.req.param('slug'))
      await commit(c, [queries.putCap(c.var.db, lender.id, cap)])
      return c.json(answers.describeCap(cap))
    },
  )
