import { beforeEach, describe, expect, it } from 'vitest'
import { clock, newKey, type Json } from '#test/support/client'
import { anAcceptedApplication, anOffer } from '#test/support/desk'
import { aFund, aFundedDesk } from '#test/support/funds'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

describe('idle money', () => {
  it('is all that can be lent: of two loans at once for which it suffices once, one is made', async () => {
    const lender = await aLender(await anOperator())
    const productId = await anOffer(lender)
    const api = `/api/lenders/${lender.slug}`
    const [one, two] = [await aPerson(), await aPerson()]
    const ids = [
      await anAcceptedApplication(lender, one, productId),
      await anAcceptedApplication(lender, two, productId),
    ]
    const disburse = (id: string) =>
      lender.cashier.post(`/api/loan-applications/${id}/disbursement`, {})
    expect((await disburse(ids[0]!)).body.slug).toBe('fund-exhausted')
    const received = { amount: 9_999_999, source: 'Modal sendiri' }
    expected(await lender.treasurer.post(`${api}/fund-receipts`, received), 201)

    const answers = await Promise.all(ids.map(disburse))

    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
    const { sums } = expected(await lender.treasurer.get(`${api}/funds/${lender.id}`), 200)
    expect(sums).toMatchObject({ idle: 4_999_999, balance: 5_000_000 })
  })
})

describe('POST /api/lenders/:slug/fund-receipts', () => {
  it('takes in a promise in parts, and not more than was promised, even at once', async () => {
    const { lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    const part = { amount: 40_000_000, source: 'PT Sagara', fundId: fund.id, channel: 'cash' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => lender.treasurer.post(`${api}/fund-receipts`, part)),
    )
    expect(answers.filter((one) => one.status === 201)).toHaveLength(2)
    expect(answers.filter((one) => one.body.slug === 'outside-limits')).toHaveLength(3)
    const { lines } = expected(
      await lender.treasurer.get(`/api/books/${lender.slug}/trial-balance`),
      200,
    )
    const cash = lines.find((one: Json) => one.code === 'cash')
    expect(cash.balance).toBe(80_000_000)
  })

  it('has one effect under one key', async () => {
    const { lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    const part = { amount: 7_000_000, source: 'PT Sagara', fundId: fund.id }
    const key = { 'idempotency-key': newKey() }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => lender.treasurer.post(`${api}/fund-receipts`, part, key)),
    )
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    const { sums } = expected(await lender.treasurer.get(`${api}/funds/${fund.id}`), 200)
    expect(sums.received).toBe(7_000_000)
  })

  it('refuses a fund of another lender, and other people', async () => {
    const { operator, lender, api } = await aFundedDesk()
    const other = await aLender(operator)
    const theirs = await aFund(other)
    const part = { amount: 7_000_000, source: 'PT Sagara', fundId: theirs.id }
    expect((await lender.treasurer.post(`${api}/fund-receipts`, part)).status).toBe(404)
    const { fundId: _, ...own } = part
    expect((await lender.cashier.post(`${api}/fund-receipts`, own)).status).toBe(403)
    expect((await other.treasurer.post(`${api}/fund-receipts`, own)).status).toBe(404)
  })
})
