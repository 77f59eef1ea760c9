import { describe, expect, it } from 'vitest'
import { env } from 'cloudflare:workers'
import { clock, newKey } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aLoan, aSharer, shareOf } from '#test/support/payout-shares'
import { ring } from '#test/support/ticking'
import { aPerson, expected, signInAgain } from '#test/support/world'
import { holdFloors } from '#worker/jobs/floors'
import { takePayoutShares } from '#worker/jobs/sharing'

const EARNED = 255_500
const FIFTEEN = 38_325

const balanceOf = async ({ shop }: { shop: sold.Market['shop'] }) =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/balance`), 200)
const loanOf = async ({ shop, loan }: { shop: sold.Market['shop']; loan: { id: string } }) =>
  expected(await shop.chair.get(`/api/loans/${loan.id}`), 200)

describe('POST /api/loans/:id/payout-share', () => {
  it('is agreed on by the borrower, with her consent, and shown to her and her lender', async () => {
    const { shop, lender, loan, share } = await aSharer({ floor: 100_000 })
    expect(share).toMatchObject({ percent: 15, floor: 100_000, ahead: false, thisMonth: 0 })
    for (const who of [shop.chair, lender.officer]) {
      expect(expected(await who.get(shareOf(loan.id)), 200).share).toEqual(share)
    }
    const { DB } = env as unknown as { DB: D1Database }
    const given = await DB.prepare(
      `SELECT count(*) AS n FROM consents WHERE purpose = 'payout-share'`,
    )
    expect(await given.first()).toEqual({ n: 1 })
  })

  it('refuses a second share of the loan, and of the shop', async () => {
    const given = await aSharer()
    const { shop, lender, productId, loan } = given
    const asked = { enterpriseId: shop.id, percent: 5 }
    expected(await shop.chair.post(shareOf(loan.id), asked), 409)
    const other = await aLoan(lender, shop.chair, productId)
    expected(await shop.chair.post(shareOf(other.id), asked), 409)
  })

  it('refuses more than half, and a share for a loan that is paid off', async () => {
    const { shop, lender, loan } = await aSharer()
    expected(await shop.chair.delete(shareOf(loan.id)), 200)
    const half = { enterpriseId: shop.id, percent: 51 }
    expect((await shop.chair.post(shareOf(loan.id), half)).body.errors[0].pointer).toBe('/percent')
    const all = { amount: 6_000_000, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, all), 201)
    expected(await shop.chair.post(shareOf(loan.id), { enterpriseId: shop.id, percent: 15 }), 409)
  })

  it('finds nothing for a stranger, nor a shop that is not hers', async () => {
    const { operator, lender, shop, productId, loan } = await aSharer()
    const stranger = await aPerson()
    expected(await stranger.post(shareOf(loan.id), { enterpriseId: shop.id, percent: 15 }), 404)
    const mine = await aLoan(lender, stranger, productId)
    expected(await stranger.post(shareOf(mine.id), { enterpriseId: shop.id, percent: 15 }), 404)
    expected(await operator.owner.get(shareOf(loan.id)), 404)
  })
})

describe('what is earned', () => {
  it('pays the loan its share: both books, the receipt, the message, the line of the seller', async () => {
    const given = await aSharer()
    await sold.aCompletedOrder(given)
    const before = await balanceOf(given)
    expect(before.payable).toBe(EARNED)

    expect(await ring(takePayoutShares)).toBe(1)

    const after = await balanceOf(given)
    expect(after.payable).toBe(EARNED - FIFTEEN)
    expect(after.lines.items[0]).toMatchObject({ change: -FIFTEEN, rule: 'payout-share-taken' })
    const { events } = await loanOf(given)
    const last = events.at(-1)
    expect(last).toMatchObject({ type: 'repaid', amount: FIFTEEN })
    const receipt = expected(await given.shop.chair.get(`/api/receipts/${last.paper.code}`), 200)
    expect(receipt).toMatchObject({ channel: 'payout', amount: FIFTEEN })
    const path = shareOf(given.loan.id)
    expect(expected(await given.shop.chair.get(path), 200).share.thisMonth).toBe(FIFTEEN)
    expect(await ring(takePayoutShares)).toBe(0)
  })

  it('is taken once however often the clock rings, and of what comes later again', async () => {
    const given = await aSharer()
    await sold.aCompletedOrder(given)
    await Promise.all([ring(takePayoutShares), ring(takePayoutShares), ring(takePayoutShares)])
    expect((await balanceOf(given)).payable).toBe(EARNED - FIFTEEN)
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    expect((await balanceOf(given)).payable).toBe(2 * (EARNED - FIFTEEN))
  })

  it('is never taken beyond what is due, unless she asked for it', async () => {
    const given = await aSharer({ percent: 50 })
    const due = (await loanOf(given)).loan.nextDueAmount
    const almost = { amount: due - 1_000, channel: 'cash' }
    expected(await given.lender.cashier.post(`/api/loans/${given.loan.id}/repayments`, almost), 201)
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    expect((await balanceOf(given)).payable).toBe(EARNED - 1_000)

    expected(await given.shop.chair.delete(shareOf(given.loan.id)), 200)
    const more = { enterpriseId: given.shop.id, percent: 50, ahead: true }
    expected(await given.shop.chair.post(shareOf(given.loan.id), more), 201)
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    expect((await balanceOf(given)).payable).toBe(2 * EARNED - 1_000 - EARNED / 2)
  })

  it('is hers alone once the loan is closed, which ends the share', async () => {
    const given = await aSharer()
    const all = { amount: 6_000_000, channel: 'cash', settles: true }
    expected(await given.lender.cashier.post(`/api/loans/${given.loan.id}/repayments`, all), 201)
    await sold.aCompletedOrder(given)
    expect(await ring(takePayoutShares)).toBe(1)
    expect((await balanceOf(given)).payable).toBe(EARNED)
    expect(expected(await given.shop.chair.get(shareOf(given.loan.id)), 200).share).toBe(null)
  })

  it('is not undone by the lender: the operator owes it', async () => {
    const given = await aSharer()
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    const path = `/api/loans/${given.loan.id}/repayments/2/reversal`
    expected(await given.lender.treasurer.post(path, { reason: 'Salah catat' }), 409)
  })

  it('is hers alone once the share has ended', async () => {
    const given = await aSharer()
    expected(await given.shop.chair.delete(shareOf(given.loan.id)), 200)
    await sold.aCompletedOrder(given)
    expect(await ring(takePayoutShares)).toBe(0)
    expect((await balanceOf(given)).payable).toBe(EARNED)
  })
})

describe('the floor of a share', () => {
  const LATER = { november: '2026-12-01T02:00:00Z', december: '2027-01-01T02:00:00Z' }
  const messages = () =>
    sold.rowsOf("SELECT body, next_at FROM outbox WHERE template = 'payout-share-short'")

  it('asks once for the rest of a whole month that brought less, in cash and by day', async () => {
    const { shop, lender, loan } = await aSharer({ floor: 100_000 })
    clock.now = Date.parse(LATER.november)
    expect(await ring(holdFloors)).toBe(0)
    const paid = { amount: 40_000, channel: 'cash', receivedOn: '2026-12-01' }
    await signInAgain(lender.cashier)
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    clock.now = Date.parse(LATER.december) - 8 * 3_600_000
    await Promise.all([ring(holdFloors), ring(holdFloors)])
    expect(await ring(holdFloors)).toBe(0)
    const sent = await messages()
    expect(sent).toHaveLength(1)
    expect(sent[0].body).toMatch(/Desember.*Rp\s40\.000.*Rp\s100\.000.*bayar Rp\s60\.000/)
    expect(sent[0].next_at).toBe(Date.parse('2027-01-01T01:00:00Z'))
    await signInAgain(shop.chair)
    const { share } = expected(await shop.chair.get(shareOf(loan.id)), 200)
    expect(share.short).toEqual({ month: '2026-12', amount: 60_000 })
  })

  it('asks nobody whose month brought it, or whose loan is paid', async () => {
    const { lender, loan } = await aSharer({ floor: 100_000 })
    clock.now = Date.parse('2026-12-20T02:00:00Z')
    await signInAgain(lender.cashier)
    const all = { amount: 6_000_000, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, all), 201)
    clock.now = Date.parse(LATER.december)
    expect(await ring(holdFloors)).toBe(1)
    expect(await messages()).toEqual([])
  })
})

describe('DELETE /api/loans/:id/payout-share', () => {
  it('ends it, once, and only for the borrower', async () => {
    const { shop, lender, loan } = await aSharer()
    expected(await lender.owner.delete(shareOf(loan.id)), 404)
    expected(await (await aPerson()).delete(shareOf(loan.id)), 404)
    expect(expected(await shop.chair.delete(shareOf(loan.id)), 200)).toEqual({ share: null })
    expected(await shop.chair.delete(shareOf(loan.id)), 404)
  })
})

describe('POST /api/lender-transfers', () => {
  const sent = (lenderId: string, more: object = {}) => ({
    ...{ lenderId, amount: FIFTEEN, reference: 'TRF 77', sentOn: sold.today() },
    ...more,
  })

  it('sends what was kept, out of one book into the other, once', async () => {
    const given = await aSharer()
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    const { operator, lender } = given
    const { items } = expected(await operator.owner.get('/api/lender-transfers/due'), 200)
    expect(items).toEqual([
      { lender: { id: lender.id, slug: lender.slug, name: lender.name }, due: FIFTEEN },
    ])
    const key = { 'idempotency-key': newKey() }
    const path = '/api/lender-transfers'
    const first = expected(await operator.owner.post(path, sent(lender.id), key), 201)
    expect(expected(await operator.owner.post(path, sent(lender.id), key), 201)).toEqual(first)
    expect(expected(await operator.owner.get(`${path}/due`), 200).items).toEqual([])
  })

  it('refuses more than was kept, and a day to come', async () => {
    const given = await aSharer()
    await sold.aCompletedOrder(given)
    await ring(takePayoutShares)
    const post = (more: object) =>
      given.operator.owner.post('/api/lender-transfers', sent(given.lender.id, more))
    expected(await post({ amount: FIFTEEN + 1 }), 422)
    expect((await post({ sentOn: '2027-01-01' })).body.errors[0].pointer).toBe('/sentOn')
    expected(await post({ lenderId: given.shop.id }), 404)
    expected(await given.operator.owner.get('/api/lender-transfers/due?limit=0'), 400)
  })

  it('is the operator’s treasury’s alone, to see and to do', async () => {
    const { lender, shop } = await aSharer()
    expected(await lender.owner.post('/api/lender-transfers', sent(lender.id)), 403)
    expected(await shop.chair.get('/api/lender-transfers/due'), 403)
  })
})
