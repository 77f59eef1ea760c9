import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { forgotten, multiply } from '#test/support/copies'
import { aFundedDesk, aLoanOf } from '#test/support/funds'
import { ring } from '#test/support/ticking'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'
import { countPortfolios } from '#worker/jobs/portfolio'

const START = Date.UTC(2026, 7, 10, 3)
beforeEach(() => void (clock.now = START))
afterEach(() => void (clock.now = START))

type Desk = Awaited<ReturnType<typeof aFundedDesk>>

/** Two loans of five million each, of which one was paid up to the day. */
async function aDesk(day: number) {
  const desk = await aFundedDesk()
  const late = await aLoanOf(desk, desk.borrower)
  const kept = await aLoanOf(desk, await aPerson())
  clock.now = day
  for (const person of Object.values(desk.lender)) {
    if (person instanceof Client) await signInAgain(person as never)
  }
  return { ...desk, late, kept, path: `${desk.api}/portfolio` }
}

const counted = async (desk: Desk & { path: string }): Promise<Json> => {
  await ring(countPortfolios)
  return expected(await desk.lender.officer.get(desk.path), 200)
}

async function pays(desk: Desk, loan: Json, amount: number) {
  const path = `/api/loans/${loan.id}/repayments`
  return expected(await desk.lender.cashier.post(path, { amount, channel: 'cash' }), 201)
}

describe('GET /api/lenders/:slug/portfolio', () => {
  it('tells nothing before the first count, and all of it after', async () => {
    const desk = await aDesk(START)
    const before = expected(await desk.lender.owner.get(desk.path), 200)
    expect(before).toMatchObject({ day: null, running: 0, tkb90: null })
    const after = await counted(desk)
    expect(after).toMatchObject({
      ...{ day: '2026-08-10', isToday: true, running: 2, balance: 10_000_000, tkb90: 10_000 },
      risk: [0, 30, 60, 90].map((over) => ({ over, loans: 0, balance: 0, bps: 0 })),
      vintages: [{ quarter: '2026-Q3', loans: 2, lent: 10_000_000, balance: 10_000_000 }],
    })
  })

  it('ages arrears by days, and sets aside by the class they lead to', async () => {
    const desk = await aDesk(Date.UTC(2026, 9, 25, 3))
    await pays(desk, desk.kept, 1_200_000)
    const rule = { profile: 'bank' }
    expected(await desk.lender.owner.put(`${desk.api}/quality-profile`, rule), 200)
    const told = await counted(desk)
    const { balance } = told.classes[0]
    const share = Math.round((5_000_000 / (5_000_000 + balance)) * 10_000)
    expect(told.risk).toEqual([
      { over: 0, loans: 1, balance: 5_000_000, bps: share },
      { over: 30, loans: 1, balance: 5_000_000, bps: share },
      { over: 60, loans: 0, balance: 0, bps: 0 },
      { over: 90, loans: 0, balance: 0, bps: 0 },
    ])
    expect(told.profile).toMatchObject({ profile: 'bank', since: '2026-10-25' })
    expect(told.classes[1]).toMatchObject({ name: 'special-mention', provision: 250_000 })
    expect(told.target).toBe(250_000 + Math.round(balance / 100))
    expect(told.officers).toHaveLength(1)
  })

  it('stays as of its day while loans move on, and follows at the next count', async () => {
    const desk = await aDesk(START)
    await counted(desk)
    clock.now = Date.UTC(2026, 8, 10, 3)
    await signInAgain(desk.lender.cashier)
    await signInAgain(desk.lender.officer)
    await pays(desk, desk.kept, 528_000)
    const before = expected(await desk.lender.officer.get(desk.path), 200)
    expect(before).toMatchObject({ day: '2026-08-10', isToday: false, balance: 10_000_000 })
    const after = await counted(desk)
    expect(after).toMatchObject({ day: '2026-09-10', isToday: true })
    expect(after.balance).toBeLessThan(10_000_000)
    expect(after.days.map((one: Json) => one.day)).toEqual(['2026-09-10', '2026-08-10'])
  })

  it('is for who works with loans of this lender', async () => {
    const desk = await aDesk(START)
    expect((await new Client().get(desk.path)).status).toBe(401)
    expect((await desk.lender.cashier.get(desk.path)).status).toBe(403)
    const other = await aLender(desk.operator, ['officer'])
    expect((await other.officer.get(desk.path)).status).toBe(404)
  })

  it('reads only sums: as many rows for many loans as for few', async () => {
    const desk = await aDesk(START)
    await counted(desk)
    const few = (await desk.lender.officer.get(desk.path)).cost
    await multiply(desk.kept.id, 700)
    clock.now += 24 * 60 * 60 * 1000
    await signInAgain(desk.lender.officer)
    await ring(countPortfolios)
    expect((await desk.lender.officer.get(desk.path)).body.running).toBe(2)
    await ring(countPortfolios)
    const answer = await desk.lender.officer.get(desk.path)
    expect(answer.body.running).toBe(702)
    expect((answer.cost?.rowsRead ?? 0) - (few?.rowsRead ?? 0)).toBeLessThan(20)
    await forgotten()
  })
})

