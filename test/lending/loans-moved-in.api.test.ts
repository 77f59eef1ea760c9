import { beforeEach, describe, expect, it } from 'vitest'
import { bindings, clock, newKey } from '#test/support/client'
import { aFundedDesk, type Desk } from '#test/support/funds'
import {
  aSheetPhone as aPhone,
  loanLine as line,
  loanSheet as sheet,
  shownSheet,
} from '#test/support/loan-sheets'
import { ring } from '#test/support/ticking'
import { aLender, expected, signIn } from '#test/support/world'
import { continueLoanImports } from '#worker/jobs/moving-in'

const AT = Date.UTC(2026, 10, 22, 3)
beforeEach(() => void (clock.now = AT))

type World = { lender: Desk; api: string; productId: string }

const shown = (desk: World, text: string) =>
  shownSheet({ by: desk.lender.treasurer, ...desk }, text)

async function brought(desk: World, text: string) {
  const { id } = await shown(desk, text)
  const path = `${desk.api}/loan-imports/${id}`
  expected(await desk.lender.treasurer.post(`${path}/application`), 201)
  return expected(await desk.lender.treasurer.get(path), 200)
}

const loansOf = async ({ lender, api }: World) =>
  expected(await lender.owner.get(`${api}/loans?which=all`), 200).items

