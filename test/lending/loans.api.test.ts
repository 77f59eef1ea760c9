import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication, anApplication } from '#test/support/desk'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  signInAgain,
  type Person,
  type World,
} from '#test/support/world'

const START = Date.UTC(2026, 7, 10, 3)
/** Moves the clock to a day and has these people sign in again. */
async function on(date: string, ...people: Person[]): Promise<void> {
  clock.now = Date.parse(`${date}T03:00:00Z`)
  for (const person of people) await signInAgain(person)
}

type Desk = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>

async function aDesk() {
  const operator = await anOperator()
  const lender: Desk = await aLender(operator)
  const productId = await aLoanProduct(lender)
  const borrower = await aPerson()
  return { operator, lender, productId, borrower }
}

async function aLoan() {
  const desk = await aDesk()
  const applicationId = await anAcceptedApplication(desk.lender, desk.borrower, desk.productId)
  const path = `/api/loan-applications/${applicationId}/disbursement`
  const loan = expected(await desk.lender.cashier.post(path, {}), 201)
  return { ...desk, applicationId, id: String(loan.id), path: `/api/loans/${loan.id}` }
}

const paid = (cashier: Person, path: string, amount: number, more = {}) =>
  cashier.post(`${path}/repayments`, { amount, channel: 'cash', ...more })

beforeEach(() => {
  clock.now = START
})

describe('a disbursement', () => {
  it('makes the loan that was approved, with its schedule, for borrower and lender to see', async () => {
    const { borrower, lender, path } = await aLoan()
    const { body } = await borrower.get(path)
    expect(body.loan).toMatchObject({
      number: 1,
      principal: 5_000_000,
      status: 'active',
      balance: 5_000_000,
      disbursedOn: '2026-08-10',
      nextDueOn: '2026-09-10',
      effectiveAnnualRate: 12.68,
    })
    expect(body.instalments).toHaveLength(10)
    expect(body.instalments[0].asked).toMatchObject({ interest: 50_000, principal: 478_000 })
    const mine = await borrower.get('/api/loans')
    expect(mine.body.items).toHaveLength(1)
    expect((await lender.officer.get(path)).status).toBe(200)
  })

  it('happens once among fifty at the same time', async () => {
    const { lender, productId, borrower } = await aDesk()
    const id = await anAcceptedApplication(lender, borrower, productId)
    const path = `/api/loan-applications/${id}/disbursement`
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => lender.cashier.post(path, {})),
    )
    const statuses = answers.map((one) => one.status).sort()
    expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 409)])
    const again = await lender.cashier.post(path, {})
    expect([again.status, again.body.slug]).toEqual([409, 'already-disbursed'])
  })

  it('is refused before acceptance, by others than the cashier, and without a second factor', async () => {
    const { operator, lender, productId, borrower } = await aDesk()
    const id = await anApplication(borrower, productId)
    const path = `/api/loan-applications/${id}/disbursement`
    expect((await lender.cashier.post(path, {})).body.slug).toBe('illegal-transition')
    expect((await lender.officer.post(path, {})).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.cashier.post(path, {})).status).toBe(404)
    expect((await lender.cashier.post(path, { on: '2026-08-11' })).status).not.toBe(201)
  })
})

