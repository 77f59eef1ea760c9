import { describe, expect, it } from 'vitest'
import * as sold from '#test/support/orders'
import { expected, inviteAndJoin } from '#test/support/world'

const stockOf = async (variantId: string) =>
  (await sold.rowsOf('SELECT stock FROM variants WHERE id = ?', variantId))[0].stock

describe('POST /api/orders/:order/cancellation', () => {
  const reason = { reason: 'Bahan bakunya habis' }

  it('gives the goods back once and owes the buyer her money', async () => {
    const order = await sold.aPaidOrder()
    const variant = order.product.variants[0].id
    expect(await stockOf(variant)).toBe(48)
    const path = `/api/orders/${order.id}/cancellation`
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => order.shop.chair.post(path, reason)),
    )
    expect(asked.map((one) => one.status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(await stockOf(variant)).toBe(50)
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(268_000)
    expect(await sold.balanceOf('buyers-money', order.id)).toBe(0)
    const seen = expected(await order.buyer.get(`/api/orders/${order.code}`), 200)
    expect(seen).toMatchObject({
      status: 'cancelled',
      cancelReason: reason.reason,
      refund: { status: 'due', amount: 268_000, reference: null },
    })
  })

  it('is too late once it has been sent', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('shipment', order)
    const answer = await order.shop.chair.post(`/api/orders/${order.id}/cancellation`, reason)
    expect([answer.status, answer.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('leaves the other seller’s part of the purchase as it is', async () => {
    const market = await sold.aMarket()
    const other = await sold.aStockedShop(market.operator)
    const { purchase, buyer } = await sold.aPurchase([market, other])
    await sold.settle(market.operator, purchase)
    const [first, second] = purchase.orders
    const mine = first.seller.slug === market.shop.slug ? first : second
    const theirs = mine === first ? second : first
    expected(await market.shop.chair.post(`/api/orders/${mine.id}/cancellation`, reason), 201)
    expect((await buyer.get(`/api/orders/${theirs.code}`)).body.status).toBe('placed')
    expect(await sold.balanceOf('buyers-money', theirs.id)).toBe(268_000)
  })
})

describe('POST /api/orders/:order/refund', () => {
  const refund = { reference: 'TRF 22/11 0815', sentOn: sold.today() }
  const cancelled = async () => {
    const order = await sold.aPaidOrder()
    const path = `/api/orders/${order.id}/cancellation`
    expected(await order.shop.chair.post(path, { reason: 'Rusak saat dikemas' }), 201)
    return order
  }

  it('records that the money has gone back, and tells the buyer', async () => {
    const order = await cancelled()
    const path = `/api/orders/${order.id}/refund`
    expect((await order.operator.owner.get(`/api/orders/${order.id}`)).body.deeds).toEqual([
      'refund',
    ])
    const sent = expected(await order.operator.owner.post(path, refund), 201)
    expect(sent.refund).toEqual({ status: 'sent', amount: 268_000, ...refund })
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(0)
    const said = await sold.rowsOf('SELECT template FROM outbox WHERE destination = ?', order.phone)
    expect(said.map((one) => one.template)).toContain('order-refunded')
    expect((await order.operator.owner.post(path, refund)).status).toBe(409)
  })

  it('is refused where nothing is owed and for a day that has not come', async () => {
    const paid = await sold.aPaidOrder()
    expect((await paid.operator.owner.post(`/api/orders/${paid.id}/refund`, refund)).status).toBe(
      409,
    )
    const path = `/api/orders/${paid.id}/cancellation`
    expected(await paid.shop.chair.post(path, { reason: 'Habis' }), 201)
    const early = { ...refund, sentOn: '2026-11-23' }
    const answer = await paid.operator.owner.post(`/api/orders/${paid.id}/refund`, early)
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/sentOn'])
  })

  it('is the treasurer’s', async () => {
    const order = await cancelled()
    const staff = await inviteAndJoin(order.operator.owner, order.operator.slug, 'staff')
    for (const other of [order.shop.chair, staff]) {
      expect((await other.post(`/api/orders/${order.id}/refund`, refund)).status).toBe(403)
    }
  })
})
