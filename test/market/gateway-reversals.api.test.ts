import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import {
  aMarket,
  aPurchase,
  aStockedShop,
  balanceOf,
  DAY,
  rowsOf,
  until,
  type Market,
} from '#test/support/orders'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const { aBegunPayment, aGatewayPaid, become, bring, noticeOf } = gateways

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
const suspense = async () =>
  expected(await market.operator.owner.get('/api/payments/unmatched'), 200).items as Json[]
const stock = async () =>
  (await rowsOf('SELECT stock FROM variants WHERE id = ?', market.product.variants[0].id))[0].stock

describe('money that a gateway takes back', () => {
  const reversed = async (
    begun: { reference: string },
    status: string,
    back: number | null = null,
  ) => {
    await become(begun.reference, { status, back })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
  }

  it.each(['deny', 'chargeback', 'refund', 'cancel'])(
    'before the goods are sent cancels them, and they are back on the shelf (%s)',
    async (status) => {
      const paid = await aGatewayPaid(market, 'midtrans')
      await until('packing', { shop: market.shop, id: paid.purchase.orders[0].id })
      await reversed(paid, status)
      const { orders } = await purchaseOf(paid)
      expect(orders).toMatchObject([{ status: 'cancelled' }])
      expect(await stock()).toBe(50)
      expect(await clearing('midtrans')).toBe(0)
      expect(await balanceOf('refund-payable', paid.purchase.orders[0].id)).toBe(0)
      const due = expected(await market.operator.owner.get('/api/refunds/due'), 200)
      expect(due.items).toEqual([])
    },
  )

  it('after they were sent is the operator’s loss, and a task until she closes it', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    await until('shipment', { shop: market.shop, id: paid.purchase.orders[0].id })
    await reversed(paid, 'chargeback')
    expect((await purchaseOf(paid)).orders).toMatchObject([{ status: 'shipped' }])
    expect(0 - (await balanceOf('payment-losses', ''))).toBe(paid.purchase.total)
    const { owner } = market.operator
    const { items } = expected(await owner.get('/api/payment-losses'), 200)
    expect(items).toMatchObject([{ amount: paid.purchase.total, code: paid.purchase.code }])
    expect(expected(await owner.get('/api/overview'), 200).openLosses).toBe(1)
    const path = `/api/payment-losses/${items[0].id}/closing`
    expect((await owner.post(path, { note: '' })).status).toBe(400)
    expected(await owner.post(path, { note: 'Pembeli mengirim ulang uangnya.' }), 201)
    expect((await owner.post(path, { note: 'Sekali lagi.' })).status).toBe(409)
    expect(expected(await owner.get('/api/payment-losses'), 200).items).toEqual([])
    expect((await market.shop.chair.post(path, { note: 'Bukan saya.' })).status).toBe(403)
    expect((await market.shop.chair.get('/api/payment-losses')).status).toBe(403)
    expect((await owner.get('/api/payment-losses?status=lost')).status).toBe(400)
  })

  it('in part pays what is owed to the buyer anyway, and only that', async () => {
    const other = await aStockedShop(market.operator)
    const bought = await aPurchase([market, other], { method: 'midtrans' })
    const path = `/api/purchases/${bought.purchase.code}/gateway-payment`
    const begun = expected(await bought.buyer.post(path), 201) as { reference: string }
    await become(begun.reference, { status: 'settlement' })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    const [first] = bought.purchase.orders
    const cancelled = { reason: 'Bahan habis.' }
    const shop = [market.shop, other.shop].find((one) => one.slug === first.seller.slug)!
    expected(await shop.chair.post(`/api/orders/${first.id}/cancellation`, cancelled), 201)
    await reversed(begun, 'partial_refund', first.total)
    expect(await balanceOf('refund-payable', first.id)).toBe(0)
    expect(await balanceOf('payment-losses', '')).toBe(0)
    expect(await clearing('midtrans')).toBe(bought.purchase.total - first.total)
  })

  it('out of suspense leaves suspense', async () => {
    const begun = await aBegunPayment(market, 'midtrans')
    await become(begun.reference, { status: 'settlement', amount: 5_000 })
    expected(await bring('midtrans', await noticeOf(begun.reference)), 200)
    await reversed(begun, 'deny')
    expect(await suspense()).toMatchObject([{ status: 'returned', rest: 0 }])
    expect(await clearing('midtrans')).toBe(0)
  })

  it('is found out by the clock of the night, though nobody told', async () => {
    const paid = await aGatewayPaid(market, 'midtrans')
    await become(paid.reference, { status: 'deny' })
    await ring(2 * DAY)
    expect((await purchaseOf(paid)).orders).toMatchObject([{ status: 'cancelled' }])
  })
})
