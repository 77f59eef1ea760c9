import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aFund, aFundedDesk, aLoanOf, CSR } from '#test/support/funds'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const firstOf = async (desk: Awaited<ReturnType<typeof aFundedDesk>>): Promise<Json> =>
  expected(await desk.lender.treasurer.get(`${desk.api}/funds/${desk.lender.id}`), 200)

describe('the first fund of a lender', () => {
  it('stands from the day she begins, and carries what names no other', async () => {
    const desk = await aFundedDesk()
    const fund = await firstOf(desk)
    expect(fund).toMatchObject({ first: true, status: 'open', kind: 'revolving' })
    expect(fund.sums).toMatchObject({ received: 1_000_000_000, idle: 1_000_000_000, lent: 0 })
    await aLoanOf(desk, desk.borrower)
    expect((await firstOf(desk)).sums).toMatchObject({
      ...{ lent: 5_000_000, balance: 5_000_000, idle: 995_000_000 },
      ...{ loans: 1, running: 1, borrowers: 1, turns: 0.01 },
    })
  })

  it('has its money back as the principal is repaid, and lends the same rupiah again', async () => {
    const desk = await aFundedDesk()
    const loan = await aLoanOf(desk, desk.borrower)
    clock.now = Date.UTC(2026, 8, 10, 3)
    await signInAgain(desk.lender.cashier)
    await signInAgain(desk.lender.treasurer)
    const paid = { amount: 528_000, channel: 'cash' }
    const made = expected(
      await desk.lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid),
      201,
    )
    const { sums } = await firstOf(desk)
    expect(sums).toMatchObject({
      ...{ repaid: made.split.principal, balance: 5_000_000 - made.split.principal },
      idle: 1_000_000_000 - 5_000_000 + made.split.principal,
    })
    for (const person of [desk.lender.officer, desk.lender.approver, desk.borrower]) {
      await signInAgain(person)
    }
    await aLoanOf(desk, desk.borrower)
    const again = (await firstOf(desk)).sums
    expect(again).toMatchObject({ lent: 10_000_000, loans: 2, borrowers: 1 })
  })
})

describe('GET /api/lenders/:slug/funds', () => {
  it('lists each fund with where its money stands, for all who work there', async () => {
    const desk = await aFundedDesk()
    const made = await aFund(desk.lender, { funder: desk.partner.slug })
    for (const person of [desk.lender.officer, desk.lender.cashier, desk.lender.owner]) {
      const { items } = expected(await person.get(`${desk.api}/funds`), 200)
      expect(items.map((one: Json) => one.id).sort()).toEqual([desk.lender.id, made.id].sort())
    }
    expect(made.funder).toEqual({ name: CSR.funderName, slug: desk.partner.slug })
  })

  it('refuses a page that is none, a stranger, and whoever works for another lender', async () => {
    const { operator, api } = await aFundedDesk()
    const other = await aLender(operator, ['treasurer'])
    expect((await new Client().get(`${api}/funds`)).status).toBe(401)
    expect((await (await aPerson()).get(`${api}/funds`)).status).toBe(403)
    expect((await other.treasurer.get(`${api}/funds`)).status).toBe(404)
    expect((await other.treasurer.get(`/api/lenders/${other.slug}/funds?after=x`)).status).toBe(400)
  })
})

