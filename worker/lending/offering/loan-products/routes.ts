/** What lenders offer: the public list, and the owner's desk with every version of it. */
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
import { localeOf } from '#worker/http/source'
import { actorId, organizationsOf, organizationsWith } from '#worker/identity/actor'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { listHolidays } from '#worker/lending/offering/holidays/queries'
import * as answers from '#worker/lending/offering/loan-products/answers'
import { changesBetween } from '#worker/lending/offering/loan-products/changes'
import { exampleOf, withinLimits } from '#worker/lending/offering/loan-products/limits'
import { termsOf } from '#worker/lending/offering/loan-products/loan-product'
import { offerProduct } from '#worker/lending/offering/loan-products/offering'
import * as queries from '#worker/lending/offering/loan-products/queries'
import * as requests from '#worker/lending/offering/loan-products/requests'
import { tellOffer } from '#worker/lending/offering/loan-products/telling'
import { LoanQuoteAnswer } from '#worker/lending/offering/quotes/answers'
import { quote } from '#worker/lending/offering/quotes/quote'
import { capOf, listCaps } from '#worker/lending/offering/rate-caps/queries'

/** The lender of the path, when the actor may act for it. */
export function lenderIn(c: Ctx, slug: string) {
  const mine = organizationsOf(c.var.actor).find(
    (one) => one.slug === slug && c.var.scope.includes(one.organizationId),
  )
  const { organizationId, name } = found(mine, 'lender')
  return { id: organizationId, slug, name }
}

const lenderOf = (row: queries.ProductRow) => ({
  id: row.lenderId,
  slug: row.lenderSlug,
  name: row.lenderName,
})

const described = (row: queries.ProductRow) =>
  answers.describeProduct(queries.productOf(row), lenderOf(row))

const madeIn = (c: Ctx) => ({ at: c.var.now, by: actorId(c.var.actor) })

export const loanProducts = new Hono<HonoEnv>()
  .get(
    '/',
    about('Loan products on offer', answers.LoanProductsAnswer),
    allow('public'),
    parseQuery(requests.LoanProductsQuery),
    async (c) => {
      const { lender, after, limit } = c.req.valid('query')
      const [listed] = await read(c.var.db, [
        queries.listOffered(c.var.db, { lender, after: after?.[0], limit }),
      ])
      const { rows, next } = paged(listed, limit, (row) => [row.id])
      return c.json({ items: rows.map(described), next })
    },
  )
  .get(
    '/:id',
    about('A loan product with all its terms', answers.LoanProductAnswer),
    allow('public'),
    async (c) => {
      const lenders = organizationsWith(c.var.actor, 'loan.read')
      const [rows] = await read(c.var.db, [queries.findShown(c.var.db, c.req.param('id'), lenders)])
      return c.json(described(found(rows[0], 'loan product')))
    },
  )
  .get(
    '/:id/quote',
    about('One loan of the product, disbursed today: row by row, with its price', LoanQuoteAnswer),
    allow('public'),
    parseQuery(requests.ProductQuoteQuery),
    async (c) => {
      const lenders = organizationsWith(c.var.actor, 'loan.read')
      const [rows] = await read(c.var.db, [queries.findShown(c.var.db, c.req.param('id'), lenders)])
      const product = queries.productOf(found(rows[0], 'loan product'))
      const { amount = exampleOf(product).amount, instalments = exampleOf(product).instalments } =
        c.req.valid('query')
      withinLimits(product, { amount, instalments })
      const disbursedOn = dateIn(c.env.ZONE, c.var.now)
      const terms = termsOf(product, { principal: amount, instalments, disbursedOn })
      return c.json(quote(terms, localeOf(c)))
    },
  )
  .get(
    '/:id/versions',
    about('Every version of a product: what it changed, by whom', answers.ProductVersionsAnswer),
    allow('loan.read'),
    async (c) => {
      const { db, scope } = c.var
      const id = c.req.param('id')
      const [rows, versions] = await read(db, [
        queries.findProductWithin(db, id, scope),
        queries.listVersions(db, id),
      ])
      found(rows[0], 'loan product')
      const offers = versions.map(({ offer }) => queries.offerOf(offer))
      const told = offers.map(tellOffer)
      const items = versions.map((row, i) =>
        answers.describeVersion(
          { ...row, offer: offers[i]! },
          changesBetween(told[i + 1], told[i]!),
        ),
      )
      return c.json({ items, next: null as string | null })
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
      const lender = queries.lenderOfProduct(id)
      const [rows, caps, holidays] = await read(db, [
        queries.findProductWithin(db, id, scope),
        listCaps(db, lender),
        listHolidays(db, lender),
      ])
      const row = found(rows[0], 'loan product')
      const { createdAt, lenderId, version } = row

      const changed = offerProduct(c.req.valid('json'), caps.map(capOf), {
        id,
        lenderId,
        createdAt,
        version: version + 1,
        holidays: holidays.map(({ day }) => day),
        on: dateIn(c.env.ZONE, now),
      })

      await commit(c, [
        ...queries.changeProduct(db, changed, madeIn(c)),
        recordEvents(db, [{ ...actOf(c), subject: id, seq: changed.version, type: 'changed' }]),
      ])
      return c.json(answers.describeProduct(changed, lenderOf(row)))
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
      const seq = product.version + 1
      await commit(c, [
        queries.retireProduct(db, product),
        recordEvents(db, [{ ...actOf(c), subject: id, seq, type: 'retired' }]),
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
      return c.json({ items: rows.map(described), next: null as string | null })
    },
  )
  .post(
    '/:slug/loan-products',
    about('Offer a loan product within the caps in force', answers.LoanProductAnswer, 201),
    allow('loan-product.manage'),
    parseJson(requests.LoanProductRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const [caps, holidays] = await read(db, [
        listCaps(db, lender.id),
        listHolidays(db, lender.id),
      ])

      const product = offerProduct(c.req.valid('json'), caps.map(capOf), {
        id: newId(),
        lenderId: lender.id,
        createdAt: now,
        version: 1,
        holidays: holidays.map(({ day }) => day),
        on: dateIn(c.env.ZONE, now),
      })

      await commit(c, [
        ...queries.insertProduct(db, product, madeIn(c)),
        recordEvents(db, [{ ...actOf(c), subject: product.id, seq: 1, type: 'offered' }]),
      ])
      return c.json(answers.describeProduct(product, lender), 201)
    },
  )
