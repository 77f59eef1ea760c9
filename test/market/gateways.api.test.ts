import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { KEYS, type Provider } from '#test/support/gateways/shared'
import { aMarket, aPurchase, balanceOf, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const { aBegunPayment, aGatewayPaid, bring, noticeOf } = gateways

let market: Market

beforeEach(async () => {
  await gateways.withGateways()
  market = await aMarket()
})
afterEach(() => gateways.withoutGateways())

const ring = async (after: number) => {
  clock.now += after
  await everyMinute(bindings(), clock.now)
}
const purchaseOf = async ({ buyer, purchase }: { buyer: Client; purchase: Json }) =>
  expected(await buyer.get(`/api/purchases/${purchase.code}`), 200)
const clearing = async (provider: string) => 0 - (await balanceOf('gateway-clearing', provider))

describe('a gateway', () => {
  it('transfers what it collected, and keeps a fee that is booked', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    const { owner } = market.operator
    const net = paid.purchase.total - 4_000
    const asked = {
      provider: 'midtrans',
      net,
      fee: 4_000,
      receivedOn: '2026-11-22',
      reference: 'GT 1',
    }
    expected(await owner.post('/api/gateway-transfers', asked), 201)
    expect((await owner.post('/api/gateway-transfers', asked)).status).toBe(409)
    expect((await owner.post('/api/gateway-transfers', { ...asked, net: 0 })).status).toBe(400)
    expect((await market.shop.chair.post('/api/gateway-transfers', asked)).status).toBe(403)
    expect(await clearing('midtrans')).toBe(0)
    expect(0 - (await balanceOf('gateway-fees', ''))).toBe(4_000)
    expect(0 - (await balanceOf('bank', ''))).toBe(net)
    const { held } = expected(await owner.get('/api/gateway-payments'), 200)
    expect(held).toEqual([{ provider: 'midtrans', amount: 0 }])
  })

  it('is there only where it is configured', async () => {
    gateways.withoutGateways()
    expect((await aPurchaseBy('midtrans')).status).toBe(422)
    expect((await bring('midtrans', { headers: {}, body: '{}' })).status).toBe(404)
  })

  it('tells of what we do not know, which is kept and answered', async () => {
    const begun = await aBegunPayment(market, 'xendit')
    const unknown = await noticeOf(begun.reference, { as: 'NONE-1' })
    expect(expected(await bring('xendit', unknown), 200).outcome).toBe('unknown-payment')
    const nonsense = { headers: { 'x-callback-token': KEYS.xenditToken }, body: '{"event":"x"}' }
    expect(expected(await bring('xendit', nonsense), 200).outcome).toBe('unreadable')
    const huge = { ...nonsense, body: JSON.stringify({ x: 'y'.repeat(70_000) }) }
    expect((await bring('xendit', huge)).status).toBe(413)
  })

  it('is not paid for what is not open, or not by strangers', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    const path = `/api/purchases/${begun.purchase.code}`
    expect((await new Client().post(`${path}/gateway-payment`)).status).toBe(404)
    expect((await new Client().post(`${path}/gateway-check`)).status).toBe(404)
    expected(await begun.buyer.post(`${path}/cancellation`), 201)
    expect((await begun.buyer.post(`${path}/gateway-payment`)).status).toBe(409)
    const other = await aPurchase([market])
    const transfer = `/api/purchases/${other.purchase.code}`
    expect((await other.buyer.post(`${transfer}/gateway-payment`)).status).toBe(409)
    expect((await other.buyer.post(`${transfer}/gateway-check`)).status).toBe(404)
  })

  it('shows its payments to the operator alone', async () => {
    const { chair } = market.shop
    expect((await chair.get('/api/gateway-payments')).status).toBe(403)
    expect((await market.operator.owner.get('/api/gateway-payments?limit=0')).status).toBe(400)
    expect((await chair.post('/api/gateway-payments/none/check')).status).toBe(403)
    const none = '/api/gateway-payments/none/check'
    expect((await market.operator.owner.post(none)).status).toBe(404)
  })

  it('leaves an attempt behind when it does not answer, and the next one goes on', async () => {
    const { purchase, buyer } = await aPurchase([market], { method: 'midtrans' })
    const path = `/api/purchases/${purchase.code}/gateway-payment`
    await gateways.control('behaviour', { failing: 1 })
    expect((await buyer.post(path)).status).toBe(503)
    const { reference } = expected(await buyer.post(path), 201)
    expect(reference).toBe(`${purchase.code}-2`)
    await ring(6 * 60_000)
    expect(await purchaseOf({ buyer, purchase })).toMatchObject({ status: 'pending' })
  })
})

async function aPurchaseBy(method: Provider) {
  const buyer = new Client()
  const line = { variantId: market.product.variants[0].id, quantity: 1 }
  expected(await buyer.post('/api/carts/current/lines', line), 201)
  return buyer.post('/api/purchases', {
    buyer: { name: 'Ratna Pembeli', phone: '081234567890' },
    address: null,
    method,
    deliveries: [{ enterpriseId: market.shop.id, delivery: 'pickup' }],
    expected: { goodsTotal: 125_000, shippingTotal: 0 },
  })
}
