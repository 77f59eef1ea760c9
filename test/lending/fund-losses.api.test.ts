import { beforeEach, describe, expect, it } from 'vitest'
import { commit, open, read } from '#db/client'
import { bindings, clock, newKey, type Json } from '#test/support/client'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { expected } from '#test/support/world'
import { instant, localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Given, LoanChange } from '#worker/lending/loans/change'
import { recover } from '#worker/lending/loans/loan'
import * as loans from '#worker/lending/loans/queries'
import { loanEvent } from '#worker/lending/loans/record'
import { discount, reverse, writeOff } from '#worker/lending/loans/servicing'

const today = localDate('2026-08-10')

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const database = () => open(bindings().DB, { from: 'first-primary', gather: false }).db

/** A loan of 5,000,000 out of the lender's first fund, to which things happen. */
async function aLoan() {
  const desk = await aFundedDesk()
  const { id } = await aLoanOf(desk, desk.borrower)
  const happens = async (decide: (given: Given) => LoanChange) => {
    const db = database()
    const [rows, recorded] = await read(db, [
      loans.findLoanWithin(db, id, [desk.lender.id]),
      loans.listLoanEvents(db, id),
    ])
    const given = { loan: loans.loanOf(rows[0]!), events: recorded.map(loanEvent), today }
    const change = decide(given)
    const act = { actorId: desk.lender.owner.id, at: instant(clock.now), requestId: newKey() }
    const told = { act, today, entryId: newKey(), rule: 'loan-changed', description: 'Perubahan' }
    await commit(db, [
      loans.changeLoan(db, change.loan),
      ...loans.recordLoanChange(db, change, told),
    ])
    return change.event.seq
  }
  const sums = async (): Promise<Json> =>
    expected(await desk.lender.owner.get(`${desk.api}/funds/${desk.lender.id}`), 200).sums
  return { ...desk, happens, sums }
}

describe('a loan that is lost', () => {
  it('is lost to its fund, and what is recovered of it can be lent again', async () => {
    const { happens, sums } = await aLoan()
    const lost = await happens((given) => writeOff(given))
    expect(await sums()).toMatchObject({
      ...{ balance: 0, writtenOff: 5_000_000, repaid: 0, idle: 995_000_000, running: 0 },
    })
    const back = { amount: amount(1_000_000), on: today, channel: 'cash' } as const
    const recovered = await happens((given) => recover(given, back))
    expect(await sums()).toMatchObject({ recovered: 1_000_000, idle: 996_000_000 })

    await happens((given) => reverse(given, recovered))
    await happens((given) => reverse(given, lost))
    expect(await sums()).toMatchObject({
      ...{ balance: 5_000_000, writtenOff: 0, recovered: 0, idle: 995_000_000, running: 1 },
    })
  })

  it('is lost in part where a part of it is given up', async () => {
    const { happens, sums } = await aLoan()
    await happens((given) => discount(given, { amount: amount(700_000) }))
    const { balance, writtenOff, repaid, idle } = await sums()
    expect(writtenOff).toBe(700_000)
    expect([balance, repaid, idle]).toEqual([4_300_000, 0, 995_000_000])
  })
})
