/** Two people at a lending desk act on the same thing, one a moment after the other. */
import { describe, expect, it } from 'vitest'
import { overtakenAnywhere, type Act } from '#test/faults/overtaken'
import type { Answer } from '#test/support/client'
import {
  ADVICE,
  aLoanProduct,
  anAcceptedApplication,
  anApplication,
  REASONS,
} from '#test/support/desk'
import { rowsOf } from '#test/support/orders'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  inviteAndJoin,
  signIn,
  withSecondFactor,
} from '#test/support/world'

/** After so many trips to the database. */
async function later(trips: number, act: Act): Promise<Answer> {
  for (let n = 0; n < trips; n += 1) await rowsOf('SELECT 1')
  return act()
}

describe('at the lending desk', () => {
  const aDesk = async () => {
    const lender = await aLender(await anOperator())
    return { lender, productId: await aLoanProduct(lender), borrower: await aPerson() }
  }

  it('what has just been withdrawn is not disbursed, nor disbursed twice', async () => {
    const { lender, productId, borrower } = await aDesk()
    for (const quickly of ['withdrawal', 'disbursement']) {
      const said = await overtakenAnywhere(async () => {
        const id = await anAcceptedApplication(lender, borrower, productId)
        const application = `/api/loan-applications/${id}`
        const who = quickly === 'withdrawal' ? borrower : lender.cashier
        return {
          slow: () => lender.cashier.post(`${application}/disbursement`),
          quick: async () => expected(await who.post(`${application}/${quickly}`), 201),
        }
      })
      const late = ['409 illegal-transition', '409 already-disbursed', '409 outdated']
      for (const one of said) expect(late).toContain(one)
    }
  })

  it('whoever recommended does not decide, in two sessions and while another does', async () => {
    const { lender, productId, borrower } = await aDesk()
    const person = await inviteAndJoin(lender.owner, lender.slug, 'officer')
    const roles = `/api/organizations/${lender.slug}/members/${person.id}/roles`
    expected(await lender.owner.put(roles, { roles: ['officer', 'approver'] }), 200)
    const [first, second] = [await signIn(person.phone), await signIn(person.phone)]
    for (const session of [first, second]) await withSecondFactor(session)
    for (let round = 0; round < 10; round += 1) {
      const path = `/api/loan-applications/${await anApplication(borrower, productId)}`
      const { note: _, why: __, ...terms } = ADVICE
      const approval = { outcome: 'approved', ...terms, reasons: REASONS }
      const answers = await Promise.all([
        first.post(`${path}/recommendation`, ADVICE),
        first.post(`${path}/decision`, approval),
        second.post(`${path}/decision`, approval),
        later(round, () => second.post(`${path}/decision`, approval)),
        later(round, () => lender.approver.post(`${path}/decision`, approval)),
      ])
      const [advised, ...decided] = answers.map(({ status }) => status)
      expect([advised, decided.slice(0, 3).includes(201)]).toEqual([201, false])
      const { status } = await lender.approver.post(`${path}/decision`, approval)
      expect([round, status]).toEqual([round, decided[3] === 201 ? 409 : 201])
    }
  })

  it('a repayment that comes a moment after another is counted anew, or counted after it', async () => {
    const { lender, productId, borrower } = await aDesk()
    const said = await overtakenAnywhere(async () => {
      const id = await anAcceptedApplication(lender, borrower, productId)
      const loan = expected(
        await lender.cashier.post(`/api/loan-applications/${id}/disbursement`),
        201,
      )
      const repay = () =>
        lender.cashier.post(`/api/loans/${loan.id}/repayments`, {
          amount: ADVICE.amount,
          channel: 'cash',
        })
      return { slow: repay, quick: async () => expected(await repay(), 201) }
    })
    // Before she has read the loan she counts after the other; then she must read it again.
    expect(said).toEqual(['201', '201', '409 outdated'])
  })
})