describe('POST /api/lenders/:slug/loan-imports/:id/application', () => {
  it('brings loans that work like any other, against the opening balances', async () => {
    const desk = await aFundedDesk()
    const phone = aPhone()
    const before = await desk.lender.owner.get(`/api/books/${desk.lender.slug}`)
    const done = await brought(
      desk,
      sheet(line({ number: 'A-1', phone }), line({ number: 'A-2', phone })),
    )
    expect(done).toMatchObject({ status: 'done', imported: 2, ready: 0, principal: 6_000_000 })
    expect(before.status).toBeLessThan(500)
    const loans = await loansOf(desk)
    expect(loans.map((one: { balance: number }) => one.balance)).toEqual([3_000_000, 3_000_000])
    const held = await bindings()
      .DB.prepare(
        `SELECT code, sum(debits - credits) AS held FROM accounts WHERE book = ?1
        AND code IN ('loans-receivable', 'opening-balances', 'bank') GROUP BY code ORDER BY code`,
      )
      .bind(desk.lender.id)
      .all()
    expect(held.results).toEqual([
      { code: 'bank', held: 1_000_000_000 },
      { code: 'loans-receivable', held: 6_000_000 },
      { code: 'opening-balances', held: -6_000_000 },
    ])

    const borrower = await signIn(phone)
    const own = expected(await borrower.get('/api/loans'), 200)
    expect(own.items).toHaveLength(2)
    const path = `/api/loans/${loans[0].id}`
    const cash = { amount: 560_000, channel: 'cash' }
    const paid = expected(await desk.lender.cashier.post(`${path}/repayments`, cash), 201)
    expect(paid.loan?.balance ?? paid.balance).toBe(2_500_000)
    const statement = expected(await desk.lender.officer.get(path), 200)
    expect(statement.events.map((one: { type: string }) => one.type)).toEqual([
      ...['disbursed', 'movedIn', 'repaid'],
    ])
  })

  it('keeps what happened in the old books: nothing before is paid or taken back here', async () => {
    const desk = await aFundedDesk()
    const text = `A-9,Wati,${aPhone()},,2000000,12,tetap,10,2026-08-01,1800000,,,,2026-09-01,220000`
    await brought(desk, sheet(text))
    const [{ id }] = await loansOf(desk)
    const { approver, cashier } = desk.lender
    const early = { amount: 1000, channel: 'cash', receivedOn: '2026-10-01' }
    const late = await cashier.post(`/api/loans/${id}/repayments`, early)
    expect([late.status, late.body.errors[0].pointer]).toEqual([422, '/receivedOn'])
    const taken = await approver.post(`/api/loans/${id}/repayments/2/reversal`, { reason: 'Salah' })
    expect([taken.status, taken.body.type]).toEqual([
      ...[409, expect.stringContaining('illegal-transition')],
    ])
  })

  it('brings no loan twice, however often it is asked and whatever file it is in', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const text = sheet(line({ number: 'A-1', phone: aPhone() }))
    const [first, second] = [await shown(desk, text), await shown(desk, text)]
    const path = (id: string) => `${desk.api}/loan-imports/${id}/application`
    const key = { 'idempotency-key': newKey() }
    const answers = [
      await treasurer.post(path(first.id), {}, key),
      await treasurer.post(path(first.id), {}, key),
      await treasurer.post(path(second.id)),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await treasurer.post(path(first.id))).status).toBe(409)
    expect(await loansOf(desk)).toHaveLength(1)
    const again = expected(await treasurer.get(`${desk.api}/loan-imports/${second.id}`), 200)
    expect(again).toMatchObject({ status: 'done', imported: 0, known: 1, principal: 0 })
    expect(await shown(desk, text.replace('A-1', 'a-1'))).toMatchObject({ known: 1, ready: 0 })
  })

  it('goes on with what was left, page by page, and makes a group once', async () => {
    const desk = await aFundedDesk()
    const chair = aPhone()
    const group = (number: string) => [
      `${line({ number, phone: chair, group: 'Kelompok Melati' })},Siti,4000000,,,34.02`,
      `${number},,,,,,,,,,,Wati,2000000,,`,
    ]
    const many = Array.from({ length: 24 }, (_, i) => line({ number: `B-${i}`, phone: aPhone() }))
    const { id } = await shown(desk, sheet(...group('K-1'), ...many, ...group('K-2')))
    await bindings()
      .DB.prepare(`UPDATE loan_imports SET status = 'running' WHERE id = ?1`)
      .bind(id)
      .run()
    expect(await ring(continueLoanImports)).toBe(2)
    expect(await ring(continueLoanImports)).toBe(0)
    const path = `${desk.api}/loan-imports/${id}`
    const done = expected(await desk.lender.treasurer.get(path), 200)
    expect(done).toMatchObject({ status: 'done', imported: 26, done: 26 })
    const { items } = expected(await desk.lender.officer.get(`${desk.api}/groups`), 200)
    expect(items).toHaveLength(2)
    const slugs = items.map(({ loan }: { loan: { group: { slug: string } } }) => loan.group.slug)
    expect(new Set(slugs).size).toBe(1)
  })

  it('takes a lender on the accrual basis with the interest that was earned before', async () => {
    const desk = await aFundedDesk()
    await bindings()
      .DB.prepare(`UPDATE lender_books SET basis = 'accrual' WHERE lender_id = ?1`)
      .bind(desk.lender.id)
      .run()
    const done = await brought(desk, sheet(line({ number: 'A-1', phone: aPhone() })))
    expect(done.earned).toBe(24_000)
    const held = await bindings()
      .DB.prepare(
        `SELECT code, debits - credits AS held FROM accounts WHERE book = ?1
        AND debits <> credits AND code IN ('interest-receivable', 'interest-income', 'opening-balances')
        ORDER BY code`,
      )
      .bind(desk.lender.id)
      .all()
    expect(held.results).toEqual([
      { code: 'interest-receivable', held: 24_000 },
      { code: 'opening-balances', held: -3_024_000 },
    ])
  })

  it('refuses what is not ready, to the cashier and to another lender', async () => {
    const desk = await aFundedDesk()
    const { id } = await shown(desk, sheet(line({ number: 'A-1', phone: '08' })))
    const path = `${desk.api}/loan-imports/${id}/application`
    expect((await desk.lender.treasurer.post(path)).status).toBe(409)
    const other = await aLender(desk.operator, [])
    expect((await other.owner.post(path.replace(desk.lender.slug, other.slug))).status).toBe(404)
    expect((await other.owner.post(path)).status).toBe(404)
  })

  it('holds back what cannot come, and says so', async () => {
    const desk = await aFundedDesk()
    const { treasurer } = desk.lender
    const { id } = await shown(desk, sheet(line({ number: 'A-1', phone: aPhone() })))
    const { DB } = bindings()
    const close = (through: string | null) =>
      DB.prepare('UPDATE lender_books SET closed_through = ?2 WHERE lender_id = ?1')
        .bind(desk.lender.id, through)
        .run()
    await close('2026-11')
    const path = `${desk.api}/loan-imports/${id}`
    expect((await desk.lender.cashier.post(`${path}/application`)).status).toBe(403)
    expected(await treasurer.post(`${path}/application`), 201)
    await close(null)
    const one = expected(await treasurer.get(path), 200)
    expect(one).toMatchObject({ status: 'done', imported: 0, held: 1, principal: 0 })
    expect(await loansOf(desk)).toEqual([])
  })
})
