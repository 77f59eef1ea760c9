/** Photos of products: added, ordered and taken away by the seller, served to everyone. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { describeProduct, OwnProduct } from '#worker/market/offering/products/answers'
import type { Product } from '#worker/market/offering/products/product'
import {
  findOwnProduct,
  productOf,
  type ProductRow,
} from '#worker/market/offering/products/queries'
import * as photo from '#worker/market/offering/photos/photo'
import * as queries from '#worker/market/offering/photos/queries'
import { PhotoOrderRequest, photoFrom } from '#worker/market/offering/photos/requests'
import { forgetPhoto } from '#worker/market/offering/variants/queries'
import { firstPicture, putPicture } from '#worker/providers/pictures'

async function ownProduct(c: Ctx) {
  const [rows] = await read(c.var.db, [
    findOwnProduct(c.var.db, c.req.param('id') ?? '', c.var.scope),
  ])
  return nextOf(rows[0])
}

/** A product with the version that it is about to have. */
function nextOf(row: ProductRow | undefined) {
  const whole = productOf(found(row, 'product'))
  const { product } = whole
  return { ...whole, product: { ...product, version: product.version + 1 } }
}

const todayOf = (c: Ctx) => dateIn(c.env.ZONE, c.var.now)

function eventOf(c: Ctx, product: Product, type: string, data: Record<string, unknown>) {
  const { id: subject, version: seq } = product
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data }])
}

export const photosOfProducts = new Hono<HonoEnv>()
  .post(
    '/:id/photos',
    about('Add a photo: the body is a JPEG, PNG or WebP, or a form of its sizes', OwnProduct, 201),
    allow('product.manage'),
    async (c) => {
      const { db, newId, now } = c.var
      const { sizes, share, color } = await photoFrom(c.req.raw)
      const whole = await ownProduct(c)
      const { product, photos } = whole

      const added = photo.addPhoto(photos, sizes, {
        ...{ id: newId(), productId: product.id, color, createdAt: now },
      })

      // Before the row that names them: a picture without a row is swept, a row without one is a hole.
      await Promise.all([
        ...photo.WIDTHS.flatMap((width) => {
          const picture = sizes[width]
          return picture ? [putPicture(c.env.FILES, photo.pathOf(added.id, width), picture)] : []
        }),
        ...(share ? [putPicture(c.env.FILES, photo.sharePathOf(added.id), share)] : []),
      ])
      await commit(c, [
        queries.insertPhoto(db, added),
        queries.changeFace(db, photos[0] ?? added, product),
        eventOf(c, product, 'photo-added', { photoId: added.id }),
      ])
      return c.json(describeProduct({ ...whole, photos: [...photos, added] }, todayOf(c)), 201)
    },
  )
  .put(
    '/:id/photos',
    about('Put the photos of a product in order; the first is its face', OwnProduct),
    allow('product.manage'),
    parseJson(PhotoOrderRequest),
    async (c) => {
      const { db } = c.var
      const whole = await ownProduct(c)
      const { product, photos } = whole

      const ordered = photo.orderPhotos(photos, c.req.valid('json').order)

      await commit(c, [
        queries.changePositions(db, ordered),
        queries.changeFace(db, ordered[0], product),
        eventOf(c, product, 'photos-ordered', { order: ordered.map((one) => one.id) }),
      ])
      return c.json(describeProduct({ ...whole, photos: ordered }, todayOf(c)))
    },
  )
  .delete(
    '/:id/photos/:photoId',
    about('Take a photo away', OwnProduct),
    allow('product.manage'),
    async (c) => {
      const { db } = c.var
      const { id, photoId } = c.req.param()
      const [rows, orders] = await read(db, [
        findOwnProduct(db, id, c.var.scope),
        queries.findOrderWith(db, id, photoId),
      ])
      const whole = nextOf(rows[0])
      const { product, photos } = whole

      const left = photo.removePhoto(photos, photoId)

      await commit(c, [
        queries.changeFace(db, left[0], product),
        forgetPhoto(db, product.id, photoId),
        queries.deletePhoto(db, photoId),
        eventOf(c, product, 'photo-removed', { photoId }),
      ])
      // An order keeps showing what was bought.
      if (orders.length === 0) await c.env.FILES.delete(photo.pathsOf(photoId))
      return c.json(describeProduct({ ...whole, photos: left }, todayOf(c)))
    },
  )

/** A name is given once and never to another picture, so whoever has it may keep it. */
const FOREVER = 'public, max-age=31536000, immutable'

/** Mounted before anything looks at who asks: a picture costs no trip to the database. */
export const photoFiles = new Hono<HonoEnv>()
  .get(
    '/photos/:id/share',
    about(
      'A photo for previews in chats, JPEG or PNG; the picture of the network if there is none',
      null,
    ),
    allow('public'),
    async (c) => {
      const id = c.req.param('id')
      const widths = photo.WIDTHS.map((width) => photo.pathOf(id, width))
      const paths = photo.ID.test(id) ? [photo.sharePathOf(id), ...widths] : []
      const stored = found(await firstPicture(c.env.FILES, paths), 'photo')
      // WebP is drawn by some chats only; a preview without the photo is better than none.
      if (stored.type === 'image/webp') return c.redirect('/share.png', 302)
      return stored.answer({ 'cache-control': FOREVER, 'content-disposition': 'inline' })
    },
  )
  .get(
    '/photos/:id/:width{[0-9]+}',
    about('A photo, as wide as 960, 640 or 320 pixels', null),
    allow('public'),
    async (c) => {
      const [id, width] = [c.req.param('id'), Number(c.req.param('width'))]
      const widths = photo.isWidth(width) && photo.ID.test(id) ? photo.widthsFrom(width) : []
      const paths = widths.map((one) => photo.pathOf(id, one))
      const stored = found(await firstPicture(c.env.FILES, paths), 'photo')
      return stored.answer({
        'cache-control': FOREVER,
        'cross-origin-resource-policy': 'same-origin',
        'content-disposition': `inline; filename="${id}-${width}.${stored.type.slice(6)}"`,
      })
    },
  )
