import { beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import { aMarket, aPurchase, until, type Market } from '#test/support/orders'
import { STATIC_QRIS } from '#test/support/qris'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'
import { readQris } from '#worker/market/paying/qris/qris'

let market: Market

beforeEach(async () => void (market = await aMarket()))

const useQris = async () =>
  expected(
    await market.operator.owner.put('/api/qris-codes/current', { payload: STATIC_QRIS }),
    200,
  )
const offerCod = async (more: Record<string, unknown> = {}, shop = market.shop) => {
  const terms = { offered: true, most: 1_000_000, areas: [], ...more }
  return expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
}
const paymentOf = async (buyer: Client, code: string) =>
  expected(await buyer.get(`/api/purchases/${code}/payment`), 200)
const ring = async (after: number) => {
  clock.now += after
  await everyMinute(bindings(), clock.now)
}

describe('the operator’s QRIS code', () => {
  it('is read, kept, shown decoded, and taken out of use', async () => {
    const { owner } = market.operator
    const read = expected(
      await owner.post('/api/qris-codes/reading', { payload: STATIC_QRIS }),
      200,
    )
    expect(read).toMatchObject({ merchant: 'KOPERASI CONTOH', city: 'SLEMAN' })
    expect(expected(await owner.get('/api/qris-codes/current'), 200)).toEqual({ code: null })
    await useQris()
    expect(expected(await owner.get('/api/qris-codes/current'), 200).code).toEqual(read)
    expected(await owner.delete('/api/qris-codes/current'), 200)
    expect((await owner.delete('/api/qris-codes/current')).status).toBe(404)
  })

  it('is refused with the reason, in the language asked for', async () => {
    const { owner } = market.operator
    const broken = { payload: STATIC_QRIS.replace('SLEMAN', 'SLEMEN') }
    const path = '/api/qris-codes/current'
    const said = async (language: string) =>
      (await owner.put(path, broken, { 'accept-language': language })).body.errors[0].detail
    expect(await said('id')).toContain('salah salin')
    expect(await said('en')).toContain('copied wrongly')
    expect((await owner.post('/api/qris-codes/reading', broken)).status).toBe(400)
  })

  it('is the treasurer’s to change and the operator’s people’s to see', async () => {
    const { chair } = market.shop
    expect((await chair.put('/api/qris-codes/current', { payload: STATIC_QRIS })).status).toBe(403)
    expect((await chair.get('/api/qris-codes/current')).status).toBe(403)
    expect((await chair.delete('/api/qris-codes/current')).status).toBe(403)
    const reading = await new Client().post('/api/qris-codes/reading', { payload: STATIC_QRIS })
    expect(reading.status).toBe(401)
  })
})

describe('a purchase paid by QRIS', () => {
  it('has a code with exactly its total, for an hour, as a picture too', async () => {
    await useQris()
    const { purchase, buyer } = await aPurchase([market], { method: 'qris' })
    expect(Date.parse(purchase.expiresAt) - Date.parse(purchase.placedAt)).toBe(3_600_000)
    const { qris, total } = await paymentOf(buyer, purchase.code)
    expect(readQris(qris.payload)).toMatchObject({
      kind: 'dynamic',
      amount: String(total),
      merchant: 'KOPERASI CONTOH',
    })
    expect(purchase.total - purchase.uniqueCode).toBe(purchase.goodsTotal + purchase.shippingTotal)
    const picture = await buyer.get(`/api/purchases/${purchase.code}/qris.svg`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect((await new Client().get(`/api/purchases/${purchase.code}/qris.svg`)).status).toBe(404)
  })

  it('is matched like a transfer, and expires after its hour', async () => {
    await useQris()
    const { purchase } = await aPurchase([market], { method: 'qris' })
    const received = { amount: purchase.total, receivedOn: '2026-11-22', reference: 'QR 1' }
    const path = `/api/purchases/${purchase.id}/settlement`
    expected(await market.operator.owner.post(path, received), 201)
    const other = await aPurchase([market], { method: 'qris' })
    await ring(3_600_001)
    const shown = expected(await other.buyer.get(`/api/purchases/${other.purchase.code}`), 200)
    expect(shown.status).toBe('expired')
    expect((await other.buyer.get(`/api/purchases/${other.purchase.code}/qris.svg`)).status).toBe(
      404,
    )
  })

  it('is not offered above ten million, nor without a code', async () => {
    const asked = async (total: number) => {
      const path = `/api/payment-methods?total=${total}`
      return expected(await new Client().get(path), 200).items as Json[]
    }
    expect((await asked(50_000)).map((one) => one.method)).toEqual(['transfer'])
    await useQris()
    expect(await asked(50_000)).toMatchObject([{ why: null }, { method: 'qris', why: null }])
    expect((await asked(10_000_000))[1].why).toContain('10')
    expect((await new Client().get('/api/payment-methods?total=-1')).status).toBe(400)
  })
})

describe('another way to pay', () => {
  const change = (buyer: Client, code: string, method: string, headers = {}) =>
    buyer.post(`/api/purchases/${code}/method`, { method }, headers)

  it('is chosen while the purchase is open', async () => {
    await useQris()
    await offerCod()
    const { purchase, buyer } = await aPurchase([market])
    expect((await paymentOf(buyer, purchase.code)).offers.map((one: Json) => one.method)).toEqual([
      'qris',
      'cod',
    ])
    const key = { 'idempotency-key': newKey() }
    const answers = [
      expected(await change(buyer, purchase.code, 'qris', key), 201),
      expected(await change(buyer, purchase.code, 'qris', key), 201),
    ]
    expect(answers[1]).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ method: 'qris', total: purchase.total })
    const cod = expected(await change(buyer, purchase.code, 'cod'), 201)
    expect(cod).toMatchObject({ status: 'accepted', total: purchase.total - purchase.uniqueCode })
    expect((await change(buyer, purchase.code, 'transfer')).status).toBe(409)
    await until('delivery', { shop: market.shop, id: purchase.orders[0].id })
  })

  it('is refused when it is not there, to strangers, and when its hour is over', async () => {
    const { purchase, buyer } = await aPurchase([market])
    expect((await change(buyer, purchase.code, 'qris')).status).toBe(422)
    expect((await change(buyer, purchase.code, 'barter')).status).toBe(400)
    expect((await change(new Client(), purchase.code, 'transfer')).status).toBe(404)
    expect((await new Client().get(`/api/purchases/${purchase.code}/payment`)).status).toBe(404)
    await useQris()
    await ring(2 * 3_600_000)
    const late = await change(buyer, purchase.code, 'qris')
    expect([late.status, late.body.slug]).toEqual([409, 'payment-expired'])
  })
})
