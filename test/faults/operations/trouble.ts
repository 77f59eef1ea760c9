/** What two people do to loans in trouble, and what comes back after a write-off. */
import type { Operation } from '#test/faults/operation'
import { aFundedDesk } from '#test/support/funds'
import { aTroubledLoan, inDays, LONGER, LOST } from '#test/support/trouble'
import { expected } from '#test/support/world'

type Loan = Awaited<ReturnType<typeof aTroubledLoan>>
type Asked = { path: string; body: object }

const desks = (
  name: string,
  by: (loan: Loan) => Loan['lender']['officer'],
  make: (loan: Loan) => Promise<Asked>,
): Operation => ({
  name,
  begin: async () => {
    const desk = await aFundedDesk()
    return async () => {
      const loan = await aTroubledLoan(desk)
      const { path, body } = await make(loan)
      return (key) => by(loan).post(path, body, { 'idempotency-key': key })
    }
  },
})

const agreeing = (what: string, change: object) =>
  desks(
    `agreeing to ${what}`,
    ({ lender }) => lender.approver,
    async ({ propose }) => {
      const { id } = await propose(change)
      return { path: `/api/loan-changes/${id}/approval`, body: { loanVersion: 1 } }
    },
  )

let regions = 10
const aFlood = () => ({
  regionCode: `91.${(regions += 1)}`,
  until: inDays(60),
  interest: 'none',
  reason: 'Banjir bandang.',
})

const reason = 'Usahanya sedang sulit.'

export const TROUBLE: readonly Operation[] = [
  desks(
    'proposing a change of a loan',
    ({ lender }) => lender.officer,
    async ({ path }) => ({ path: `${path}/changes`, body: LONGER }),
  ),
  agreeing('a new plan', LONGER),
  agreeing('a discount', { measure: { kind: 'discount', amount: 300_000 }, reason }),
  agreeing('a write-off', LOST),
  desks(
    'proposing a regional pause',
    ({ lender }) => lender.owner,
    async ({ api }) => ({ path: `${api}/region-pauses`, body: aFlood() }),
  ),
  desks(
    'agreeing to a regional pause',
    ({ lender }) => lender.approver,
    async ({ api, lender }) => {
      const path = `${api}/region-pauses`
      const { id } = expected(await lender.owner.post(path, aFlood()), 201)
      return { path: `${path}/${id}/approval`, body: {} }
    },
  ),
  desks(
    'recovering what was written off',
    ({ lender }) => lender.cashier,
    async ({ path, change }) => {
      await change(LOST)
      return { path: `${path}/recoveries`, body: { amount: 250_000, channel: 'cash' } }
    },
  ),
]
