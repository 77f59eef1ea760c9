/** A penalty by rule as a borrower meets it: on her statement, and only while it is deserved. */
import { afterEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected, signInAgain } from '#test/support/world'

const START = clock.now
const PENALTY = { graceDays: 3, rate: 0.1, base: 'principal', cap: 10 }
afterEach(() => void (clock.now = START))

/** 5 million over 10 months from 22 November: 478,000 of principal are due on 22 December. */
async function aLateLoan() {
  const lender = await aLender(await anOperator(), ['officer', 'approver', 'cashier'])
  const productId = await aLoanProduct(lender, { penalty: PENALTY })
  const borrower = await aPerson()
  const id = await anAcceptedApplication(lender, borrower, productId)
  const path = `/api/loan-applications/${id}/disbursement`
  const loan = expected(await lender.cashier.post(path, {}), 201)
  clock.now = Date.UTC(2027, 0, 4, 3)
  await signInAgain(lender.cashier)
  await signInAgain(borrower)
  return { lender, borrower, path: `/api/loans/${loan.id}` }
}

describe('a penalty by rule', () => {
  it('stands on the statement with its days, and in the payoff', async () => {
    const { borrower, path } = await aLateLoan()
    const statement = expected(await borrower.get(path), 200)
    expect(statement.instalments[0]).toMatchObject({
      penalized: 4780,
      explanation: 'denda 0,1% × 10 hari × 478.000 = 4.780',
    })
    const english = await borrower.get(path, { 'accept-language': 'en' })
    expect(english.body.instalments[0].explanation).toBe('penalty 0.1% × 10 days × 478,000 = 4,780')
    const payoff = expected(await borrower.get(`${path}/payoff-quote`), 200)
    expect(payoff.lines).toContainEqual(
      expect.objectContaining({ of: 'due', part: 'penalties', amount: 4780 }),
    )
  })

  it('goes when the payment turns out to have been made on the day', async () => {
    const { lender, borrower, path } = await aLateLoan()
    const paid = { amount: 528_000, channel: 'cash', receivedOn: '2026-12-22' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    const statement = expected(await borrower.get(path), 200)
    expect(statement.instalments[0]).toMatchObject({ left: 0, penalized: 0, explanation: null })
  })

  it('is income when it is paid, after interest and principal', async () => {
    const { lender, path } = await aLateLoan()
    const paid = { amount: 530_000, channel: 'cash' }
    const { split } = expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    expect(split).toMatchObject({ interest: 50_000, principal: 478_000, penalties: 2000 })
  })
})
