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
      refunds: [{ status: 'due', amount: 268_000, reference: null, kind: 'cancellation' }],
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

describe('POST /api/refunds/:id/transfer', () => {
  const refund = { reference: 'TRF 22/11 0815', sentOn: sold.today() }
  const cancelled = async () => {
    const order = await sold.aPaidOrder()
    const path = `/api/orders/${order.id}/cancellation`
    const { refunds } = expected(
      await order.shop.chair.post(path, { reason: 'Rusak saat dikemas' }),
      201,
    )
    return { ...order, path: `/api/refunds/${refunds[0].id}/transfer` }
  }

  it('records that the money has gone back, and tells the buyer', async () => {
    const order = await cancelled()
    const seen = expected(await order.operator.owner.get(`/api/orders/${order.id}`), 200)
    expect(seen.refunds).toMatchObject([{ amount: 268_000, status: 'due', deeds: ['transfer'] }])
    const sent = expected(await order.operator.owner.post(order.path, refund), 201)
    expect(sent).toMatchObject({ amount: 268_000, ...refund })
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(0)
    const said = await sold.rowsOf('SELECT template FROM outbox WHERE destination = ?', order.phone)
    expect(said.map((one) => one.template)).toContain('order-refunded')
    expect((await order.operator.owner.post(order.path, refund)).status).toBe(409)
  })

  it('is recorded once, whoever presses, fifty at once', async () => {
    const order = await cancelled()
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => order.operator.owner.post(order.path, refund)),
    )
    expect(asked.filter((one) => one.status === 201)).toHaveLength(1)
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(0)
  })

  it('is refused for a refund that is not there and for a day that has not come', async () => {
    const order = await cancelled()
    const nowhere = `/api/refunds/${order.id}/transfer`
    expect((await order.operator.owner.post(nowhere, refund)).status).toBe(404)
    const early = { ...refund, sentOn: '2026-11-23' }
    const answer = await order.operator.owner.post(order.path, early)
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/sentOn'])
  })

  it('is the treasurer’s', async () => {
    const order = await cancelled()
    const staff = await inviteAndJoin(order.operator.owner, order.operator.slug, 'staff')
    for (const other of [order.shop.chair, staff]) {
      expect((await other.post(order.path, refund)).status).toBe(403)
    }
  })
})
