import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { aLender, expected, signInAgain } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const EXPENSE = (on: string, amount: number) => ({
  kind: 'entry',
  on,
  description: 'Honor rapat',
  lines: [
    { code: 'operating-expenses', category: 'meetings', debit: amount },
    { code: 'cash', credit: amount },
  ],
})

/** A lender whose book begins in January 2026. */
async function aBook() {
  const desk = await aFundedDesk()
  const { lender, api } = desk
  const book = `/api/books/${lender.slug}`
  const write = async (on: string, amount: number) => {
    const proposals = `${api}/book-proposals`
    const { id } = expected(await lender.treasurer.post(proposals, EXPENSE(on, amount)), 201)
    return lender.owner.post(`${proposals}/${id}/approval`)
  }
  const close = (month: string) => lender.treasurer.post(`${api}/periods/${month}/closing`)
  return { ...desk, book, write, close }
}

/** The clock stands on this day, and everybody has signed in again. */
async function on(day: string, { lender }: Awaited<ReturnType<typeof aBook>>) {
  clock.now = Date.parse(`${day}T03:00:00Z`)
  for (const one of [lender.owner, lender.treasurer, lender.cashier]) await signInAgain(one)
}

describe('GET /api/lenders/:slug/periods', () => {
  it('tells which months may be closed, and which are', async () => {
    const { lender, api, close } = await aBook()
    const before = expected(await lender.owner.get(`${api}/periods`), 200)
    expect(before).toMatchObject({ basis: 'cash', closedThrough: null, begins: '2026-01' })
    expect(before.closable.at(-1)).toBe('2026-07')
    expected(await close('2026-03'), 201)
    const { items, next } = expected(await lender.owner.get(`${api}/periods?limit=2`), 200)
    expect(items.map((one: Json) => one.month)).toEqual(['2026-03', '2026-02'])
    const rest = expected(await lender.owner.get(`${api}/periods?limit=2&after=${next}`), 200)
    expect(rest.items.map((one: Json) => one.month)).toEqual(['2026-01'])
  })

  it('is for those who read the book', async () => {
    const { operator, lender, api } = await aBook()
    const other = await aLender(operator, ['treasurer'])
    expect((await lender.cashier.get(`${api}/periods`)).status).toBe(403)
    expect((await other.treasurer.get(`${api}/periods`)).status).toBe(404)
    expect((await lender.owner.get(`${api}/periods?after=x`)).status).toBe(400)
  })
})

