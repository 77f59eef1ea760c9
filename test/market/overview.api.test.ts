import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { anEnterprise } from '#test/support/shop'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

describe('GET /api/overview', () => {
  it('says what waits for the operator, and how much money', async () => {
    const done = await sold.aCompletedOrder()
    const { owner } = done.operator
    const { purchase } = await sold.aPurchase([done])
    const open = await sold.aPaidOrder(done)
    const cancelled = await sold.aPaidOrder(done)
    const path = `/api/orders/${cancelled.id}/cancellation`
    expected(await done.shop.chair.post(path, { reason: 'Habis' }), 201)
    await anEnterprise()
    const waiting = expected(await owner.get('/api/overview'), 200)
    expect(waiting).toEqual({
      payments: { count: 1, total: purchase.total, withProof: 0 },
      unmatched: { count: 0, total: 0 },
      payouts: { count: 1, total: 255_500 },
      refunds: { count: 1, total: cancelled.total },
      held: open.total,
      lateOrders: 0,
      oldSuspense: 0,
      openLosses: 0,
      organizationsPending: 1,
      messagesFailed: 0,
      lastAudit: null,
    })
    expected(await owner.post('/api/audits'), 201)
    expect((await owner.get('/api/overview')).body.lastAudit).toMatchObject({ clean: true })
  })

  it('counts what sellers have not sent in time', async () => {
    const order = await sold.aPaidOrder()
    clock.now += 4 * sold.DAY
    expect((await order.operator.owner.get('/api/overview')).body.lateOrders).toBe(1)
  })

  it('is the operator’s', async () => {
    const { shop } = await sold.aMarket()
    expect((await shop.chair.get('/api/overview')).status).toBe(403)
    expect((await new Client().get('/api/overview')).status).toBe(401)
  })
})
