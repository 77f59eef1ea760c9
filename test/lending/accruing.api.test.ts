/** Interest taken into the books at the end of a month, by the clock. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bindings, clock, type Json } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { ring } from '#test/support/ticking'
import { aLender, anOperator, aPerson, expected, signInAgain } from '#test/support/world'
import { accrueInterest } from '#worker/jobs/accruals'

const START = Date.UTC(2026, 7, 10, 3)
beforeEach(() => void (clock.now = START))
afterEach(() => void (clock.now = START))

/** 5 million over 10 months at 1 % a month, handed over on 10 August; the first is due on 10 September. */
async function aLoan() {
  const lender = await aLender(await anOperator(), ['officer', 'approver', 'cashier'])
  const productId = await aLoanProduct(lender, { basis: 'accrual' })
  const id = await anAcceptedApplication(lender, await aPerson(), productId)
  const path = `/api/loan-applications/${id}/disbursement`
  const loan: Json = expected(await lender.cashier.post(path, {}), 201)
  return { lender, loan }
}

async function receivable(loan: Json): Promise<number> {
  const { DB } = bindings()
  const row = await DB.prepare(
    `SELECT coalesce(sum(debits - credits), 0) AS held FROM accounts
    WHERE code = 'interest-receivable' AND holder = ?`,
  )
    .bind(loan.id)
    .first<{ held: number }>()
  return row?.held ?? 0
}

const on = (month: number, day: number) => void (clock.now = Date.UTC(2026, month - 1, day, 3))

describe('the end of a month', () => {
  it('brings what was earned into the books, once', async () => {
    const { loan } = await aLoan()
    on(8, 31)
    expect(await ring(accrueInterest)).toBe(0)
    on(9, 1)
    expect(await ring(accrueInterest)).toBe(1)
    const earned = await receivable(loan)
    expect(earned).toBeGreaterThan(30_000)
    expect(earned).toBeLessThan(37_000)
    expect(await ring(accrueInterest)).toBe(0)
    expect(await receivable(loan)).toBe(earned)
  })

  it('stops where the loan does not perform, and takes back what was not paid', async () => {
    const { lender, loan } = await aLoan()
    on(9, 1)
    await ring(accrueInterest)
    await signInAgain(lender.owner)
    const path = `/api/lenders/${lender.slug}/quality-profile`
    expected(await lender.owner.put(path, { profile: 'bank' }), 200)
    on(12, 1)
    await ring(accrueInterest)
    expect(await receivable(loan)).toBeGreaterThan(100_000)
    clock.now = Date.UTC(2027, 0, 1, 3)
    await ring(accrueInterest)
    expect(await receivable(loan)).toBe(0)
  })

  it('goes on when a loan that had stopped performs again', async () => {
    const { lender, loan } = await aLoan()
    clock.now = Date.UTC(2027, 1, 1, 3)
    await ring(accrueInterest)
    expect(await receivable(loan)).toBe(0)
    await signInAgain(lender.cashier)
    const paid = { amount: 2_600_000, channel: 'cash' }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    clock.now = Date.UTC(2027, 2, 1, 3)
    await ring(accrueInterest)
    expect(await receivable(loan)).toBeGreaterThan(0)
  })

  it('is made up in one go after three months without a clock', async () => {
    const { loan } = await aLoan()
    on(11, 20)
    expect(await ring(accrueInterest)).toBe(1)
    expect(await receivable(loan)).toBeGreaterThan(100_000)
    expect(await ring(accrueInterest)).toBe(0)
  })
})
