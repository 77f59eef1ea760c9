import { afterEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, type Json } from '#test/support/client'
import { GPS, jpeg, pngOf, webpLossy } from '#test/support/pictures'
import { aDraft, anEnterprise, aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'
import { timeOrderedId } from '#worker/kernel/id'

const guest = new Client()
const now = clock.now
afterEach(() => {
  clock.now = now
})
const body = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer
const add = (shop: Shop, product: Json, picture: ArrayBuffer | FormData) =>
  shop.chair.send('POST', `/api/products/${product.id}/photos`, picture)
const photosOf = (answer: Json) => answer.photos as unknown as { id: string }[]

const sizes = (large: Uint8Array, small: Uint8Array, color = '#a1b2c3') => {
  const form = new FormData()
  form.set('w960', new Blob([body(large)], { type: 'image/webp' }), 'IMG_0001.webp')
  form.set('w320', new Blob([body(small)], { type: 'image/webp' }), 'small.webp')
  form.set('color', color)
  return form
}
const stored = async (id: string, width: number) => {
  const object = await bindings().FILES.get(`photos/${id}/${width}`)
  return object && new TextDecoder('latin1').decode(await object.arrayBuffer())
}

describe('POST /api/products/{id}/photos', () => {
  it('keeps a photo in its sizes; the first is the face of the product', async () => {
    const shop = await aShop(await anOperator())
    const product = await aProduct(shop)
    const answer = expected(
      await add(shop, product, sizes(webpLossy(960, 720), webpLossy(320, 240))),
      201,
    )
    const [photo] = photosOf(answer)
    expect(photo).toMatchObject({ width: 960, height: 720, color: '#a1b2c3' })
    const { items } = expected(await guest.get('/api/products'), 200)
    expect(items?.[0]?.photo).toEqual({ id: photo?.id, color: '#a1b2c3' })
  })

  it('keeps a picture that every chat can show; without one the network shows its own', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    const form = sizes(webpLossy(960, 720), webpLossy(320, 240))
    form.set(
      'share',
      new Blob([body(jpeg({ width: 640, height: 480 }))], { type: 'image/jpeg' }),
      's',
    )
    const [shared] = photosOf(expected(await add(shop, product, form), 201))
    const shown = await guest.get(`/files/photos/${shared!.id}/share`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const without = sizes(webpLossy(960, 720), webpLossy(320, 240))
    const [, webp] = photosOf(expected(await add(shop, product, without), 201))
    const own = await guest.get(`/files/photos/${webp!.id}/share`)
    expect([own.status, own.headers.get('location')]).toEqual([302, '/share.png'])
    form.set('share', new Blob([body(webpLossy(640, 480))], { type: 'image/webp' }), 's')
    expect((await add(shop, product, form)).body.slug).toBe('picture-refused')
    expect((await guest.get('/files/photos/nothing/share')).status).toBe(404)
  })

  it('takes a picture as it comes from a camera, without what the camera wrote into it', async () => {
    const shop = await anEnterprise()
    const picture = jpeg({ width: 800, height: 600, exif: true, comment: GPS })
    const [photo] = photosOf(expected(await add(shop, await aDraft(shop), body(picture)), 201))
    const bytes = await stored(photo!.id, 960)
    expect(bytes).toContain('pixels')
    expect(bytes).not.toContain(GPS)
  })

  it('refuses what is no picture, what differs in its sizes, and the ninth', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    const html = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    for (const wrong of [
      body(html),
      sizes(webpLossy(960, 720), webpLossy(320, 320)),
      new FormData(),
    ]) {
      const answer = await add(shop, product, wrong)
      expect([answer.status, answer.body.slug]).toEqual([422, 'picture-refused'])
    }
    for (let n = 0; n < 8; n += 1) expected(await add(shop, product, body(pngOf(90, 90))), 201)
    expect((await add(shop, product, body(pngOf(90, 90)))).status).toBe(422)
    expect((await bindings().FILES.list()).objects).toHaveLength(8)
  })

  it('is for its own seller', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const product = await aDraft(mine)
    expect((await add(other, product, body(pngOf(90, 90)))).status).toBe(404)
    const path = `/api/products/${product.id}/photos`
    expect((await guest.send('POST', path, body(pngOf(90, 90)))).status).toBe(401)
  })
})

