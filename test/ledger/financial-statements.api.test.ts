import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { aLender, expected, signInAgain } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

/** A lender who has lent 5,000,000 in August and was paid the first instalment in September. */
async function aBook() {
  const desk = await aFundedDesk()
  const { lender } = desk
  const other = await aLender(desk.operator, ['treasurer'])
  const loan = await aLoanOf(desk, desk.borrower)
  clock.now = Date.UTC(2026, 8, 10, 3)
  const { cashier, owner, treasurer, officer } = lender
  for (const one of [cashier, owner, treasurer, officer, other.treasurer]) await signInAgain(one)
  const paid = { amount: 528_000, channel: 'cash' }
  expected(await lender.cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
  const book = `/api/books/${lender.slug}`
  const get = async (path: string) => expected(await lender.owner.get(`${book}/${path}`), 200)
  return { ...desk, other, loan, book, get }
}

type Figure = [code: string, amount: number]
const figures = ({ lines }: Json): Figure[] =>
  lines.map((one: Json) => [one.code, one.amount ?? one.balance])

describe('GET /api/books/:organization/balance-sheet', () => {
  it('balances to the rupiah at the end of any month, the current result included', async () => {
    const { get } = await aBook()
    const august = await get('balance-sheet?until=2026-08')
    expect(figures(august)).toContainEqual(['loans-receivable', 5_000_000])
    expect(august.currentResult.amount).toBe(0)
    const now = await get('balance-sheet')
    expect(now.until).toBe('2026-09')
    expect(figures(now)).toContainEqual(['loans-receivable', 4_522_000])
    expect(now.currentResult.amount).toBe(50_000)
    for (const sheet of [august, now]) {
      expect(sheet.assets.amount).toBe(sheet.liabilities.amount + sheet.equity.amount)
    }
  })

  it('reads what it shows and no more, however many months are closed', async () => {
    const { lender, api: desk, book } = await aBook()
    clock.now = Date.UTC(2029, 2, 10, 3)
    await signInAgain(lender.treasurer)
    await signInAgain(lender.owner)
    for (let month = 9; month < 39; month += 1) {
      const day = new Date(Date.UTC(2026, month, 5)).toISOString().slice(0, 10)
      const received = { amount: 1_000_000, source: 'Simpanan', receivedOn: day }
      expected(await lender.treasurer.post(`${desk}/fund-receipts`, received), 201)
      clock.now += 60_000
      if (!day.includes('-12-')) continue
      const closed = `${desk}/periods/${day.slice(0, 7)}/closing`
      expected(await lender.treasurer.post(closed), 201)
      await signInAgain(lender.treasurer)
    }
    await signInAgain(lender.owner)
    for (const until of ['2026-10', '2027-06', '2028-12', '2029-02']) {
      const answer = await lender.owner.get(`${book}/balance-sheet?until=${until}`)
      const shown = expected(answer, 200).lines.length
      expect([until, answer.cost!.rowsRead <= shown + 60]).toEqual([until, true])
    }
  })

  it('is for those who read the book, and of a month that there is', async () => {
    const { other, lender, book } = await aBook()
    expect((await lender.cashier.get(`${book}/balance-sheet`)).status).toBe(403)
    expect((await lender.owner.get(`${book}/balance-sheet?until=2026-13`)).status).toBe(400)
    expect((await other.treasurer.get(`${book}/balance-sheet`)).status).toBe(404)
  })
})

describe('GET /api/books/:organization/income-statement', () => {
  it('tells what was earned, beside as many months before', async () => {
    const { get } = await aBook()
    const month = await get('income-statement?from=2026-09&until=2026-09')
    expect(figures(month)).toEqual([['interest-income', 50_000]])
    expect(month.compared).toEqual({ from: '2026-08', until: '2026-08' })
    const year = await get('income-statement?from=2026-01&until=2026-12')
    expect(year.result).toEqual({ amount: 50_000, compared: 0 })
    const later = await get('income-statement?from=2026-10&until=2026-10')
    expect(later.result).toEqual({ amount: 0, compared: 50_000 })
  })

  it('is for those who read the book, and of months in their order', async () => {
    const { other, lender, book } = await aBook()
    const path = `${book}/income-statement`
    const turned = await lender.owner.get(`${path}?from=2026-09&until=2026-08`)
    expect(turned.body.slug).toBe('outside-limits')
    expect((await lender.officer.get(path)).status).toBe(403)
    expect((await other.treasurer.get(path)).status).toBe(404)
  })
})

describe('GET /api/books/:organization/cash-flow', () => {
  it('finds where the cash went: lent out, paid back, received from funders', async () => {
    const { get } = await aBook()
    const year = await get('cash-flow?from=2026-01&until=2026-12')
    const totals = Object.fromEntries(year.parts.map((one: Json) => [one.of, one.total]))
    expect(totals).toEqual({ operating: 50_000, lending: -4_522_000, funding: 1_000_000_000 })
    expect([year.opening, year.closing]).toEqual([0, 995_528_000])
    const september = await get('cash-flow?from=2026-09&until=2026-09')
    expect([september.opening, september.closing]).toEqual([995_000_000, 995_528_000])
  })

  it('is for those who read the book', async () => {
    const { other, lender, book } = await aBook()
    expect((await lender.cashier.get(`${book}/cash-flow`)).status).toBe(403)
    expect((await lender.owner.get(`${book}/cash-flow?from=x`)).status).toBe(400)
    expect((await other.treasurer.get(`${book}/cash-flow`)).status).toBe(404)
  })
})

describe('GET /api/books/:organization/statements/:kind/file', () => {
  it('is each statement as a sheet whose figures are those of the page', async () => {
    const { lender, book } = await aBook()
    const lastOf = async (kind: string) => {
      const path = `${book}/statements/${kind}/file?from=2026-09&until=2026-09`
      const response = await lender.owner.get(path)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      return response.text.trimEnd().split('\r\n').at(-1)
    }
    expect(await lastOf('trial-balance')).toBe(',Jumlah,1000050000,1000050000')
    expect(await lastOf('balance-sheet')).toBe(',Jumlah kewajiban dan modal,1000050000,0')
    expect(await lastOf('income-statement')).toBe(',Sisa hasil usaha,50000,0')
    expect(await lastOf('cash-flow')).toBe(',Kas dan bank akhir,995528000')
  })

  it('is for those who read the book, and of a statement that there is', async () => {
    const { other, lender, book } = await aBook()
    const path = `${book}/statements/balance-sheet/file`
    expect((await lender.cashier.get(path)).status).toBe(403)
    expect((await lender.owner.get(`${book}/statements/gold/file`)).status).toBe(400)
    expect((await other.treasurer.get(path)).status).toBe(404)
  })
})

describe('GET /api/books/:organization/entries/:id', () => {
  it('is an entry with its transfers, to which every figure leads', async () => {
    const { get, loan } = await aBook()
    const { items } = await get('entries')
    const entry = await get(`entries/${items[0].id}`)
    expect(entry).toEqual(items[0])
    expect(entry.subject).toBe(loan.id)
  })

  it('is for those who read its book', async () => {
    const { other, lender, book, get } = await aBook()
    const { items } = await get('entries')
    const path = `${book}/entries/${items[0].id}`
    expect((await lender.cashier.get(path)).status).toBe(403)
    expect((await lender.owner.get(`${book}/entries/none`)).status).toBe(404)
    const foreign = `/api/books/${other.slug}/entries/${items[0].id}`
    expect((await other.treasurer.get(foreign)).status).toBe(404)
  })
})

describe('a journal of some months', () => {
  it('begins with what stood on the accounts then', async () => {
    const { lender, book } = await aBook()
    const response = await lender.owner.get(`${book}/journal?from=2026-09&until=2026-09`)
    const journal = response.text
    expect(response.headers.get('content-disposition')).toContain('-2026-09-2026-09.journal')
    expect(journal).toContain('2026-09-01 Saldo awal  ; rule:opening')
    expect(journal).toContain(`assets:loans:${lender.slug}  IDR 5000000\n`)
    expect(journal.match(/^\d{4}-\d{2}-\d{2} \(/gm)).toHaveLength(1)
  })
})
