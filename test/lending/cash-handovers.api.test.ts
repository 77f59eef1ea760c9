/** The cash of a meeting on its way to the lender, and a sheet that is taken back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { clock } from '#test/support/client'
import {
  aSheet,
  atTheMeeting,
  FIRST_DUE,
  held,
  INSTALMENT,
  on,
  START,
} from '#test/support/group-loan'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'

beforeEach(() => {
  clock.now = START
})

describe('the money of a meeting', () => {
  it('is handed over by the leader in exactly the sum of the sheet, and counted by the cashier', async () => {
    const desk = await atTheMeeting()
    const { lender, leader } = desk
    const { id } = (await held(desk, aSheet(desk, [{ saved: 5_000 }]))).body
    const path = `/api/meetings/${id}/hand-over`
    const less = await leader.post(path, { amount: 433_000 })
    expect(less.body).toMatchObject({ slug: 'amount-mismatch', status: 422 })
    expect(less.body.errors[0].detail).toContain('Rp 100.000')
    const cash = INSTALMENT + 5_000
    expect((await leader.post(path, { amount: cash })).body.status).toBe('handed-over')
    const short = await lender.cashier.post(`${path}/confirmation`, { amount: cash - 1 })
    expect(short.body.errors[0].detail).toContain('Rp 1 ')
    const { body } = await lender.cashier.post(`${path}/confirmation`, { amount: cash })
    expect(body).toMatchObject({ status: 'received', cash })
  })

  it('stands in the books apart from the cash of the office until it is counted', async () => {
    const desk = await atTheMeeting()
    const { lender } = desk
    await signInAgain(lender.treasurer)
    const { id } = (await held(desk, aSheet(desk))).body
    const accounts = `/api/books/${lender.slug}/accounts`
    const { items } = expected(await lender.treasurer.get(`${accounts}?code=cash`), 200)
    const carried: string = items[1].holderName
    expect(carried).toMatch(new RegExp(`^\\S.*, ${FIRST_DUE}$`))
    expect(items).toMatchObject([
      { holder: '', holderName: null, balance: 0 },
      { holder: id, holderName: carried, balance: INSTALMENT },
    ])
    const road = `${accounts}/cash/statement?holder=${id}`
    expect(expected(await lender.treasurer.get(road), 200).account.holderName).toBe(carried)
    const office = expected(await lender.treasurer.get(`${accounts}/cash/statement?holder=`), 200)
    expect(office).toMatchObject({ account: { holder: '', holderName: null }, balance: 0 })
    const changes = office.items.map((one: { change: number }) => one.change)
    const [left, ...came] = changes.toSorted((a: number, b: number) => a - b)
    expect([left, came.reduce((a: number, b: number) => a + b)]).toEqual([-INSTALMENT, INSTALMENT])
  })

  it('is not counted by who handed it over, and not handed over by a stranger', async () => {
    const desk = await atTheMeeting()
    const { lender, member } = desk
    const { id } = (await held(desk, aSheet(desk))).body
    const path = `/api/meetings/${id}/hand-over`
    const amount = { amount: INSTALMENT }
    const early = await lender.cashier.post(`${path}/confirmation`, amount)
    expect(early.body.slug).toBe('illegal-transition')
    expect((await member.post(path, amount)).status).toBe(404)
    expected(await lender.cashier.post(path, amount), 201)
    const same = await lender.cashier.post(`${path}/confirmation`, amount)
    expect([same.status, same.body.slug]).toEqual([403, 'same-person'])
    expect((await lender.officer.post(`${path}/confirmation`, amount)).status).toBe(403)
    const other = await aLender(desk.operator)
    expect((await other.cashier.post(`${path}/confirmation`, amount)).status).toBe(404)
  })

  it('stands in the books as carried until it is counted', async () => {
    const desk = await atTheMeeting()
    const { lender, leader } = desk
    await held(desk, aSheet(desk))
    const { body } = await lender.officer.get(`/api/lenders/${lender.slug}/meetings?which=carried`)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ status: 'recorded', cash: INSTALMENT, attended: 4 })
    const path = `/api/lenders/${lender.slug}/meetings`
    expect((await lender.officer.get(`${path}?which=nonsense`)).status).toBe(400)
    expect((await leader.get(path)).status).toBe(403)
    const own = await leader.get(`/api/loans/${desk.loanId}/meetings`)
    expect(own.body.items).toHaveLength(1)
    expect((await leader.get(`/api/loans/${desk.loanId}/meetings?limit=0`)).status).toBe(400)
    expect((await (await aPerson()).get(`/api/loans/${desk.loanId}/meetings`)).body.items).toEqual(
      [],
    )
  })
})

describe('a sheet that was wrong', () => {
  it('is taken back as a whole and written anew', async () => {
    const desk = await atTheMeeting()
    const { lender, leader, loanId } = desk
    const first = aSheet(desk, [{ saved: 10_000 }, { paid: 0 }])
    const { id } = (await held(desk, first)).body
    const reason = { reason: 'Salah lembar, kelompok lain.' }
    const { body } = await lender.approver.post(`/api/meetings/${id}/reversal`, reason)
    expect(body.status).toBe('reversed')
    const after = (await leader.get(`/api/loans/${loanId}/shares`)).body
    expect(after).toMatchObject({ reserve: 0, covers: [] })
    expect(after.loan.balance).toBe(5_000_000)
    const again = await lender.approver.post(`/api/meetings/${id}/reversal`, reason)
    expect(again.body.slug).toBe('already-reversed')
    expect((await held(desk, aSheet(desk))).status).toBe(201)
  })

  it('stays while members pay back what was laid down, and is the approver’s to take back', async () => {
    const desk = await atTheMeeting()
    const { lender } = desk
    const { id } = (await held(desk, aSheet(desk, [{}, { paid: 58_400 }]))).body
    const reason = { reason: 'Salah lembar.' }
    const path = `/api/meetings/${id}/reversal`
    expect((await lender.officer.post(path, reason)).status).toBe(403)
    const other = await aLender(desk.operator)
    expect((await other.approver.post(path, reason)).status).toBe(404)
    await on('2026-10-10', lender.officer, lender.approver)
    await held(desk, aSheet(desk, [{}, { paidBack: 50_000 }], { heldOn: '2026-10-10' }))
    expect((await lender.approver.post(path, reason)).body.slug).toBe('illegal-transition')
  })

  it('is not taken apart: one of its repayments alone is not reversed', async () => {
    const desk = await atTheMeeting()
    expected(await held(desk, aSheet(desk)), 201)
    const path = `/api/loans/${desk.loanId}/repayments/2/reversal`
    const { status, body } = await desk.lender.approver.post(path, { reason: 'Salah catat.' })
    expect([status, body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('after it was counted leaves the cash where it is, less what goes back', async () => {
    const desk = await atTheMeeting()
    const { lender, leader } = desk
    const { id } = (await held(desk, aSheet(desk, [{ saved: 10_000 }]))).body
    const amount = { amount: INSTALMENT + 10_000 }
    expected(await leader.post(`/api/meetings/${id}/hand-over`, amount), 201)
    const confirmation = `/api/meetings/${id}/hand-over/confirmation`
    expected(await lender.cashier.post(confirmation, amount), 201)
    const reason = { reason: 'Uang palsu, dikembalikan.' }
    expect((await lender.approver.post(`/api/meetings/${id}/reversal`, reason)).status).toBe(201)
    const meeting = await leader.get(`/api/meetings/${id}`)
    expect(meeting.body.meeting.status).toBe('reversed')
    expect((await (await aPerson()).get(`/api/meetings/${id}`)).status).toBe(404)
  })
})
