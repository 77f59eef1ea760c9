/** The closing of months in a book that is kept by what is earned. */
import { beforeEach, describe, expect, it } from 'vitest'
import { bindings, clock, type Json } from '#test/support/client'
import { aLoanProduct } from '#test/support/desk'
import { aLoanOf, type Desk } from '#test/support/funds'
import { ring } from '#test/support/ticking'
import { aLender, anOperator, aPerson, expected, signInAgain } from '#test/support/world'
import { accrueInterest } from '#worker/jobs/accruals'
import { closeMonths } from '#worker/jobs/closing'

const START = Date.UTC(2026, 7, 10, 3)
beforeEach(() => void (clock.now = START))

/** Two loans of 5 million at 1 % a month, handed over on 10 August, and the day on which we look. */
async function aBookOn(day: string) {
  const lender: Desk = await aLender(await anOperator())
  const productId = await aLoanProduct(lender, { basis: 'accrual' })
  const first = await aLoanOf({ lender, productId }, await aPerson())
  await aLoanOf({ lender, productId }, await aPerson())
  clock.now = Date.parse(`${day}T03:00:00Z`)
  for (const one of [lender.treasurer, lender.cashier]) await signInAgain(one)
  const api = `/api/lenders/${lender.slug}`
  const kept = async (): Promise<Json> =>
    expected(await lender.treasurer.get(`${api}/periods`), 200)
  const close = (month: string) => lender.treasurer.post(`${api}/periods/${month}/closing`)
  return { lender, first, api, kept, close }
}

/** Interest receivable brought in at the ends of months, by the day of its entry. */
async function accruedOn(lender: Desk): Promise<[string, number][]> {
  const { DB } = bindings()
  const { results } = await DB.prepare(
    `SELECT e.value_on AS day, sum(t.amount) AS amount FROM entries e JOIN transfers t ON t.entry_id = e.id
     WHERE e.book = ? AND e.rule = 'interest-accrued' GROUP BY e.value_on ORDER BY e.value_on`,
  )
    .bind(lender.id)
    .all<{ day: string; amount: number }>()
  return results.map(({ day, amount }) => [day, amount])
}

describe('the closing of a month whose interest is missing', () => {
  it('waits, says for how many loans, and is done once the clock has brought all of it in', async () => {
    const { lender, kept, close } = await aBookOn('2026-09-01')
    const asked = expected(await close('2026-08'), 201)
    expect(asked).toEqual({
      ...{ months: [], closedThrough: null, yearEntryId: null },
      underway: { month: '2026-08', behind: 2 },
    })
    expect(await kept()).toMatchObject({
      closedThrough: null,
      underway: { month: '2026-08', behind: 2 },
    })
    expect(await ring(closeMonths)).toBe(3)
    const done = await kept()
    expect(done).toMatchObject({ closedThrough: '2026-08', underway: null })
    expect(done.items[0]).toMatchObject({ month: '2026-08' })
    const [[day, amount]] = (await accruedOn(lender)) as [[string, number]]
    expect(day).toBe('2026-08-31')
    expect(amount).toBeGreaterThan(60_000)
    expect(await ring(closeMonths)).toBe(0)
    expect(await ring(accrueInterest)).toBe(0)
  })

  it('brings in each month’s own when several are closed at once', async () => {
    const { lender, kept, close } = await aBookOn('2026-11-20')
    expected(await close('2026-10'), 201)
    expect(await ring(accrueInterest)).toBe(0)
    expect(await ring(closeMonths)).toBe(7)
    expect((await kept()).closedThrough).toBe('2026-10')
    const days = (await accruedOn(lender)).map(([day]) => day)
    expect(days).toEqual(['2026-08-31', '2026-09-30', '2026-10-31'])
  })

  it('keeps other accruals off these loans, and tells who asks again how far it is', async () => {
    const { first, kept, close } = await aBookOn('2026-09-01')
    expected(await close('2026-08'), 201)
    const { DB } = bindings()
    await ring(accrueInterest)
    expect((await kept()).underway).toEqual({ month: '2026-08', behind: 2 })
    const again = await close('2026-08')
    expect(again.body.underway).toEqual({ month: '2026-08', behind: 2 })
    await ring(closeMonths)
    expect((await kept()).closedThrough).toBe('2026-08')
    const row = await DB.prepare('SELECT through FROM loan_accruals WHERE loan_id = ?')
      .bind(first.id)
      .first<{ through: string }>()
    expect(row?.through).toBe('2026-08-31')
  })

  it('lets no other month be closed meanwhile', async () => {
    const { close } = await aBookOn('2026-11-20')
    expected(await close('2026-10'), 201)
    expect((await close('2026-09')).body).toMatchObject({ slug: 'illegal-transition' })
  })

  it('is done at once where the interest is in the books', async () => {
    const { close } = await aBookOn('2026-09-01')
    expect(await ring(accrueInterest)).toBe(2)
    const done = expected(await close('2026-08'), 201)
    expect(done).toMatchObject({ closedThrough: '2026-08', underway: null })
  })
})
