/** Reports for authorities and funders: the health worksheet, the PUMK report, the loans of a fund. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aFund, aFundedDesk, aLoanOf } from '#test/support/funds'
import { ring } from '#test/support/ticking'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'
import { countPortfolios } from '#worker/jobs/portfolio'

const START = Date.UTC(2026, 7, 10, 3)
beforeEach(() => void (clock.now = START))
afterEach(() => void (clock.now = START))

/** Two loans out of a fund of a partner, of which one is 45 days late; and one out of the first fund. */
async function aDesk() {
  const desk = await aFundedDesk()
  const fund = await aFund(desk.lender, { funder: desk.partner.slug })
  const given = {
    amount: 50_000_000,
    source: 'PT Sagara',
    receivedOn: '2026-03-01',
    fundId: fund.id,
  }
  expected(await desk.lender.treasurer.post(`${desk.api}/fund-receipts`, given), 201)
  const late = await aLoanOf(desk, desk.borrower, { fundId: fund.id })
  const kept = await aLoanOf(desk, await aPerson(), { fundId: fund.id })
  await aLoanOf(desk, await aPerson())
  clock.now = Date.UTC(2026, 9, 25, 3)
  for (const person of [...Object.values(desk.lender), desk.partner.owner, desk.operator.owner]) {
    if (person instanceof Client) await signInAgain(person as never)
  }
  const paid = { amount: 1_200_000, channel: 'cash' }
  expected(await desk.lender.cashier.post(`/api/loans/${kept.id}/repayments`, paid), 201)
  await ring(countPortfolios)
  return { ...desk, fund, late, kept }
}

