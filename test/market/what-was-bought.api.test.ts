import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { aPayableMarket } from '#test/support/settling'
import { expected, signInAgain } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const PRICE = 125_000
/** Of every ten thousand, where no rule says otherwise. */
const COMMISSION_BPS = 500

describe('what was bought', () => {
  it('costs and earns what was said then, whatever weighs or costs more afterwards', async () => {
    const market = await aPayableMarket()
    const { shop, product, operator } = market
    const order = await sold.aPaidOrder(market)
    const [variant] = product.variants
    const seen = expected(await order.buyer.get(`/api/orders/${order.code}`), 200)

    // The parcel turns out heavier, the courier dearer, the goods dearer, the commission higher.
    const figures = { id: variant.id, name: variant.name, price: 190_000, weightGrams: 9_400 }
    const variants = [{ ...figures, stock: 40, stockSeen: variant.stock }]
    const path = `/api/products/${product.id}/variants`
    expected(await shop.chair.put(path, { variants }), 200)
    const row = { destination: '', firstKg: 95_000, nextKg: 95_000, daysFrom: 2, daysTo: 5 }
    const tariffs = { tariffs: [row] }
    expected(await shop.chair.put(`/api/enterprises/${shop.slug}/tariffs`, tariffs), 200)
    const rule = { scope: 'default', reference: '', bps: 1_500, since: sold.today() }
    expected(await operator.owner.post('/api/commission-rules', rule), 201)

    await sold.until('shipment', order)
    clock.now += 1000
    const done = expected(await order.buyer.post(`/api/orders/${order.code}/completion`), 201)
    expect([done.goodsTotal, done.shipping, done.total]).toEqual([
      seen.goodsTotal,
      seen.shipping,
      seen.total,
    ])

    const earned = 2 * PRICE + sold.SHIPPING - (2 * PRICE * COMMISSION_BPS) / 10_000
    const balance = expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)
    expect(balance.payable).toBe(earned)
    clock.now += 2 * sold.DAY
    await signInAgain(operator.owner)
    const due = expected(await operator.owner.get('/api/payouts/due'), 200)
    expect(due.items.map((one: { net: number }) => one.net)).toEqual([earned])
  })

  it('never stands on two lines of one quote, where each alone would be little enough', async () => {
    const at = await deal.aDeal(3)
    const twice = [
      { variantId: at.variantId, title: 'Tas anyaman', quantity: 2, note: '' },
      { variantId: at.variantId, title: 'Tas anyaman, pita merah', quantity: 2, note: '' },
    ]
    const lines = [1, 2].map((n) => ({ n, quantity: 2, unitPrice: 120_000 }))
    const { id } = await deal.asked(at, { lines: twice })
    const refused = await at.clerk.post(`/api/quotations/${id}/quote`, deal.quote({ lines }))
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/lines'])
  })

  it('leaves in one parcel no more often than it was ordered, though named twice', async () => {
    const order = await sold.aPaidOrder()
    await sold.until('packing', order)
    const parcel = {
      ...{ courier: 'JNE', trackingNumber: 'JP1234567890' },
      lines: [
        { n: 1, quantity: 2 },
        { n: 1, quantity: 1 },
      ],
    }
    const path = `/api/orders/${order.id}/shipment`
    const refused = await order.shop.chair.post(path, parcel)
    expect([refused.status, refused.body.slug]).toEqual([422, 'outside-limits'])
    const [{ n }] = await sold.rowsOf('SELECT count(*) AS n FROM shipments')
    expect(n).toBe(0)
  })

  it('is given up, and gone back, no more often than it was ordered, though named twice', async () => {
    const order = await sold.aPaidOrder()
    const lines = [
      { n: 1, quantity: 2 },
      { n: 1, quantity: 1 },
    ]
    const given = { lines, reason: 'Barangnya habis.' }
    const path = `/api/orders/${order.id}/refunds`
    const more = await order.shop.chair.post(path, given)
    expect([more.status, more.body.slug]).toEqual([422, 'outside-limits'])
    await sold.until('delivery', order)
    const back = { kind: 'different', reason: 'Warnanya lain.', lines }
    const asked = await order.buyer.post(`/api/orders/${order.code}/returns`, back)
    expect([asked.status, asked.body.slug]).toEqual([422, 'outside-limits'])
    const [{ n }] = await sold.rowsOf('SELECT count(*) AS n FROM refunds')
    expect(n).toBe(0)
  })
})