describe('a repayment', () => {
  it('covers interest, then principal, and its receipt reaches whoever holds the code', async () => {
    const { lender, path } = await aLoan()
    await on('2026-09-10', lender.cashier)
    const { body } = await paid(lender.cashier, path, 528_000, { payerName: 'Ibu Siti' })
    expect(body.split).toEqual({
      interest: 50_000,
      principal: 478_000,
      fees: 0,
      penalties: 0,
      overpayment: 0,
    })
    expect(body.loan).toMatchObject({ balance: 4_522_000, nextDueOn: '2026-10-10' })
    const receipt = await new Client().get(`/api/receipts/${body.receipt}`)
    expect(receipt.body).toMatchObject({ number: 1, payerName: 'Ibu Siti', amount: 528_000 })
    expect((await new Client().get('/api/receipts/NOSUCHCODE99')).status).toBe(404)
  })

  it('has one effect under one key, and needs a key', async () => {
    const { lender, path, borrower } = await aLoan()
    const key = { 'idempotency-key': 'repayment-of-september' }
    const body = { amount: 528_000, channel: 'cash' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => lender.cashier.post(`${path}/repayments`, body, key)),
    )
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect((await borrower.get(path)).body.loan.balance).toBe(4_522_000)
    const keyless = await lender.cashier.send('POST', `${path}/repayments`, body)
    expect([keyless.status, keyless.body.slug]).toEqual([400, 'idempotency-key-missing'])
  })

  it('may be dated back, and the later ones are divided anew', async () => {
    const { lender, path, borrower } = await aLoan()
    await on('2026-11-20', lender.cashier, borrower)
    await paid(lender.cashier, path, 528_000)
    const before = (await borrower.get(path)).body
    await paid(lender.cashier, path, 528_000, { receivedOn: '2026-09-10' })
    const after = (await borrower.get(path)).body
    expect(before.instalments[0].daysLate).toBe(71)
    expect(after.instalments[0]).toMatchObject({ daysLate: 0, left: 0, paidOn: '2026-09-10' })
    expect(after.loan.balance).toBe(before.loan.balance - 482_780)
    expect(after.loan.daysLate).toBe(10)
  })

  it('is refused in the future, before the loan, at nothing, and for a stranger’s loan', async () => {
    const { operator, lender, path } = await aLoan()
    expect((await paid(lender.cashier, path, 1, { receivedOn: '2026-08-11' })).status).toBe(422)
    expect((await paid(lender.cashier, path, 1, { receivedOn: '2026-08-09' })).status).toBe(422)
    for (const amount of [0, -1, 0.5, 1e13, '1']) {
      expect((await paid(lender.cashier, path, amount as number)).status).toBe(400)
    }
    const other = await aLender(operator)
    expect((await paid(other.cashier, path, 1)).status).toBe(404)
    expect((await paid(lender.officer, path, 1)).status).toBe(403)
  })

  it('above what is owed becomes a liability that can be given back, once', async () => {
    const { lender, path, borrower } = await aLoan()
    await on('2026-09-10', lender.cashier, lender.officer, borrower)
    const quote = (await borrower.get(`${path}/payoff-quote`)).body
    expect(quote.total).toBe(5_050_000)
    const sum = quote.lines.reduce(
      (total: number, line: { amount: number }) => total + line.amount,
      0,
    )
    expect(sum).toBe(quote.total)
    const closing = await paid(lender.cashier, path, quote.total + 50_000, { settles: true })
    expect(closing.body.loan).toMatchObject({ status: 'overpaid', balance: 0, overpayment: 50_000 })
    const refund = (amount: number) =>
      lender.cashier.post(`${path}/refunds`, { amount, channel: 'cash' })
    expect((await refund(50_001)).body.slug).toBe('amount-mismatch')
    expect((await refund(50_000)).body.loan).toMatchObject({ status: 'closed', overpayment: 0 })
    expect((await refund(1)).body.slug).toBe('nothing-due')
    expect(
      (await lender.officer.post(`${path}/refunds`, { amount: 1, channel: 'cash' })).status,
    ).toBe(403)
  })

  it('is reversed by another role, once, and a closed loan opens again', async () => {
    const { lender, path, borrower } = await aLoan()
    await on('2026-09-10', lender.cashier, lender.approver, borrower)
    const { total } = (await borrower.get(`${path}/payoff-quote`)).body
    const { receipt } = (await paid(lender.cashier, path, total, { settles: true })).body
    expect((await borrower.get(path)).body.loan.status).toBe('closed')
    const reversal = `${path}/repayments/2/reversal`
    const reason = { reason: 'Salah pinjaman, uang milik orang lain.' }
    expect((await lender.cashier.post(reversal, reason)).status).toBe(403)
    const { body } = await lender.approver.post(reversal, reason)
    expect(body).toMatchObject({ status: 'active', balance: 5_000_000 })
    const again = await lender.approver.post(reversal, reason)
    expect([again.status, again.body.slug]).toEqual([409, 'already-reversed'])
    expect((await lender.approver.post(`${path}/repayments/9/reversal`, reason)).status).toBe(404)
    expect((await new Client().get(`/api/receipts/${receipt}`)).body.reversedAt).not.toBeNull()
  })

  it('comes thirty times at once and no rupiah is lost', async () => {
    const { lender, path, borrower } = await aLoan()
    await on('2027-08-10', lender.cashier, borrower)
    const pay = async (i: number): Promise<number> => {
      const key = { 'idempotency-key': `parallel-payment-${i}` }
      const body = { amount: 10_000, channel: 'cash' }
      const { status } = await lender.cashier.post(`${path}/repayments`, body, key)
      return status === 409 ? pay(i) : status
    }
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, i) => pay(i)))
    expect(statuses.every((status) => status === 201)).toBe(true)
    const { events } = (await borrower.get(path)).body
    expect(events.filter((one: { type: string }) => one.type === 'repaid')).toHaveLength(30)
  })
})

describe('the desk', () => {
  it('lists what is due this week and what is late, with days and amounts', async () => {
    const { lender, path } = await aLoan()
    const list = async (which: string) =>
      (await lender.officer.get(`/api/lenders/${lender.slug}/loans?which=${which}`)).body.items
    expect(await list('dueThisWeek')).toEqual([])
    await on('2026-09-05', lender.officer, lender.cashier)
    expect(await list('dueThisWeek')).toMatchObject([{ dueThisWeek: 528_000, daysLate: 0 }])
    expect(await list('overdue')).toEqual([])
    await on('2026-10-12', lender.officer, lender.cashier)
    expect(await list('overdue')).toMatchObject([{ daysLate: 32, overdue: 1_056_000 }])
    await paid(lender.cashier, path, 1_056_000)
    expect(await list('overdue')).toEqual([])
    expect(await list('active')).toHaveLength(1)
    expect(await list('all')).toHaveLength(1)
  })

  it('is shown to nobody else', async () => {
    const { operator, lender, path } = await aLoan()
    const other = await aLender(operator)
    const stranger = await aPerson()
    expect((await stranger.get(path)).status).toBe(404)
    expect((await other.officer.get(path)).status).toBe(404)
    expect((await stranger.get(`${path}/payoff-quote`)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
    expect((await other.officer.get(`/api/lenders/${lender.slug}/loans`)).status).toBe(404)
    expect((await new Client().get('/api/loans')).status).toBe(401)
  })

  it('takes in money to lend, into its book', async () => {
    const { operator, lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/fund-receipts`
    const fund = { amount: 50_000_000, source: 'Program CSR' }
    expect((await lender.treasurer.post(path, fund)).status).toBe(201)
    expect((await lender.cashier.post(path, fund)).status).toBe(403)
    const ahead = { ...fund, receivedOn: '2026-08-11' }
    expect((await lender.treasurer.post(path, ahead)).status).toBe(422)
    const other = await aLender(operator)
    expect((await other.treasurer.post(path, fund)).status).toBe(404)
  })
})
