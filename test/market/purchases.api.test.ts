import { beforeEach, describe, expect, it } from 'vitest'
import { aPurchase, withTariff } from '#test/support/basket'
import { Client, clock, type Json } from '#test/support/client'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import { anOperator, aPerson, expected } from '#test/support/world'

let weavers: Shop
let bag: Json

beforeEach(async () => {
  weavers = await withTariff(await aShop(await anOperator()))
  bag = await aProduct(weavers)
})

const stockOf = async (shop: Shop, product: Json) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/products/${product.id}`), 200)
    .stockTotal

describe('GET /api/purchases/{code}', () => {
  const read = (client: Client, { code }: Json, phone?: string) =>
    client.get(`/api/purchases/${code}${phone ? `?phone=${encodeURIComponent(phone)}` : ''}`)

  it('is open to the browser that placed it, to its number however spelled, and to its person', async () => {
    const ratna = await aPerson()
    const guest = new Client()
    const buyer = { phone: '0813-9000-0001' }
    const placed = await aPurchase([{ product: bag }], { buyer }, guest)
    expect((await read(guest, placed)).status).toBe(200)
    for (const phone of ['0813 9000 0001', '+62 813-9000-0001', '6281390000001']) {
      expect((await read(new Client(), placed, phone)).status).toBe(200)
    }
    const hers = await aPurchase([{ product: bag }], {}, ratna)
    expect((await read(ratna, hers)).status).toBe(200)
  })

  it('is closed to everybody else, as if there were none', async () => {
    const placed = await aPurchase([{ product: bag }])
    const stranger = await aPerson()
    for (const answer of [
      await read(new Client(), placed),
      await read(new Client(), placed, '0813-0000-9999'),
      await read(new Client(), placed, 'not a number'),
      await read(stranger, placed),
      await read(new Client(), { code: 'NOSUCH22' } as Json, '0813-9000-0001'),
    ]) {
      expect([answer.status, answer.body.slug]).toEqual([404, 'not-found'])
    }
  })

  it('lets nobody try numbers for long, and the buyer in again later', async () => {
    const buyer = { phone: '081390000001' }
    const placed = await aPurchase([{ product: bag }], { buyer })
    for (let n = 0; n < 10; n += 1) {
      expect((await read(new Client(), placed, `08130000${1000 + n}`)).status).toBe(404)
    }
    expect((await read(new Client(), placed, buyer.phone)).status).toBe(429)
    const before = clock.now
    clock.now += 16 * 60_000
    expect((await read(new Client(), placed, buyer.phone)).status).toBe(200)
    clock.now = before
  })
})

describe('POST /api/purchases/{code}/cancellation', () => {
  const cancel = (client: Client, { code }: Json) =>
    client.post(`/api/purchases/${code}/cancellation`)

  it('gives the goods back once, however often and from how many windows it is asked', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag, quantity: 2 }], {}, guest)
    expect(await stockOf(weavers, bag)).toBe(3)
    const answers = await Promise.all([1, 2, 3, 4].map(() => cancel(guest, placed)))
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 409)).toHaveLength(3)
    expect(await stockOf(weavers, bag)).toBe(5)
    const now = expected(await guest.get(`/api/purchases/${placed.code}`), 200)
    expect([now.status, now.orders![0]!.status]).toEqual(['cancelled', 'cancelled'])
  })

  it('is refused once it is cancelled', async () => {
    const guest = new Client()
    const placed = await aPurchase([{ product: bag }], {}, guest)
    expected(await cancel(guest, placed), 201)
    expect((await cancel(guest, placed)).body.slug).toBe('illegal-transition')
  })

  it('is nobody’s but the buyer’s', async () => {
    const placed = await aPurchase([{ product: bag }])
    expect((await cancel(new Client(), placed)).status).toBe(404)
    expect((await cancel(weavers.chair, placed)).status).toBe(404)
  })
})
