/** Interest accrued into a lender's book: whoever writes second on old figures is refused. */
import { afterEach, describe, expect, it } from 'vitest'
import { commit, open, read } from '#db/client'
import { bindings, clock } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected, signInAgain } from '#test/support/world'
import { recordEvents } from '#worker/history/queries'
import { instant, localDate } from '#worker/kernel/calendar'
import { accrue } from '#worker/lending/servicing/loans/accrual'
import * as queries from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'

const START = clock.now
afterEach(() => void (clock.now = START))

/** 5 million over 10 months at 1 % a month, handed over on 22 November; the first is due on 22 December. */
async function aLoan() {
  const lender = await aLender(await anOperator(), ['officer', 'approver', 'cashier'])
  const productId = await aLoanProduct(lender, { basis: 'accrual' })
  const id = await anAcceptedApplication(lender, await aPerson(), productId)
  const path = `/api/loan-applications/${id}/disbursement`
  const loan = expected(await lender.cashier.post(path, {}), 201)
  return { lender, id: String(loan.id), path: `/api/loans/${loan.id}` }
}

const database = () => open(bindings().DB, { from: 'first-primary', gather: false }).db

async function given(id: string, lender: { id: string }) {
  const db = database()
  const [rows, recorded] = await read(db, [
    queries.findLoanWithin(db, id, [lender.id]),
    queries.listLoanEvents(db, id),
  ])
  return { loan: queries.loanOf(rows[0]!), events: recorded.map(loanEvent) }
}

type Facts = Awaited<ReturnType<typeof given>>
let runs = 0

/** One run: what it accrued, and the event that it ran. */
async function run(facts: Facts, day: string): Promise<void> {
  const db = database()
  const name = `accrual-${(runs += 1)}`
  const act = { actorId: 'job:accruals', at: instant(clock.now), requestId: name }
  const said = { rule: 'interest-accrued', description: 'Akrual jasa pinjaman' }
  const accrual = accrue(facts, { on: localDate(day) })
  await commit(db, [
    recordEvents(db, [{ ...act, subject: name, seq: 1, type: 'accrued' }]),
    ...queries.recordAccrual(db, accrual, { act, today: localDate(day), entryId: name, ...said }),
  ])
}

async function accrued(id: string, lender: { id: string }, day: string): Promise<void> {
  await run(await given(id, lender), day)
}

async function held(id: string, { id: book }: { id: string }) {
  const { results } = await bindings()
    .DB.prepare(
      `SELECT code, debits - credits AS debit FROM accounts WHERE book = ? AND holder IN (?, '')`,
    )
    .bind(book, id)
    .all<{ code: string; debit: number }>()
  return Object.fromEntries(results.map(({ code, debit }) => [code, debit]))
}

describe('interest accrued into a lender’s book', () => {
  it('stands as a receivable until it is paid, and a repayment accrues up to its day', async () => {
    const { lender, id, path } = await aLoan()
    await accrued(id, lender, '2026-12-02')
    expect(await held(id, lender)).toMatchObject({
      'interest-receivable': 16_667,
      'interest-income': -16_667,
    })
    clock.now = Date.UTC(2026, 11, 22, 3)
    await signInAgain(lender.cashier)
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    expect(await held(id, lender)).toMatchObject({
      'interest-receivable': 0,
      'interest-income': -50_000,
      'loans-receivable': 5_000_000 - 478_000,
    })
  })

  it('is there once when two accrue it at the same time', async () => {
    const { lender, id } = await aLoan()
    const facts = await given(id, lender)
    const both = await Promise.allSettled([run(facts, '2026-12-07'), run(facts, '2026-12-07')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await held(id, lender)).toMatchObject({ 'interest-receivable': 25_000 })
  })

  it('gives way to a repayment that came between, and comes again on what it left', async () => {
    const { lender, id, path } = await aLoan()
    const before = await given(id, lender)
    clock.now = Date.UTC(2026, 11, 22, 3)
    await signInAgain(lender.cashier)
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    await expect(run(before, '2026-12-22')).rejects.toThrow('outdated')
    await accrued(id, lender, '2026-12-23')
    expect((await held(id, lender))['interest-receivable']).toBe(1459)
  })
})
