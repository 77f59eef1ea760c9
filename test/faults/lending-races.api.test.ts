/**
 * Two acts on one running loan, or one book, a moment apart: whichever comes second counts after the first
 * or is told to look again, and every sum is that of both.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { overtaken, overtakenAnywhere } from '#test/faults/overtaken'
import { clock, type Answer } from '#test/support/client'
import { aFundedDesk } from '#test/support/funds'
import { aGroup, aLoanTo, aSheet, INSTALMENT } from '#test/support/group-loan'
import { aCompletedOrder, rowsOf } from '#test/support/orders'
import { aSharerOf, aSharingNetwork } from '#test/support/payout-shares'
import { ring } from '#test/support/ticking'
import { aTroubledLoan, LONGER } from '#test/support/trouble'
import { expected, signInAgain } from '#test/support/world'
import { takePayoutShares } from '#worker/jobs/sharing'

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

/** What a loan was paid in all, and what its book says came in cash and at the bank besides the funds. */
const paidOn = async (loan: string): Promise<number> =>
  Number(
    (await rowsOf(`SELECT coalesce(sum(amount), 0) AS n FROM receipts WHERE loan_id = ?`, loan))[0]
      .n,
  )

const cash = { amount: 200_000, channel: 'cash' }

describe('a change of a loan', () => {
  it('that two people agree to at once is carried out once', async () => {
    const desk = await aFundedDesk()
    const loans: string[] = []
    const said = await overtakenAnywhere(async () => {
      const { id: loan, path: _, propose } = await aTroubledLoan(desk)
      loans.push(loan)
      const { id } = await propose(LONGER)
      const agreed = `/api/loan-changes/${id}/approval`
      const seen = { loanVersion: 1 }
      return {
        slow: () => desk.lender.approver.post(agreed, seen),
        quick: async () => expected(await desk.lender.owner.post(agreed, seen), 201),
      }
    })
    for (const each of said) expect(['409 outdated', '409 illegal-transition']).toContain(each)
    const changed = `SELECT subject FROM events WHERE type = 'rescheduled'`
    expect((await rowsOf(changed)).length).toBe(loans.length)
  })

  it('is agreed to as it was seen, though a repayment comes a moment before', async () => {
    const desk = await aFundedDesk()
    const said = await overtakenAnywhere(async () => {
      const { path, propose } = await aTroubledLoan(desk)
      const { id } = await propose(LONGER)
      const body = { loanVersion: 1 }
      return {
        slow: () => desk.lender.approver.post(`/api/loan-changes/${id}/approval`, body),
        quick: async () =>
          expected(await desk.lender.cashier.post(`${path}/repayments`, cash), 201),
      }
    })
    expect(new Set(said)).toEqual(new Set(['409 outdated']))
  })
})

describe('a group’s meeting', () => {
  const prepared = async (group: Awaited<ReturnType<typeof aGroup>>) => {
    const desk = await aLoanTo(group, { disbursedOn: '2026-10-22' })
    const sheet = aSheet(desk, [], { heldOn: '2026-11-22' })
    const path = `/api/loans/${desk.loanId}`
    return {
      loan: desk.loanId,
      meet: () => desk.lender.officer.post(`${path}/meetings`, sheet),
      repay: () => desk.lender.cashier.post(`${path}/repayments`, cash),
    }
  }

  it('and cash at the counter in the same moment are both counted, or one comes again', async () => {
    const group = await aGroup()
    for (const first of ['repay', 'meet'] as const) {
      const loans: string[] = []
      const said = await overtakenAnywhere(async () => {
        const { loan, ...acts } = await prepared(group)
        loans.push(loan)
        const slow = first === 'repay' ? acts.meet : acts.repay
        return { slow, quick: async () => expected(await acts[first](), 201) }
      })
      for (const each of said) expect(['201', '409 outdated']).toContain(each)
      expect(said.at(-1)).toBe('409 outdated')
      for (const [at, each] of said.entries()) {
        const both = INSTALMENT + cash.amount
        const alone = first === 'repay' ? cash.amount : INSTALMENT
        expect(await paidOn(loans[at]!)).toBe(each === '201' ? both : alone)
      }
    }
  })
})

describe('a share of what was sold', () => {
  const OF_SALES = 38_325

  it('and a repayment in the same moment are both counted, each once', async () => {
    const network = await aSharingNetwork()
    const aSale = async () => {
      const sharer = await aSharerOf(network)
      await aCompletedOrder(sharer)
      const path = `/api/loans/${sharer.loan.id}/repayments`
      return { loan: sharer.loan.id, repay: () => sharer.lender.cashier.post(path, cash) }
    }
    const loans: string[] = []
    const said = await overtakenAnywhere(async () => {
      const { loan, repay } = await aSale()
      loans.push(loan)
      return { slow: repay, quick: () => ring(takePayoutShares) }
    })
    for (const [at, each] of said.entries()) {
      expect(['201', '409 outdated']).toContain(each)
      expect(await paidOn(loans[at]!)).toBe(OF_SALES + (each === '201' ? cash.amount : 0))
    }
  })

  it('waits for the next minute where a repayment was quicker', async () => {
    const network = await aSharingNetwork()
    for (const at of [0, 1, 2]) {
      const sharer = await aSharerOf(network)
      await aCompletedOrder(sharer)
      const path = `/api/loans/${sharer.loan.id}/repayments`
      const by = async () => expected(await sharer.lender.cashier.post(path, cash), 201)
      await overtaken(() => ring(takePayoutShares) as Promise<unknown> as Promise<Answer>, {
        at,
        by,
      })
      await ring(takePayoutShares)
      expect(await paidOn(sharer.loan.id)).toBe(OF_SALES + cash.amount)
    }
  })
})

describe('a month that is closed', () => {
  it('holds the entry that was agreed to before, and none that comes a moment later', async () => {
    const desk = await aFundedDesk()
    const { lender, api } = desk
    let month = 1
    const anEntry = async () => {
      const first = Date.UTC(2026, 11 + month, 3, 3)
      const on = new Date(first - 5 * 86_400_000).toISOString().slice(0, 10)
      month += 1
      clock.now = first
      for (const who of [lender.treasurer, lender.owner]) await signInAgain(who)
      const lines = [
        { code: 'operating-expenses', category: 'meetings', debit: 70_000 },
        { code: 'cash', credit: 70_000 },
      ]
      const wish = { kind: 'entry', on, description: 'Honor rapat', lines }
      const { id } = expected(await lender.treasurer.post(`${api}/book-proposals`, wish), 201)
      return {
        agree: () => lender.owner.post(`${api}/book-proposals/${id}/approval`),
        close: () => lender.treasurer.post(`${api}/periods/${on.slice(0, 7)}/closing`),
      }
    }
    const late = await overtakenAnywhere(async () => {
      const { agree, close } = await anEntry()
      return { slow: agree, quick: async () => expected(await close(), 201) }
    })
    expect(new Set(late)).toEqual(new Set(['409 period-closed']))
    const early = await overtakenAnywhere(async () => {
      const { agree, close } = await anEntry()
      return { slow: close, quick: async () => expected(await agree(), 201) }
    })
    for (const each of early) expect(['201', '409 outdated']).toContain(each)
  })
})