describe('GET /api/lenders/:slug/portfolio/loans', () => {
  it('opens every figure to the loans behind it', async () => {
    const desk = await aDesk(Date.UTC(2026, 9, 25, 3))
    await pays(desk, desk.kept, 1_200_000)
    const told = await counted(desk)
    const loans = async (query: string): Promise<Json[]> =>
      expected(await desk.lender.treasurer.get(`${desk.path}/loans?${query}`), 200).items
    const total = (items: Json[]) => items.reduce((sum, one) => sum + one.balance, 0)
    expect(total(await loans(''))).toBe(told.balance)
    for (const one of told.classes) {
      expect(total(await loans(`class=${one.name}`))).toBe(one.balance)
    }
    for (const one of told.bands) expect(total(await loans(`band=${one.band}`))).toBe(one.balance)
    for (const one of told.risk) expect(total(await loans(`over=${one.over}`))).toBe(one.balance)
    for (const one of told.officers) {
      expect(total(await loans(`officer=${one.id || 'none'}`))).toBe(one.balance)
    }
    expect(total(await loans('quarter=2026-Q3'))).toBe(told.balance)
    expect(total(await loans('problem=yes'))).toBe(told.nonPerforming.balance)
    expect(await loans('accrued=yes')).toEqual([])
    const [late] = await loans('over=30')
    expect(late).toMatchObject({ id: desk.late.id, daysLate: 45, band: 'd31' })
  })

  it('goes on page by page, also those due on a day', async () => {
    const desk = await aDesk(Date.UTC(2026, 8, 5, 3))
    const told = await counted(desk)
    expect(told.dues).toMatchObject([{ on: '2026-09-10', loans: 2 }])
    for (const query of ['over=0&', 'quarter=2026-Q3&', 'due=2026-09-10&', '']) {
      const path = `${desk.path}/loans?${query}limit=1`
      const seen: string[] = []
      for (let next: string | null = ''; next !== null;) {
        const page: Json = expected(await desk.lender.officer.get(`${path}${next}`), 200)
        seen.push(...page.items.map((one: Json) => one.id))
        next = page.next && `&after=${page.next}`
      }
      expect(new Set(seen).size).toBe(query === 'over=0&' ? 0 : 2)
    }
  })

  it('refuses what is no part, and whoever is not of the lender', async () => {
    const desk = await aDesk(START)
    expect((await desk.lender.officer.get(`${desk.path}/loans?class=good`)).status).toBe(400)
    expect((await desk.lender.cashier.get(`${desk.path}/loans`)).status).toBe(403)
    const other = await aLender(desk.operator, ['officer'])
    expect((await other.officer.get(`${desk.path}/loans`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/portfolio/sheets/:sheet', () => {
  it('writes each table as of its day, with the rule it follows', async () => {
    const desk = await aDesk(START)
    await counted(desk)
    const sheets = ['classes', 'risk', 'officers', 'vintage', 'dues', 'days']
    for (const sheet of sheets) {
      const { status, text } = await desk.lender.owner.get(`${desk.path}/sheets/${sheet}`)
      expect([sheet, status]).toEqual([sheet, 200])
      expect(text).toContain('per 2026-08-10')
      expect(text).toContain('Permenkop')
    }
  })

  it('knows no other table, and shows none to others', async () => {
    const desk = await aDesk(START)
    expect((await desk.lender.owner.get(`${desk.path}/sheets/all`)).status).toBe(400)
    expect((await desk.lender.cashier.get(`${desk.path}/sheets/risk`)).status).toBe(403)
  })
})

describe('the rule of loan quality of a lender', () => {
  it('is chosen from those with a source, and counts from the next count on', async () => {
    const desk = await aDesk(START)
    const path = `${desk.api}/quality-profile`
    const { chosen, rules } = expected(await desk.lender.officer.get(path), 200)
    expect(chosen).toMatchObject({ profile: 'koperasi', since: null })
    expect(rules.every((one: Json) => one.profile === 'own' || one.source !== '')).toBe(true)
    await counted(desk)
    expected(await desk.lender.treasurer.put(path, { profile: 'lkm' }), 200)
    expect((await counted(desk)).profile).toMatchObject({ profile: 'lkm', since: '2026-08-10' })
  })

  it('may be her own, by days and with rates of her own', async () => {
    const desk = await aDesk(Date.UTC(2026, 9, 25, 3))
    const path = `${desk.api}/quality-profile`
    const names = ['current', 'special-mention', 'substandard', 'doubtful', 'loss']
    const classes = names.map((name, i) => ({ name, overDays: i * 10, bps: i * 2500 }))
    const own = { profile: 'own', classes, source: 'Keputusan rapat anggota 2026' }
    expected(await desk.lender.owner.put(path, own), 200)
    const told = await counted(desk)
    expect(told.classes.at(-1)).toMatchObject({ name: 'loss', loans: 2, provision: 10_000_000 })
    const upside = [...classes.slice(0, 4), { ...classes[4], overDays: 5 }]
    const wrong = await desk.lender.owner.put(path, { ...own, classes: upside })
    expect(wrong.status).toBe(400)
  })

  it('is not the officer’s to choose, nor another lender’s', async () => {
    const desk = await aDesk(START)
    const path = `${desk.api}/quality-profile`
    expect((await desk.lender.officer.put(path, { profile: 'bpr' })).status).toBe(403)
    expect((await desk.lender.cashier.get(path)).status).toBe(403)
    const other = await aLender(desk.operator, [])
    expect((await other.owner.put(path, { profile: 'bpr' })).status).toBe(404)
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await desk.lender.owner.put(path, { profile: 'good' })).status).toBe(400)
  })
})
