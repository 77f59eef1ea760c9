/** Work for the jobs of running loans: taking interest into the books, closing months on it, reminding. */
import { clock } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { DAY, type Market } from '#test/support/orders'
import { aLender, aPerson, expected } from '#test/support/world'

/** Somebody borrows from a lender who books interest as it is earned. */
export async function accruing({ operator }: Market) {
  const lender = await aLender(operator, ['officer', 'approver', 'cashier'])
  const productId = await aLoanProduct(lender, { basis: 'accrual' })
  return async () => {
    const id = await anAcceptedApplication(lender, await aPerson(), productId)
    expected(await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, {}), 201)
  }
}

/** A month is to be closed whose interest is not in the books. */
export async function closing({ operator }: Market) {
  const ago = (days: number) => new Date(clock.now - days * DAY).toISOString().slice(0, 10)
  const month = ago(Number(ago(0).slice(8, 10))).slice(0, 7)
  return async () => {
    const lender = await aLender(operator)
    const productId = await aLoanProduct(lender, { basis: 'accrual' })
    const id = await anAcceptedApplication(lender, await aPerson(), productId)
    const handed = { on: `${month}-10` }
    expected(await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, handed), 201)
    const path = `/api/lenders/${lender.slug}/periods/${month}/closing`
    expected(await lender.treasurer.post(path), 201)
  }
}

/** Somebody borrows, and a month later an instalment is due. */
export async function owing({ operator }: Market) {
  const lender = await aLender(operator, ['officer', 'approver', 'cashier'])
  const productId = await aLoanProduct(lender)
  return async () => {
    const id = await anAcceptedApplication(lender, await aPerson(), productId)
    expected(await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, {}), 201)
  }
}
