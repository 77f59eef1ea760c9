import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import * as gateways from '#test/support/gateways/world'
import { KEYS } from '#test/support/gateways/shared'
import { aMarket, balanceOf, DAY, rowsOf, type Market } from '#test/support/orders'
import { expected, signInAgain } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

const PROVIDERS = ['midtrans', 'xendit'] as const
const { aBegunPayment, aGatewayPaid, become, bring, noticeOf, PAID } = gateways

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

describe.each(PROVIDERS)('a purchase paid through %s', (provider) => {
  it('sends the buyer to the gateway’s page, and is settled when the gateway says so', async () => {
    const paid = await aGatewayPaid(market, provider)
    expect(paid.redirectTo).toContain(`/pay/${provider}/`)
    expect(await purchaseOf(paid)).toMatchObject({ status: 'settled', uniqueCode: 0 })
    expect(await clearing(provider)).toBe(paid.purchase.total)
    expect(await balanceOf('buyers-money', paid.purchase.orders[0].id)).toBe(paid.purchase.total)
    expect(await balanceOf('bank', '')).toBe(0)
  })

  it('goes back to the same page while that is open, and opens no second one', async () => {
    const { purchase, buyer, redirectTo } = await aBegunPayment(market, provider)
    const path = `/api/purchases/${purchase.code}/gateway-payment`
    expect(expected(await buyer.post(path), 201).redirectTo).toBe(redirectTo)
    const key = { 'idempotency-key': newKey() }
    const answers = [await buyer.post(path, {}, key), await buyer.post(path, {}, key)]
    expect(answers[1]!.body).toEqual(answers[0]!.body)
    expect(await rowsOf('SELECT id FROM gateway_payments')).toHaveLength(1)
  })

  it('has one effect of one notice told fifty times at once', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const notice = await noticeOf(begun.reference)
    const told = await Promise.all(Array.from({ length: 50 }, () => bring(provider, notice)))
    expect(new Set(told.map((one) => one.status))).toEqual(new Set([200]))
    expect(await clearing(provider)).toBe(begun.purchase.total)
    const kept = await rowsOf('SELECT times, body FROM gateway_notices')
    expect(kept).toMatchObject([{ times: 50 }])
    expect(kept[0].body).not.toContain('signature')
  })

  it('is not moved by a notice that the gateway did not sign', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const forged = await noticeOf(begun.reference, { key: 'forged' })
    expect((await bring(provider, forged)).status).toBe(401)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expect(await rowsOf('SELECT * FROM gateway_notices')).toEqual([])
  })

  it('is not moved by what a notice says, only by what the gateway answers when asked', async () => {
    const begun = await aBegunPayment(market, provider)
    const lying = await noticeOf(begun.reference, { status: PAID[provider] })
    expected(await bring(provider, lying), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
  })

  it('goes to suspense when it comes after the purchase has expired, and is never lost', async () => {
    const begun = await aBegunPayment(market, provider)
    await ring(2 * DAY)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'expired' })
    await become(begun.reference, { status: PAID[provider] })
    expected(await bring(provider, await noticeOf(begun.reference)), 200)
    await signInAgain(market.operator.owner)
    expect(await suspense()).toMatchObject([
      { amount: begun.purchase.total, cause: 'late', source: provider, code: begun.purchase.code },
    ])
    expect(await clearing(provider)).toBe(begun.purchase.total)
    expect(await stock()).toBe(50)
  })

  it('pays nothing with another amount than was asked', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider], amount: 5_000 })
    expected(await bring(provider, await noticeOf(begun.reference)), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expect(await suspense()).toMatchObject([{ amount: 5_000, cause: 'mismatch' }])
  })

  it('is booked by the clock alone when all notices are lost', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    await ring(6 * 60_000)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
    expect(await clearing(provider)).toBe(begun.purchase.total)
  })

  it('is asked about by its buyer and by the operator, with the same effect as a notice', async () => {
    const begun = await aBegunPayment(market, provider)
    const path = `/api/purchases/${begun.purchase.code}/gateway-check`
    expect(expected(await begun.buyer.post(path), 200)).toEqual({ outcome: 'no-change' })
    await become(begun.reference, { status: PAID[provider] })
    const { items } = expected(await market.operator.owner.get('/api/gateway-payments'), 200)
    const check = `/api/gateway-payments/${items[0].id}/check`
    expect(expected(await market.operator.owner.post(check), 200)).toEqual({ outcome: 'received' })
    expect(expected(await begun.buyer.post(path), 200)).toEqual({ outcome: 'no-change' })
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })

  it('answers 503 when the gateway cannot be asked, keeps the words, and books them next time', async () => {
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const notice = await noticeOf(begun.reference)
    await gateways.control('behaviour', { failing: 1 })
    expect((await bring(provider, notice)).status).toBe(503)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'pending' })
    expected(await bring(provider, notice), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })

  it('is believed with the key before until that ends', async () => {
    const rotated = {
      MIDTRANS_SERVER_KEY_BEFORE: KEYS.midtransBefore,
      MIDTRANS_SERVER_KEY_BEFORE_UNTIL: '2026-12-01',
      XENDIT_CALLBACK_TOKEN_BEFORE: KEYS.xenditTokenBefore,
      XENDIT_CALLBACK_TOKEN_BEFORE_UNTIL: '2026-12-01',
    }
    await gateways.withGateways(rotated)
    const begun = await aBegunPayment(market, provider)
    await become(begun.reference, { status: PAID[provider] })
    const key = provider === 'midtrans' ? KEYS.midtransBefore : KEYS.xenditTokenBefore
    const old = await noticeOf(begun.reference, { key })
    clock.now += 20 * DAY
    expect((await bring(provider, old)).status).toBe(401)
    clock.now -= 20 * DAY
    expected(await bring(provider, old), 200)
    expect(await purchaseOf(begun)).toMatchObject({ status: 'settled' })
  })
})