describe('POST /api/lenders/:slug/periods/:month/closing', () => {
  it('lets no entry be dated in a closed month, whatever way it comes', async () => {
    const book = await aBook()
    const { lender, api, write, close } = book
    expected(await write('2026-06-20', 100_000), 201)
    const waiting = await lender.treasurer.post(
      `${api}/book-proposals`,
      EXPENSE('2026-06-21', 50_000),
    )
    expected(await close('2026-06'), 201)

    const late = await lender.owner.post(`${api}/book-proposals/${waiting.body.id}/approval`)
    expect(late.body.slug).toBe('period-closed')
    const asked = await lender.treasurer.post(`${api}/book-proposals`, EXPENSE('2026-06-30', 1))
    expect(asked.body.slug).toBe('period-closed')
    const fund = { amount: 1, source: 'Modal', receivedOn: '2026-05-05' }
    expect((await lender.treasurer.post(`${api}/fund-receipts`, fund)).body.slug).toBe(
      'period-closed',
    )
    expected(await write('2026-07-01', 50_000), 201)
  })

  it('books what a replay corrects in a closed month on the day it is found', async () => {
    const book = await aBook()
    const { lender, borrower, close } = book
    const loan = await aLoanOf(book, borrower)
    await on('2026-10-15', book)
    const paid = { amount: 528_000, channel: 'cash', receivedOn: '2026-10-14' }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    expected(await close('2026-09'), 201)

    const early = { ...paid, receivedOn: '2026-09-10' }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, early), 201)

    const { items } = expected(await lender.owner.get(`${book.book}/entries`), 200)
    expect(items.slice(0, 2).map((one: Json) => one.on)).toEqual(['2026-10-15', '2026-10-15'])
  })

  it('ends the year with December: the new one begins with nothing earned or spent', async () => {
    const book = await aBook()
    const { lender, borrower, write, close } = book
    const loan = await aLoanOf(book, borrower)
    await on('2026-09-10', book)
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    expected(await write('2026-09-10', 20_000), 201)
    await on('2027-01-05', book)
    expected(await write('2027-01-04', 7_000), 201)
    const closed = expected(await close('2026-12'), 201)
    expect(closed.months).toHaveLength(12)

    const at = async (path: string) => expected(await lender.owner.get(`${book.book}/${path}`), 200)
    const year = await at('income-statement?from=2026-01&until=2026-12')
    expect(year.result.amount).toBe(30_000)
    const sheet = await at('balance-sheet?until=2026-12')
    expect(sheet.currentResult.amount).toBe(0)
    const kept = sheet.lines.find((one: Json) => one.code === 'retained-earnings')
    expect(kept.amount).toBe(30_000)
    expect(sheet.assets.amount).toBe(sheet.liabilities.amount + sheet.equity.amount)
    const now = await at('balance-sheet?until=2027-01')
    expect(now.currentResult.amount).toBe(-7_000)
    expect(now.compared).toBe('2026-12')
    const { items } = expected(await lender.owner.get(`${book.api}/periods`), 200)
    expect(items[0]).toMatchObject({ month: '2026-12', yearEntryId: closed.yearEntryId })
  })

  it('opens the last month again only by two people, and undoes the end of a year with it', async () => {
    const book = await aBook()
    const { lender, api, write, close } = book
    await on('2027-01-05', book)
    expected(await write('2026-12-30', 9_000), 201)
    expected(await close('2026-12'), 201)
    const proposals = `${api}/book-proposals`
    const asked = { kind: 'reopening', month: '2026-12', reason: 'Koreksi hasil rapat anggota' }
    const older = await lender.treasurer.post(proposals, { ...asked, month: '2026-11' })
    expect(older.body.slug).toBe('illegal-transition')
    const { id } = expected(await lender.treasurer.post(proposals, asked), 201)
    expected(await lender.owner.post(`${proposals}/${id}/approval`), 201)

    const { closedThrough } = expected(await lender.owner.get(`${api}/periods`), 200)
    expect(closedThrough).toBe('2026-11')
    expected(await write('2026-12-31', 1_000), 201)
    const again = expected(await close('2026-12'), 201)
    expect(again.months).toEqual(['2026-12'])
    const year = expected(
      await lender.owner.get(`${book.book}/income-statement?from=2026-01&until=2026-12`),
      200,
    )
    expect(year.result.amount).toBe(-10_000)
  })

  it('happens once, and closes neither this month nor one twice', async () => {
    const { operator, lender, api, close } = await aBook()
    const key = { 'idempotency-key': newKey() }
    const path = `${api}/periods/2026-06/closing`
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => lender.treasurer.post(path, undefined, key)),
    )
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201, 201])
    expect((await close('2026-06')).body.slug).toBe('period-closed')
    expect((await close('2026-08')).body.slug).toBe('illegal-transition')
    expect((await close('2026-13')).status).toBe(400)
    expect((await lender.owner.post(path)).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.post(path)).status).toBe(404)
  })
})

describe('PUT /api/lenders/:slug/basis', () => {
  it('says when interest of new loans becomes income', async () => {
    const { lender, api } = await aBook()
    const kept = expected(await lender.treasurer.put(`${api}/basis`, { basis: 'accrual' }), 200)
    expect(kept.basis).toBe('accrual')
    expect((await lender.owner.get(`${api}/periods`)).body.basis).toBe('accrual')
  })

  it('has interest of a new loan earned as days pass, though nobody has paid it', async () => {
    const book = await aBook()
    const { lender, borrower, api } = book
    expected(await lender.treasurer.put(`${api}/basis`, { basis: 'accrual' }), 200)
    const loan = await aLoanOf(book, borrower)
    await on('2026-09-25', book)
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    const { lines } = expected(await lender.owner.get(`${book.book}/trial-balance`), 200)
    const of = (code: string) => lines.find((one: Json) => one.code === code)?.balance ?? 0
    expect(of('interest-income')).toBe(50_000 + of('interest-receivable'))
    expect(of('interest-receivable')).toBeGreaterThan(0)
  })

  it('is the treasurer’s, and knows two', async () => {
    const { operator, lender, api } = await aBook()
    expect((await lender.treasurer.put(`${api}/basis`, { basis: 'both' })).status).toBe(400)
    expect((await lender.cashier.put(`${api}/basis`, { basis: 'cash' })).status).toBe(403)
    const other = await aLender(operator, ['treasurer'])
    expect((await other.treasurer.put(`${api}/basis`, { basis: 'cash' })).status).toBe(404)
    expect((await new Client().put(`${api}/basis`, { basis: 'cash' })).status).toBe(401)
  })
})
