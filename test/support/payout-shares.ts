/** A loan whose borrower also sells, and lets a share of what she earns pay it. */
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { aStockedShop } from '#test/support/orders'
import { aLender, anOperator, expected, type Person, type World } from '#test/support/world'

type Lender = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>

export const shareOf = (loan: string) => `/api/loans/${loan}/payout-share`

export async function aLoan(lender: Lender, borrower: Person, productId: string) {
  const application = await anAcceptedApplication(lender, borrower, productId)
  const path = `/api/loan-applications/${application}/disbursement`
  return expected(await lender.cashier.post(path, {}), 201)
}

/** An operator and a lender with something to lend. */
export async function aSharingNetwork(known?: World<'owner'>) {
  const operator = known ?? (await anOperator())
  const lender: Lender = await aLender(operator)
  return { operator, lender, productId: await aLoanProduct(lender) }
}

/** A loan of 5 million to who leads a shop, a share of 15 %, and nothing sold yet. */
export async function aSharerOf(
  network: Awaited<ReturnType<typeof aSharingNetwork>>,
  changes: object = {},
) {
  const { shop, product } = await aStockedShop(network.operator)
  const loan = await aLoan(network.lender, shop.chair, network.productId)
  const asked = { enterpriseId: shop.id, percent: 15, ...changes }
  const { share } = expected(await shop.chair.post(shareOf(loan.id), asked), 201)
  return { ...network, shop, product, loan, share }
}

export const aSharer = async (changes: object = {}) => aSharerOf(await aSharingNetwork(), changes)