describe('GET /api/lenders/:slug/health-worksheet', () => {
  it('scores what loans and book tell, and no more', async () => {
    const { lender, api } = await aDesk()
    const sheet = expected(await lender.officer.get(`${api}/health-worksheet`), 200)
    expect(sheet).toMatchObject({ day: '2026-10-25', year: '2026', membersOnly: false })
    const of = (name: string) => sheet.rows.find((one: Json) => one.component === name)
    expect(of('problem-risk')).toMatchObject({ weight: 5 })
    expect(of('problem-risk').whole).toBeGreaterThan(13_000_000)
    expect(of('own-capital').part).toBeGreaterThan(999_999_999)
    expect(of('own-capital').part).toBeLessThan(1_002_000_000)
    expect(of('management')).toMatchObject({ score: null, reason: 'answers' })
    const all = expected(await lender.officer.get(`${api}/health-worksheet?members=all`), 200)
    expect(all.weight).toBeGreaterThan(sheet.weight)
  })

  it('refuses another reading of membership', async () => {
    const { lender, api } = await aDesk()
    expect((await lender.officer.get(`${api}/health-worksheet?members=some`)).status).toBe(400)
  })

  it('is for who works with loans of this lender', async () => {
    const { lender, api, operator } = await aDesk()
    expect((await lender.cashier.get(`${api}/health-worksheet`)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(`${api}/health-worksheet`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/health-worksheet/sheet', () => {
  it('is the worksheet as a sheet, each table with its source', async () => {
    const { lender, api } = await aDesk()
    const { status, text } = await lender.owner.get(`${api}/health-worksheet/sheet?members=all`)
    expect(status).toBe(200)
    expect(text).toContain('per 2026-10-25')
    expect(text).toContain('Perdep 06/Per/Dep.6/IV/2016')
    expect(text).toContain('14/Per/M.KUKM/XII/2009')
    expect(text).toContain('Tanpa skor: Agunan tidak dicatat')
  })

  it('refuses what it does not know, and other people', async () => {
    const { lender, api, operator } = await aDesk()
    const path = `${api}/health-worksheet/sheet`
    expect((await lender.owner.get(`${path}?members=none`)).status).toBe(400)
    expect((await lender.cashier.get(path)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(path)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/pumk-report', () => {
  it('tells each partner, page by page, and all of them by quality', async () => {
    const { lender, api, late } = await aDesk()
    const seen: Json[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: Json = expected(
        await lender.officer.get(`${api}/pumk-report?limit=1${next}`),
        200,
      )
      seen.push(...page.items)
      expect(page.loans).toBe(3)
      next = page.next && `&after=${page.next}`
    }
    expect(seen).toHaveLength(3)
    const one = seen.find(({ id }) => id === late.id)
    expect(one).toMatchObject({
      ...{ disbursed: 5_000_000, balance: 5_000_000, repaid: 0, daysLate: 45 },
      ...{ instalments: 10, paid: 0, purpose: expect.any(String) },
    })
  })

  it('tells those of one fund alone, whose sums are theirs', async () => {
    const { lender, api, fund } = await aDesk()
    const told = expected(await lender.officer.get(`${api}/pumk-report?fund=${fund.id}`), 200)
    expect(told).toMatchObject({ loans: 2, fund: { name: fund.name } })
    expect(told.items).toHaveLength(2)
    const held = told.items.reduce((sum: number, one: Json) => sum + one.balance, 0)
    expect(told.balance).toBe(held)
    const paid = told.items.map((one: Json) => one.paid)
    expect(Math.max(...paid)).toBe(2)
    const weighted = told.qualities.reduce((sum: number, one: Json) => sum + one.weighted, 0)
    expect(told.collectability).toBe(Math.round((weighted / held) * 10_000))
  })

  it('knows no fund of another lender, and is not for the cashier', async () => {
    const { lender, api, operator, fund } = await aDesk()
    expect((await lender.officer.get(`${api}/pumk-report?fund=nothing`)).status).toBe(404)
    expect((await lender.cashier.get(`${api}/pumk-report`)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(`${api}/pumk-report`)).status).toBe(404)
    const path = `/api/lenders/${other.slug}/pumk-report?fund=${fund.id}`
    expect((await other.officer.get(path)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/pumk-report/sheet', () => {
  it('holds every partner below the sums', async () => {
    const { lender, api, fund } = await aDesk()
    const { text } = await lender.treasurer.get(`${api}/pumk-report/sheet?fund=${fund.id}`)
    expect(text).toContain('per 2026-10-25')
    expect(text).toContain('Mitra binaan')
    expect((text ?? '').split('5000000').length).toBeGreaterThan(2)
  })

  it('refuses a fund that is none of the lender’s, and other people', async () => {
    const { lender, api, operator } = await aDesk()
    expect((await lender.owner.get(`${api}/pumk-report/sheet?fund=nothing`)).status).toBe(404)
    expect((await lender.cashier.get(`${api}/pumk-report/sheet`)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(`${api}/pumk-report/sheet`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/portfolio/loans/sheet', () => {
  it('holds every loan behind a figure', async () => {
    const { lender, api } = await aDesk()
    const path = `${api}/portfolio/loans/sheet`
    const { text } = await lender.treasurer.get(`${path}?over=30`)
    const lines = (text ?? '').trim().split('\r\n')
    expect(lines[0]).toContain('per 2026-10-25')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('5000000')
  })

  it('refuses what is no part', async () => {
    const { lender, api } = await aDesk()
    const path = `${api}/portfolio/loans/sheet`
    expect((await lender.owner.get(`${path}?class=good`)).status).toBe(400)
    expect((await lender.owner.get(`${path}?limit=2`)).status).toBe(400)
  })

  it('is for who works with loans of this lender', async () => {
    const { lender, api, operator } = await aDesk()
    const path = `${api}/portfolio/loans/sheet`
    expect((await lender.cashier.get(path)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(path)).status).toBe(404)
  })
})

describe('the loans of a fund', () => {
  it('tell its funder how many are late and how good they are, and open from each figure', async () => {
    const { partner, fund, late, lender, api } = await aDesk()
    const path = `/api/funders/${partner.slug}/funds/${fund.id}`
    const told = expected(await partner.owner.get(path), 200)
    expect(told.quality.day).toBe('2026-10-25')
    expect(told.quality.risk).toMatchObject([
      { over: 30, loans: 1, balance: 5_000_000 },
      { over: 60, loans: 0, balance: 0, bps: 0 },
      { over: 90, loans: 0 },
    ])
    const behind = expected(await partner.owner.get(`${path}/loans?over=30`), 200)
    expect(behind.items).toMatchObject([{ id: late.id, borrower: null, daysLate: 45 }])
    for (const one of told.quality.classes) {
      const { items } = expected(await partner.owner.get(`${path}/loans?class=${one.name}`), 200)
      const sum = items.reduce((total: number, loan: Json) => total + loan.balance, 0)
      expect([one.name, sum]).toEqual([one.name, one.balance])
    }
    const hers = expected(await lender.officer.get(`${api}/funds/${fund.id}`), 200)
    expect(hers.quality).toEqual(told.quality)
    const [first] = expected(
      await lender.officer.get(`${api}/funds/${fund.id}/loans?over=30`),
      200,
    ).items
    expect(first).toMatchObject({ id: late.id, borrower: expect.any(String) })
  })

  it('tell nothing of quality before the first count', async () => {
    const desk = await aFundedDesk()
    const fund = await aFund(desk.lender)
    const told = expected(await desk.lender.officer.get(`${desk.api}/funds/${fund.id}`), 200)
    expect(told.quality).toBeNull()
  })
})
