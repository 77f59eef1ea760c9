import { describe, expect, it } from 'vitest'
import { aLoanProduct } from '#test/support/desk'
import { balanceOf, rowsOf } from '#test/support/orders'
import { aLoan } from '#test/support/payout-shares'
import { aLender, anOperator, aPerson, expected, newPhone } from '#test/support/world'

async function aBorrower() {
  const lender = await aLender(await anOperator())
  const borrower = await aPerson()
  const loan = await aLoan(lender, borrower, await aLoanProduct(lender))
  return { lender, borrower, path: `/api/loans/${loan.id}/repayments` }
}

const told = async (template: string) =>
  (await rowsOf('SELECT destination, body FROM outbox WHERE template = ?', template)).map(
    ({ destination, body }) => [destination, body],
  )

describe('a receipt', () => {
  it('is sent to the borrower, with its number on it, and cash is in the cash box', async () => {
    const { lender, borrower, path } = await aBorrower()
    const body = { amount: 100_000, channel: 'cash' }
    const { receipt } = expected(await lender.cashier.post(path, body), 201)
    const [[to, words]] = (await told('loan-repaid')) as [[string, string]]
    expect(to).toBe(borrower.phone)
    expect(words).toMatch(/Rp.100\.000/)
    expect(words).toContain(`/receipts/${receipt}`)
    expect(await balanceOf('cash', '')).toBe(-100_000)
  })

  it('is sent to whoever paid, where her number is given', async () => {
    const { lender, path } = await aBorrower()
    const payerPhone = newPhone()
    const paid = { amount: 100_000, channel: 'transfer', payerName: 'Kakaknya', payerPhone }
    expected(await lender.cashier.post(path, paid), 201)
    expect((await told('loan-repaid')).map(([to]) => to)).toEqual([payerPhone])
    expect(await balanceOf('cash', '')).toBe(0)
  })

  it('is followed by word of its reversal, so that who really paid can object', async () => {
    const { lender, borrower, path } = await aBorrower()
    const body = { amount: 100_000, channel: 'transfer' }
    const { receipt } = expected(await lender.cashier.post(path, body), 201)
    const reason = { reason: 'Ditarik kembali oleh bank pengirim.' }
    expected(await lender.treasurer.post(`${path}/2/reversal`, reason), 201)
    const [[to, words]] = (await told('loan-repayment-undone')) as [[string, string]]
    expect(to).toBe(borrower.phone)
    expect(words).toContain(receipt)
  })
})
