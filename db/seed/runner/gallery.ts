// The pictures of the demo network's products, drawn ahead of their turn and no more at once than
// this machine has processors to spare.

import { availableParallelism } from 'node:os'
import sharp from 'sharp'
import type { EnterpriseStory, ProductStory } from '#db/seed/network/story'
import { drawPicture, renderPicture } from '#db/seed/pictures'

/** A photo as a browser sends it: a form of its sizes and its mean colour. */
export type Gallery = (slug: string) => Promise<FormData>

type Shown = { readonly shop: EnterpriseStory; readonly product: ProductStory }

/** Begins to draw at once, in this order. */
export function openGallery(shown: readonly Shown[]): Gallery {
  const waiting = [...shown]
  const photos = new Map(
    shown.map(({ product }) => [product.slug, Promise.withResolvers<FormData>()]),
  )
  const draw = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const photo = photos.get(one.product.slug)
      await photoOf(one).then(photo?.resolve, photo?.reject)
    }
  }
  // One for the database, one for whoever asks it, and the others draw, each a picture at a time.
  sharp.concurrency(1)
  for (let hand = 2; hand < Math.max(3, availableParallelism()); hand++) void draw()
  return (slug) => photos.get(slug)?.promise ?? Promise.reject(new Error(`No picture of ${slug}.`))
}

async function photoOf({ shop, product }: Shown): Promise<FormData> {
  const sizes = await renderPicture(drawPicture(product.slug, product.picture, shop.scene))
  const form = new FormData()
  for (const [width, bytes] of sizes) {
    form.set(`w${width}`, new Blob([new Uint8Array(bytes)], { type: 'image/webp' }))
  }
  const share = await sharp(sizes.get(640)).jpeg({ quality: 72 }).toBuffer()
  form.set('share', new Blob([new Uint8Array(share)], { type: 'image/jpeg' }))
  form.set('color', await colourOf(sizes.get(320) ?? new Uint8Array()))
  return form
}

/** The mean colour, which a page shows until the picture has come. */
async function colourOf(picture: Uint8Array): Promise<string> {
  const one = await sharp(picture).resize(1, 1, { fit: 'fill' }).raw().toBuffer()
  return `#${one.subarray(0, 3).toString('hex')}`
}