describe('GET /api/lenders/:slug/funds/:id', () => {
  it('tells what is still to come of a promise', async () => {
    const { lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    const part = { amount: 40_000_000, source: CSR.funderName, fundId: fund.id }
    expected(await lender.treasurer.post(`${api}/fund-receipts`, part), 201)
    const { sums } = expected(await lender.treasurer.get(`${api}/funds/${fund.id}`), 200)
    expect(sums).toMatchObject({ received: 40_000_000, stillToCome: 60_000_000, idle: 40_000_000 })
  })

  it('is not found under another lender, nor for a stranger', async () => {
    const { operator, lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    const other = await aLender(operator, ['treasurer'])
    const foreign = `/api/lenders/${other.slug}/funds/${fund.id}`
    expect((await other.treasurer.get(foreign)).status).toBe(404)
    expect((await other.treasurer.get(`${api}/funds/${fund.id}`)).status).toBe(404)
    expect((await (await aPerson()).get(`${api}/funds/${fund.id}`)).status).toBe(403)
    expect((await lender.treasurer.get(`${api}/funds/none`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/funds/:id/loans', () => {
  it('leads from a fund to the loans that it carries, page by page', async () => {
    const desk = await aFundedDesk()
    const one = await aLoanOf(desk, desk.borrower)
    clock.now += 1000
    const two = await aLoanOf(desk, await aPerson())
    const path = `${desk.api}/funds/${desk.lender.id}/loans?limit=1`
    const first = expected(await desk.lender.officer.get(path), 200)
    const second = expected(await desk.lender.officer.get(`${path}&after=${first.next}`), 200)
    expect([first.items[0].id, second.items[0].id, second.next]).toEqual([two.id, one.id, null])
    expect(first.items[0]).toMatchObject({ principal: 5_000_000, balance: 5_000_000 })
  })

  it('is for those who work there, and of a fund that there is', async () => {
    const { operator, lender, api } = await aFundedDesk()
    const path = `${api}/funds/${lender.id}/loans`
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
    expect((await lender.officer.get(`${api}/funds/none/loans`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/funds/:id/capital', () => {
  it('lists what came, each with the capital it left', async () => {
    const { lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    for (const amount of [30_000_000, 20_000_000]) {
      const part = { amount, source: CSR.funderName, fundId: fund.id }
      clock.now += 1000
      expected(await lender.treasurer.post(`${api}/fund-receipts`, part), 201)
    }
    const found = expected(await lender.treasurer.get(`${api}/funds/${fund.id}/capital`), 200)
    expect(found.balance).toBe(50_000_000)
    expect(found.items.map((one: Json) => [one.change, one.balance])).toEqual([
      [20_000_000, 50_000_000],
      [30_000_000, 30_000_000],
    ])
  })

  it('is for those who work there, and of a fund that there is', async () => {
    const { operator, lender, api } = await aFundedDesk()
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.get(`${api}/funds/${lender.id}/capital`)).status).toBe(404)
    expect((await new Client().get(`${api}/funds/${lender.id}/capital`)).status).toBe(401)
    expect((await lender.treasurer.get(`${api}/funds/none/capital`)).status).toBe(404)
  })
})

describe('POST /api/lenders/:slug/funds', () => {
  it('opens a fund that holds nothing yet', async () => {
    const { lender } = await aFundedDesk()
    const fund = await aFund(lender)
    expect(fund).toMatchObject({ name: CSR.name, restriction: CSR.restriction, first: false })
    expect(fund.sums).toMatchObject({ received: 0, idle: 0, stillToCome: 100_000_000, turns: null })
  })

  it('refuses a funder that the network does not know, a day ahead, and other people', async () => {
    const { operator, lender, api } = await aFundedDesk()
    const { treasurer, cashier } = lender
    expect((await treasurer.post(`${api}/funds`, { ...CSR, funder: 'nobody' })).status).toBe(404)
    const ahead = { ...CSR, openedOn: '2026-08-11' }
    expect((await treasurer.post(`${api}/funds`, ahead)).status).toBe(422)
    expect((await cashier.post(`${api}/funds`, CSR)).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.post(`${api}/funds`, CSR)).status).toBe(404)
  })
})

describe('PATCH /api/lenders/:slug/funds/:id', () => {
  const { openedOn: _, ...said } = CSR

  it('says it anew, and closes it once nothing is left in it', async () => {
    const { lender, api } = await aFundedDesk()
    const fund = await aFund(lender)
    const path = `${api}/funds/${fund.id}`
    const more = { ...said, promised: 150_000_000 }
    expect(expected(await lender.owner.patch(path, more), 200).promised).toBe(150_000_000)
    const closed = { ...said, status: 'closed' }
    expect(expected(await lender.treasurer.patch(path, closed), 200).status).toBe('closed')
    const part = { amount: 1, source: 'x', fundId: fund.id }
    const late = await lender.treasurer.post(`${api}/fund-receipts`, part)
    expect(late.body.slug).toBe('illegal-transition')
  })

  it('refuses to close it while it holds money, a promise below what came, and others', async () => {
    const { lender, api, operator } = await aFundedDesk()
    const fund = await aFund(lender)
    const path = `${api}/funds/${fund.id}`
    const part = { amount: 40_000_000, source: 'PT Sagara', fundId: fund.id }
    expected(await lender.treasurer.post(`${api}/fund-receipts`, part), 201)
    const closed = await lender.treasurer.patch(path, { ...said, status: 'closed' })
    expect(closed.body.slug).toBe('illegal-transition')
    const less = await lender.treasurer.patch(path, { ...said, promised: 39_999_999 })
    expect(less.body.errors[0].pointer).toBe('/promised')
    expect((await lender.officer.patch(path, said)).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.patch(path, said)).status).toBe(404)
  })
})