describe('PUT /api/products/{id}/photos', () => {
  it('puts them in order; the first becomes the face', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    for (let n = 0; n < 3; n += 1) expected(await add(shop, product, body(pngOf(90, 90 + n))), 201)
    const own = `/api/enterprises/${shop.slug}/products/${product.id}`
    const before = photosOf(expected(await shop.chair.get(own), 200)).map((one) => one.id)
    const order = before.toReversed()
    expected(await shop.chair.put(`/api/products/${product.id}/photos`, { order }), 200)
    expect(photosOf(expected(await shop.chair.get(own), 200)).map((one) => one.id)).toEqual(order)
  })

  it('refuses an order that leaves one out, and strangers', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const product = await aDraft(mine)
    expected(await add(mine, product, body(pngOf(90, 90))), 201)
    const path = `/api/products/${product.id}/photos`
    expect((await mine.chair.put(path, { order: [] })).body.slug).toBe('outdated')
    expect((await other.chair.put(path, { order: [] })).status).toBe(404)
    expect((await guest.put(path, { order: [] })).status).toBe(401)
  })
})

describe('DELETE /api/products/{id}/photos/{photoId}', () => {
  it('takes a photo away; the next becomes the face', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    expected(await add(shop, product, body(pngOf(90, 90))), 201)
    const both = photosOf(expected(await add(shop, product, body(pngOf(91, 90))), 201))
    const path = `/api/products/${product.id}/photos`
    const left = photosOf(expected(await shop.chair.delete(`${path}/${both[0]!.id}`), 200))
    expect(left.map((one) => one.id)).toEqual([both[1]!.id])
    expect(photosOf(expected(await shop.chair.delete(`${path}/${left[0]!.id}`), 200))).toEqual([])
    expect((await shop.chair.delete(`${path}/${left[0]!.id}`)).status).toBe(404)
  })

  it('is for its own seller', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const product = await aDraft(mine)
    const [photo] = photosOf(expected(await add(mine, product, body(pngOf(90, 90))), 201))
    const path = `/api/products/${product.id}/photos/${photo!.id}`
    expect((await other.chair.delete(path)).status).toBe(404)
    expect((await guest.delete(path)).status).toBe(401)
  })
})

describe('the store of pictures', () => {
  const at = (hour: number, minute: number) => Date.UTC(2026, 10, 23, hour, minute)
  const names = async () => (await bindings().FILES.list()).objects.map((one) => one.key)

  it('loses what never got its row, a day later, and nothing else', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    const [photo] = photosOf(expected(await add(shop, product, body(pngOf(90, 90))), 201))
    const orphan = timeOrderedId(clock.now, (n) => new Uint8Array(n))
    await bindings().FILES.put(`photos/${orphan}/960`, 'left behind')
    await bindings().FILES.put('proofs/any', 'kept')
    await everyMinute(bindings(), at(2, 20))
    expect(await names()).toHaveLength(3)
    clock.now = at(4, 20)
    await everyMinute(bindings(), clock.now)
    expect(await names()).toEqual([`photos/${photo!.id}/960`, 'proofs/any'])
  })

  it('forgets a photo that its seller takes away', async () => {
    const shop = await anEnterprise()
    const product = await aDraft(shop)
    const sent = sizes(webpLossy(960, 720), webpLossy(320, 240))
    const [photo] = photosOf(expected(await add(shop, product, sent), 201))
    expect(await names()).toHaveLength(2)
    expected(await shop.chair.delete(`/api/products/${product.id}/photos/${photo!.id}`), 200)
    expect(await names()).toEqual([])
  })
})

describe('GET /files/photos/{id}/{width}', () => {
  it('serves a picture for ever, in the size asked for or the next larger', async () => {
    const shop = await anEnterprise()
    const sent = sizes(webpLossy(960, 720), webpLossy(320, 240))
    const [photo] = photosOf(expected(await add(shop, await aDraft(shop), sent), 201))
    for (const width of [960, 640, 320]) {
      const { status, headers } = await guest.get(`/files/photos/${photo!.id}/${width}`)
      expect({ width, status }).toEqual({ width, status: 200 })
      expect(headers.get('content-type')).toBe('image/webp')
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  it('knows no other name and no other size', async () => {
    const id = '019a0000-0000-7000-8000-000000000000'
    for (const path of [`${id}/960`, `${id}/500`, '..%2Fproofs/960', 'x/960']) {
      expect((await guest.get(`/files/photos/${path}`)).status).toBe(404)
    }
  })
})
