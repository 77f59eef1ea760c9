import { beforeEach, describe, expect, it } from 'vitest'
import { aPurchase, settle, withTariff } from '#test/support/basket'
import { Client, newKey, type Json } from '#test/support/client'
import { GPS, jpeg } from '#test/support/pictures'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, expected, type World } from '#test/support/world'

let operator: World<'owner' | 'treasurer' | 'staff'>
let shop: Shop
let bag: Json

beforeEach(async () => {
  operator = await anOperator(['treasurer', 'staff'])
  shop = await withTariff(await aShop(operator))
  bag = await aProduct(shop)
})

const picture = (width = 640) => {
  const bytes = jpeg({ width, height: 480, exif: true })
  return bytes.slice().buffer
}
const upload = (client: Client, { code }: Json, body: unknown = picture(), headers = {}) =>
  client.send('POST', `/api/purchases/${code}/proof`, body, {
    'content-type': 'image/jpeg',
    'idempotency-key': newKey(),
    ...headers,
  })
const waiting = async () =>
  expected(await operator.staff.get('/api/payments'), 200).items as unknown as Json[]

describe('POST /api/purchases/{code}/proof', () => {
  it('brings a purchase to the front of the treasurer’s list and pays nothing', async () => {
    const [early, late] = [new Client(), new Client()]
    await aPurchase([{ product: bag }], {}, early)
    const proven = await aPurchase([{ product: bag }], {}, late)
    expected(await upload(late, proven), 201)
    const [first, second] = await waiting()
    expect([first!.code, first!.status, first!.proofs!.length]).toEqual([proven.code, 'pending', 1])
    expect(second!.proofs).toEqual([])
    const { proofAt, status } = expected(await late.get(`/api/purchases/${proven.code}`), 200)
    expect([typeof proofAt, status]).toEqual(['string', 'pending'])
  })

  it('stores one picture of one key, however often it is sent', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    const key = { 'idempotency-key': newKey() }
    const first = expected(await upload(guest, placed, picture(), key), 201)
    expect(expected(await upload(guest, placed, picture(), key), 201).id).toBe(first.id)
    expect((await waiting())[0]!.proofs).toHaveLength(1)
  })

  it('shows the treasurer that the same picture came for another purchase', async () => {
    const [one, other] = [new Client(), new Client()]
    const first = await aPurchase([{ product: bag }], {}, one)
    const second = await aPurchase([{ product: bag }], {}, other)
    expected(await upload(one, first), 201)
    expected(await upload(other, second), 201)
    const [a, b] = await waiting()
    expect([a!.proofs![0]!.alsoAt, b!.proofs![0]!.alsoAt].flat().sort()).toEqual(
      [first.code, second.code].sort(),
    )
  })

  it('takes pictures alone, five of them, and none once it is paid', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    const page = new TextEncoder().encode('<script>alert(1)</script>'.repeat(9)).buffer
    expect((await upload(guest, placed, page)).body.slug).toBe('picture-refused')
    for (let n = 0; n < 5; n += 1) expected(await upload(guest, placed, picture(640 + n)), 201)
    expect((await upload(guest, placed, picture(700))).body.slug).toBe('outside-limits')
    expected(await settle(operator.treasurer, placed), 201)
    expect((await upload(guest, placed, picture(701))).body.slug).toBe('illegal-transition')
  })

  it('is the buyer’s to send', async () => {
    const placed = await aPurchase([{ product: bag }])
    expect((await upload(new Client(), placed)).status).toBe(404)
    expect((await upload(shop.chair, placed)).status).toBe(404)
  })
})

describe('GET /api/purchases/{id}/proofs/{proofId}', () => {
  it('hands the operator’s people the picture, never to be kept, without where it was made', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    const { id } = expected(await upload(guest, placed), 201)
    const answer = await operator.staff.get(`/api/purchases/${placed.id}/proofs/${id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { bytes } = (await waiting())[0]!.proofs![0]!
    expect(Number(bytes)).toBeLessThan(picture().byteLength - GPS.length)
  })

  it('finds no proof under another purchase', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    const other = await aPurchase([{ product: bag }])
    const { id } = expected(await upload(guest, placed), 201)
    expect((await operator.staff.get(`/api/purchases/${other.id}/proofs/${id}`)).status).toBe(404)
  })

  it('is shown to nobody else, the buyer included', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    const { id } = expected(await upload(guest, placed), 201)
    const path = `/api/purchases/${placed.id}/proofs/${id}`
    expect((await guest.get(path)).status).toBe(401)
    expect((await shop.chair.get(path)).status).toBe(403)
  })
})
