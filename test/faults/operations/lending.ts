/** The lending desk: from the money to lend to the loan that is paid off. */
import type { Operation } from '#test/faults/operation'
import {
  aLoanProduct,
  anAcceptedApplication,
  acceptanceOf,
  anApplication,
  ADVICE,
  REASONS,
  WISH,
} from '#test/support/desk'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  type Person,
  type World,
} from '#test/support/world'

type Lender = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>
type Desk = { lender: Lender; productId: string; borrower: Person }

async function aDesk(): Promise<Desk> {
  const lender: Lender = await aLender(await anOperator())
  const desk = { lender, productId: await aLoanProduct(lender), borrower: await aPerson() }
  // The first recommendation of a desk also writes down the card that it was read by.
  await recommendedOf(desk)
  return desk
}

const approval = {
  outcome: 'approved',
  amount: ADVICE.amount,
  instalments: ADVICE.instalments,
  reasons: REASONS,
}

/** A POST on something made anew for each crash, whose address is what `make` returns. */
function posting(
  name: string,
  by: (desk: Desk) => Person,
  make: (desk: Desk) => Promise<{ path: string; body?: object }>,
): Operation {
  return {
    name,
    begin: async () => {
      const desk = await aDesk()
      return async () => {
        const { path, body = {} } = await make(desk)
        return (key) => by(desk).post(path, body, { 'idempotency-key': key })
      }
    },
  }
}

const applicationOf = async ({ borrower, productId }: Desk) =>
  `/api/loan-applications/${await anApplication(borrower, productId)}`

async function recommendedOf(desk: Desk): Promise<string> {
  const path = await applicationOf(desk)
  expected(await desk.lender.officer.post(`${path}/recommendation`, ADVICE), 201)
  return path
}

async function approvedOf(desk: Desk): Promise<string> {
  const path = await recommendedOf(desk)
  expected(await desk.lender.approver.post(`${path}/decision`, approval), 201)
  return path
}

const acceptedOf = async ({ lender, borrower, productId }: Desk) =>
  `/api/loan-applications/${await anAcceptedApplication(lender, borrower, productId)}`

async function loanOf(desk: Desk): Promise<string> {
  const { id } = expected(
    await desk.lender.cashier.post(`${await acceptedOf(desk)}/disbursement`),
    201,
  )
  return `/api/loans/${id}`
}

const instalment = { amount: 528_000, channel: 'cash' }

async function repaid(desk: Desk, paid: object): Promise<string> {
  const path = await loanOf(desk)
  expected(await desk.lender.cashier.post(`${path}/repayments`, paid), 201)
  return path
}

const givingBack = { amount: 20_000, channel: 'transfer' }
const tooMuch = { amount: 5_070_000, channel: 'transfer', settles: true }

export const LENDING: readonly Operation[] = [
  posting(
    'receiving funds',
    ({ lender }) => lender.treasurer,
    async ({ lender }) => ({
      path: `/api/lenders/${lender.slug}/fund-receipts`,
      body: { amount: 50_000_000, source: 'Program CSR' },
    }),
  ),
  posting(
    'applying for a loan',
    ({ borrower }) => borrower,
    async ({ productId }) => ({ path: '/api/loan-applications', body: { ...WISH, productId } }),
  ),
  posting(
    'taking an application back',
    ({ borrower }) => borrower,
    async (desk) => ({ path: `${await applicationOf(desk)}/withdrawal` }),
  ),
  posting(
    'recommending a loan',
    ({ lender }) => lender.officer,
    async (desk) => ({ path: `${await applicationOf(desk)}/recommendation`, body: ADVICE }),
  ),
  posting(
    'deciding on a loan',
    ({ lender }) => lender.approver,
    async (desk) => ({ path: `${await recommendedOf(desk)}/decision`, body: approval }),
  ),
  posting(
    'accepting a loan',
    ({ borrower }) => borrower,
    async (desk) => {
      const path = await approvedOf(desk)
      const body = await acceptanceOf(desk.borrower, path)
      return { path: `${path}/acceptance`, body }
    },
  ),
  posting(
    'disbursing a loan',
    ({ lender }) => lender.cashier,
    async (desk) => ({ path: `${await acceptedOf(desk)}/disbursement` }),
  ),
  posting(
    'repaying',
    ({ lender }) => lender.cashier,
    async (desk) => ({ path: `${await loanOf(desk)}/repayments`, body: instalment }),
  ),
  posting(
    'reversing a repayment',
    ({ lender }) => lender.approver,
    async (desk) => ({
      path: `${await repaid(desk, instalment)}/repayments/2/reversal`,
      body: { reason: 'Salah pinjaman.' },
    }),
  ),
  posting(
    'giving back an overpayment',
    ({ lender }) => lender.cashier,
    async (desk) => ({ path: `${await repaid(desk, tooMuch)}/refunds`, body: givingBack }),
  ),
]
