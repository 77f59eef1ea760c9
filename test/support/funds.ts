/** A lender's funds in a test: opened, filled, lent from. */
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import {
  aLender,
  anOperator,
  aPartner,
  aPerson,
  expected,
  type Person,
  type World,
} from '#test/support/world'
import type { Json } from '#test/support/client'

export type Desk = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>

export const CSR = {
  name: 'CSR Sagara 2026',
  kind: 'csr',
  funderName: 'PT Sagara (contoh)',
  restriction: 'Hanya untuk modal kerja kelompok perempuan.',
  promised: 100_000_000,
  openedOn: '2026-02-01',
}

/** A lender with people at every desk, a product to lend, and a partner who may fund it. */
export async function aFundedDesk() {
  const operator = await anOperator()
  return { ...(await aFundedDeskAt(operator)), operator }
}

/** The same in a network that stands already. */
export async function aFundedDeskAt(operator: World<'owner'>) {
  const lender: Desk = await aLender(operator)
  const partner = await aPartner(operator)
  const productId = await aLoanProduct(lender)
  const borrower = await aPerson()
  return { operator, lender, partner, productId, borrower, api: `/api/lenders/${lender.slug}` }
}

export async function aFund(lender: Desk, changes: object = {}): Promise<Json> {
  const made = await lender.treasurer.post(`/api/lenders/${lender.slug}/funds`, {
    ...CSR,
    ...changes,
  })
  return expected(made, 201)
}

/** A loan of 5,000,000 handed over by the cashier. */
export async function aLoanOf(
  { lender, productId }: { lender: Desk; productId: string },
  borrower: Person,
  more: object = {},
): Promise<Json> {
  const id = await anAcceptedApplication(lender, borrower, productId)
  return expected(await lender.cashier.post(`/api/loan-applications/${id}/disbursement`, more), 201)
}
