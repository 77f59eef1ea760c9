/** What a seller does with her products: draft, describe, price, list, hide, count. */
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
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import {
  describeProduct,
  OwnProduct,
  OwnProducts,
  StockAnswer,
} from '#worker/market/offering/products/answers'
import {
  changeProductStatus,
  draftProduct,
  editProduct,
  refuseUnknownCategory,
  replaceChoices,
  type Product,
} from '#worker/market/offering/products/product'
import * as queries from '#worker/market/offering/products/queries'
import * as requests from '#worker/market/offering/products/requests'
import { stockDifference } from '#worker/market/offering/products/stock'
import { replaceVariants } from '#worker/market/offering/products/variant'
import { changeVariants, insertVariants } from '#worker/market/offering/variants/queries'
import { turnProduct } from '#worker/market/offering/windows/queries'

/** The event by which a product came to its present version. */
function eventOf(c: Ctx, product: Product, type: string, data: Record<string, unknown> = {}) {
  const { id: subject, version: seq } = product
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data }])
}

const todayOf = (c: Ctx) => dateIn(c.env.ZONE, c.var.now)

/** The product of the path, among those of the actor's enterprises. */
async function ownProduct(c: Ctx) {
  const [rows] = await read(c.var.db, [
    queries.findOwnProduct(c.var.db, c.req.param('id') ?? '', c.var.scope),
  ])
  return queries.productOf(found(rows[0], 'product'))
}

export const productsOfEnterprises = new Hono<HonoEnv>()
  .get(
    '/:slug/products',
    about('All products of an enterprise of yours, newest first', OwnProducts),
    allow('product.manage'),
    parseQuery(requests.OwnProductsQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const slug = c.req.param('slug')
      const page = { slug, scope, before: after?.[0], limit: limit + 1 }
      const [organizations, rows] = await read(db, [
        findOwnOrganization(db, slug, scope),
        queries.listOwnProducts(db, page),
      ])
      found(organizations[0], 'enterprise')
      const { rows: shown, next } = paged(rows, limit, (row) => [row.key])
      const items = shown.map(queries.productOf)
      return c.json({ items: items.map((one) => describeProduct(one, todayOf(c))), next })
    },
  )
  .get(
    '/:slug/products/:id',
    about('A product of an enterprise of yours', OwnProduct),
    allow('product.manage'),
    async (c) => {
      return c.json(describeProduct(await ownProduct(c), todayOf(c)))
    },
  )
  .post(
    '/:slug/products',
    about('Draft a product with its variants', OwnProduct, 201),
    allow('product.manage'),
    once(),
    parseJson(requests.NewProductRequest),
    async (c) => {
      const { db, scope, now, newId } = c.var
      const { variants: wanted, options, ...description } = c.req.valid('json')
      const base = slugFrom(description.title)
      const [organizations, surroundings] = await read(db, [
        findOwnOrganization(db, c.req.param('slug'), scope),
        queries.findSurroundings(db, { category: description.category, slug: base }),
      ])
      const enterprise = found(organizations[0], 'enterprise')
      const { words, taken } = found(surroundings[0], 'enterprise')
      refuseUnknownCategory(words)

      const id = newId()
      const product = draftProduct(description, {
        id,
        slug: freeSlug(base || id, JSON.parse(taken) as string[]),
        enterpriseId: enterprise.id,
        createdAt: now,
        options,
        variants: replaceVariants([], wanted, { productId: id, newId }),
      })

      const body = describeProduct({ product, photos: [] }, todayOf(c))
      await commit(
        c,
        [
          queries.insertProduct(db, product),
          ...insertVariants(db, product.variants),
          queries.learnWords(db, [product.title, words ?? '']),
          eventOf(c, product, 'drafted', { title: product.title }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

export const products = new Hono<HonoEnv>()
  .patch(
    '/:id',
    about('Say something else about a product', OwnProduct),
    allow('product.manage'),
    parseJson(requests.EditProductRequest),
    async (c) => {
      const { db } = c.var
      const change = c.req.valid('json')
      const [rows, surroundings] = await read(db, [
        queries.findOwnProduct(db, c.req.param('id'), c.var.scope),
        queries.findSurroundings(db, { category: change.category ?? '', slug: '' }),
      ])
      const before = queries.productOf(found(rows[0], 'product'))
      const words = surroundings[0]?.words ?? null
      if (change.category !== undefined) refuseUnknownCategory(words)

      const product = editProduct(before.product, change)

      await commit(c, [
        queries.changeProduct(db, product),
        turnProduct(db, product.id, c.var.now),
        queries.learnWords(db, [product.title, words ?? '']),
        eventOf(c, product, 'edited', change),
      ])
      return c.json(describeProduct({ ...before, product }, todayOf(c)))
    },
  )
  .put(
    '/:id/status',
    about('List a product or hide it', OwnProduct),
    allow('product.manage'),
    parseJson(requests.ProductStatusRequest),
    async (c) => {
      const before = await ownProduct(c)

      const product = changeProductStatus(before.product, c.req.valid('json').status, c.var.now)

      await commit(c, [
        queries.changeStatusOfProduct(c.var.db, product),
        turnProduct(c.var.db, product.id, c.var.now),
        eventOf(c, product, product.status),
      ])
      return c.json(describeProduct({ ...before, product }, todayOf(c)))
    },
  )
  .put(
    '/:id/variants',
    about('Replace the variants of a product; those left out are set aside', OwnProduct),
    allow('product.manage'),
    parseJson(requests.VariantsRequest),
    async (c) => {
      const { db, newId } = c.var
      const whole = await ownProduct(c)
      const { product: before, photos } = whole

      const { options, variants: wanted } = c.req.valid('json')
      const variants = replaceVariants(before.variants, wanted, {
        ...{ productId: before.id, newId, photoIds: photos.map((one) => one.id) },
      })
      const product = replaceChoices(before, { options, variants })

      const offered = variants.filter((one) => !one.archived)
      await commit(c, [
        ...changeVariants(db, product, before.variants),
        eventOf(c, product, 'variants-replaced', { options, variants: offered }),
      ])
      return c.json(describeProduct({ ...whole, product }, todayOf(c)))
    },
  )

export const variants = new Hono<HonoEnv>().patch(
  '/:id/stock',
  about('Count or change the stock of a variant', StockAnswer),
  allow('product.manage'),
  parseJson(requests.StockRequest),
  async (c) => {
    const { db, scope } = c.var
    const variantId = c.req.param('id')
    const request = c.req.valid('json')
    const [rows] = await read(db, [queries.findProductOfVariant(db, variantId, scope)])
    const { product: before } = queries.productOf(found(rows[0], 'variant'))
    const variant = found(
      before.variants.find((one) => one.id === variantId),
      'variant',
    )

    const by = stockDifference(request, variant.stock)
    const product = { ...before, version: before.version + 1 }

    await commit(c, [
      ...queries.changeStock(db, [{ variantId, productId: product.id, by }]),
      queries.changeVersion(db, product),
      eventOf(c, product, 'stock-changed', { variantId, by, reason: request.reason }),
    ])
    return c.json({ variantId, productId: product.id, stock: variant.stock + by })
  },
)
