import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aCodOrder, aPayableMarket } from '#test/support/settling'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

/** Of goods for Rp 250.000. */
const COMMISSION = 12_500
const EARNED = 255_500

const pay = (amount: number, more: object = {}) => ({
  ...{ amount, reference: 'Setoran 1', receivedOn: sold.today() },
  ...more,
})

const balanceOf = async ({ shop }: sold.Market) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)

describe('GET /api/receivables', () => {
  it('names who owes the commission of goods paid on delivery', async () => {
    const market = await aPayableMarket()
    await aCodOrder(market)
    const { items } = expected(await market.operator.owner.get('/api/receivables'), 200)
    expect(items).toMatchObject([
      { enterprise: { slug: market.shop.slug }, receivable: COMMISSION, payable: 0 },
    ])
    expect(await balanceOf(market)).toMatchObject({ payable: 0, receivable: COMMISSION, net: 0 })
    const path = `/api/enterprises/${market.shop.slug}/balance?of=seller-receivable`
    const { lines } = expected(await market.shop.chair.get(path), 200)
    expect(lines.items).toMatchObject([{ change: COMMISSION, balance: COMMISSION }])
  })

  it('refuses a place that is not one', async () => {
    const { operator } = await sold.aMarket()
    expect((await operator.owner.get('/api/receivables?after=x')).status).toBe(400)
  })

  it('is the operator’s', async () => {
    const { shop } = await sold.aMarket()
    expect((await shop.chair.get('/api/receivables')).status).toBe(403)
  })
})

describe('POST /api/receivables/:enterprise/payments', () => {
  it('lowers what she owes', async () => {
    const market = await aPayableMarket()
    await aCodOrder(market)
    const path = `/api/receivables/${market.shop.slug}/payments`
    const paid = expected(await market.operator.owner.post(path, pay(5_000)), 201)
    expect(paid.left).toBe(COMMISSION - 5_000)
    expect(await balanceOf(market)).toMatchObject({ receivable: COMMISSION - 5_000 })
  })

  it('refuses more than she owes, the same transfer twice, and a day to come', async () => {
    const market = await aPayableMarket()
    await aCodOrder(market)
    const path = `/api/receivables/${market.shop.id}/payments`
    const record = (body: object) => market.operator.owner.post(path, body)
    expect((await record(pay(COMMISSION + 1))).body.slug).toBe('account-overdrawn')
    const ahead = await record(pay(1_000, { receivedOn: '2099-01-01' }))
    expect(ahead.body.errors[0].pointer).toBe('/receivedOn')
    expected(await record(pay(1_000)), 201)
    expect((await record(pay(1_000))).body.slug).toBe('already-exists')
    const nobody = await market.operator.owner.post('/api/receivables/none/payments', pay(1))
    expect(nobody.status).toBe(404)
  })

  it('is the treasurer’s', async () => {
    const { shop, operator } = await sold.aMarket()
    const staff = await inviteAndJoin(operator.owner, operator.slug, 'staff')
    const path = `/api/receivables/${shop.slug}/payments`
    for (const other of [shop.chair, staff]) {
      expect((await other.post(path, pay(1))).status).toBe(403)
    }
  })
})

describe('what a seller owes', () => {
  it('is kept from her next payout, and the payout says so', async () => {
    const market = await aPayableMarket()
    const { owner } = market.operator
    await aCodOrder(market)
    await sold.aCompletedOrder(market)
    const due = expected(await owner.get('/api/payouts/due'), 200).items[0]
    expect(due).toMatchObject({ payable: EARNED, receivable: COMMISSION, net: EARNED - COMMISSION })
    const { payouts } = expected(await owner.post('/api/payout-batches', {}), 201)
    expect(payouts[0]).toMatchObject({ amount: EARNED - COMMISSION, offset: COMMISSION })
    const seen = expected(await owner.get(`/api/payouts/${payouts[0].id}`), 200)
    expect(seen.lines.items).toMatchObject([
      { rule: 'order-completed', change: EARNED },
      { rule: 'payout-requested', change: -COMMISSION },
    ])
    expect(await balanceOf(market)).toMatchObject({ payable: 0, receivable: 0, earned: EARNED })
  })

  it('keeps her out of the payouts while it is more than she is owed', async () => {
    const market = await aPayableMarket()
    const { owner } = market.operator
    for (let n = 0; n < 22; n += 1) await aCodOrder(market)
    await sold.aCompletedOrder(market)
    expect(expected(await owner.get('/api/payouts/due'), 200).items).toEqual([])
    expect((await owner.post('/api/payout-batches', {})).body.slug).toBe('nothing-due')
    const sent = { enterpriseId: market.shop.id, amount: 1, reference: 'TRF', sentOn: sold.today() }
    expect((await owner.post('/api/payouts', sent)).body.slug).toBe('account-overdrawn')
  })
})
