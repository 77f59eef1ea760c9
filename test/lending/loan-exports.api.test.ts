import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { EXPORTS } from '#worker/lending/reporting/loan-exports/requests'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'

beforeEach(() => void (clock.now = Date.UTC(2026, 7, 10, 3)))

describe('GET /api/lenders/:slug/loan-exports/:sheet', () => {
  it('takes every loan, receipt, borrower and event of a lender along', async () => {
    const desk = await aFundedDesk()
    const loan = await aLoanOf(desk, desk.borrower)
    await aLoanOf(desk, await aPerson())
    clock.now = Date.UTC(2026, 8, 10, 3)
    await signInAgain(desk.lender.cashier)
    await signInAgain(desk.lender.treasurer)
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await desk.lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    const lines = { loans: 2, receipts: 1, borrowers: 2, 'loan-events': 3 }
    for (const [sheet, rows] of Object.entries(lines)) {
      const { status, text } = await desk.lender.treasurer.get(`${desk.api}/loan-exports/${sheet}`)
      const told = text.trimEnd().split('\n')
      expect([sheet, status, told.length - 1]).toEqual([sheet, 200, rows])
    }
    const { text } = await desk.lender.treasurer.get(`${desk.api}/loan-exports/loans`)
    expect(text).toContain(loan.id)
  })

  it('tells every sheet as CSV and as JSON, page by page, without identity numbers', async () => {
    const desk = await aFundedDesk()
    await aLoanOf(desk, desk.borrower)
    for (const sheet of EXPORTS) {
      const path = `${desk.api}/loan-exports/${sheet}`
      const csv = await desk.lender.treasurer.get(path)
      const { status, body } = await desk.lender.treasurer.get(`${path}?format=json`)
      expect([sheet, csv.status, status, Array.isArray(body)]).toEqual([sheet, 200, 200, true])
      const lines = csv.text.trimEnd().split('\r\n').length
      expect([sheet, body.length]).toEqual([sheet, csv.text.length < 5 ? 0 : lines - 1])
      expect(csv.text).not.toMatch(/nik|_a,/i)
    }
    const journal = expected(
      await desk.lender.owner.get(`${desk.api}/loan-exports/journal?format=json`),
      200,
    )
    const lent = journal.filter((one: Json) => one.debit === 'loans-receivable')
    expect(lent.map((one: Json) => one.amount)).toEqual([5_000_000])
    expect((await desk.lender.owner.get(`${desk.api}/loan-exports/loans?format=xml`)).status).toBe(
      400,
    )
  })

  it('knows no other sheet, and is for the owner and the treasurer of the lender', async () => {
    const desk = await aFundedDesk()
    expect((await desk.lender.owner.get(`${desk.api}/loan-exports/all`)).status).toBe(400)
    const path = `${desk.api}/loan-exports/loans`
    expect((await desk.lender.officer.get(path)).status).toBe(403)
    expect((await new Client().get(path)).status).toBe(401)
    const other = await aLender(desk.operator, [])
    expect((await other.owner.get(path)).status).toBe(404)
  })
})
