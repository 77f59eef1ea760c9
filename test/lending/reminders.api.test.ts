import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { costOfReminding, lastReminder, remindedOn, steps } from '#test/support/following'
import { aGroupLoan } from '#test/support/group-loan'
import { rowsOf } from '#test/support/orders'
import { ring } from '#test/support/ticking'
import { aDeskInTrouble, aTroubledLoan } from '#test/support/trouble'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'
import { remindBorrowers } from '#worker/jobs/reminding-borrowers'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const DAY = 86_400_000
const PAID = { amount: 528_000, channel: 'cash' }

describe('reminders of an instalment', () => {
  it('climb the ladder a step at a time, each sent once however often the clock rings', async () => {
    const { borrower } = await aDeskInTrouble()
    expect(await remindedOn('2026-09-05')).toEqual([])
    expect(await remindedOn('2026-09-07')).toEqual(['before'])
    for (let minute = 0; minute < 3; minute++) await ring(remindBorrowers)
    expect(await remindedOn('2026-09-08')).toEqual(['before'])
    expect(await remindedOn('2026-09-10')).toEqual(['before', 'on-day'])
    const { destination, body } = await lastReminder()
    expect(destination).toBe(borrower.phone)
    expect(body).toContain('Rp 528.000 jatuh tempo 10 Sep 2026')
    expect(await remindedOn('2026-09-17')).toEqual(['before', 'on-day', 'late-7'])
    expect(await remindedOn('2026-09-24')).toHaveLength(4)
    expect((await remindedOn('2026-10-10')).at(-1)).toBe('late-30')
    expect((await lastReminder()).body).toContain('Rp 1.056.000')
    expect(await remindedOn('2026-12-10')).toHaveLength(5)
  })

  it('wait for the morning, and for Monday', async () => {
    await aDeskInTrouble()
    expect(await remindedOn('2026-09-07', 7)).toEqual([])
    expect(await remindedOn('2026-09-07', 20)).toEqual([])
    expect(await remindedOn('2026-09-08', 8)).toEqual(['before'])
    expect(await remindedOn('2026-09-13')).toEqual(['before'])
    expect(await remindedOn('2026-09-14')).toEqual(['before', 'late-3'])
    expect((await lastReminder()).body).toContain('jatuh tempo 10 Sep 2026')
  })

  it('send only the last step after the clock stood still', async () => {
    await aDeskInTrouble()
    expect(await remindedOn('2026-09-19')).toEqual(['late-7'])
    expect((await lastReminder()).body).toContain('terlambat 9 hari')
  })

  it('stop when the instalment is paid, and begin with the next', async () => {
    const { lender, path, on } = await aDeskInTrouble()
    await remindedOn('2026-09-10')
    await on('2026-09-11')
    expected(await lender.cashier.post(`${path}/repayments`, PAID), 201)
    expect(await remindedOn('2026-09-24')).toEqual(['on-day'])
    expect(await remindedOn('2026-10-07')).toEqual(['on-day', 'before'])
    await on('2026-10-08')
    const all = { amount: 10_000_000, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`${path}/repayments`, all), 201)
    expect(await remindedOn('2027-01-15')).toHaveLength(2)
    expect(await rowsOf('SELECT * FROM loan_reminders')).toEqual([])
  })

  it('do not come again when a payment is taken back, but go on where they were', async () => {
    const { lender, path, on } = await aDeskInTrouble()
    await remindedOn('2026-09-10')
    await on('2026-09-11')
    expected(await lender.cashier.post(`${path}/repayments`, PAID), 201)
    const taken = { reason: 'Salah pinjaman.' }
    expected(await lender.approver.post(`${path}/repayments/2/reversal`, taken), 201)
    expect(await remindedOn('2026-09-12')).toEqual(['on-day'])
    expect(await remindedOn('2026-09-14')).toEqual(['on-day', 'late-3'])
  })

  it('rest while a promise runs, and go on the day after', async () => {
    const { lender, path, on } = await aDeskInTrouble()
    await on('2026-09-16')
    const promise = { amount: 528_000, promisedOn: '2026-09-21', promisedBy: 'Ibu Siti' }
    expected(await lender.officer.post(`${path}/promises`, promise), 201)
    expect(await remindedOn('2026-09-17')).toEqual([])
    expect(await remindedOn('2026-09-21')).toEqual([])
    expect(await remindedOn('2026-09-22')).toEqual(['late-7'])
  })

  it('rest while the loan is paused', async () => {
    const { change, on } = await aDeskInTrouble()
    await on('2026-09-11')
    const measure = { kind: 'pause', until: '2026-10-20', interest: 'none' }
    await change({ measure, reason: 'Banjir bandang di desa.' })
    for (const day of ['2026-09-14', '2026-09-17', '2026-10-20']) {
      expect(await remindedOn(day)).toEqual([])
    }
    expect(await remindedOn('2026-10-21')).toHaveLength(1)
  })

  it('reach only who leads the group now, never a member', async () => {
    const { lender, leader, member, loanId } = await aGroupLoan()
    expect(await remindedOn('2026-09-07')).toEqual(['before'])
    const said = await rowsOf("SELECT destination FROM outbox WHERE template LIKE 'loan-rem%'")
    expect(said).toEqual([{ destination: leader.phone }])
    for (const person of [leader, lender.officer, member]) await signInAgain(person)
    const path = `/api/loans/${loanId}/reminders`
    expect(expected(await leader.get(path), 200).items).toHaveLength(1)
    expect((await member.get(path)).status).toBe(404)
  })

  it('take one read and one batch, and of a lender with many loans only the rows that are due', async () => {
    const desk = await aDeskInTrouble()
    for (let made = 0; made < 3; made++) await aTroubledLoan(desk)
    await desk.on('2026-09-01')
    await aTroubledLoan(desk)
    const four = await costOfReminding('2026-09-07')
    expect(await steps()).toHaveLength(4)
    expect(four.trips).toBe(2)
    expect(four.rowsRead).toBeLessThan(4 * 40)
    expect(four.rowsWritten).toBeLessThan(4 * 10)
    const none = await costOfReminding('2026-09-07')
    expect(none).toMatchObject({ trips: 1, rowsWritten: 0 })
    expect(none.rowsRead).toBeLessThan(10)
  })
})

describe('GET /api/loans/:id/reminders', () => {
  it('tells the borrower and her lender what was sent, and nobody else', async () => {
    const { operator, lender, borrower, path, on } = await aDeskInTrouble()
    await remindedOn('2026-09-07')
    await on('2026-09-08')
    const { items } = expected(await borrower.get(`${path}/reminders`), 200)
    expect(items).toMatchObject([{ step: 'before', dueOn: '2026-09-10' }])
    expect(expected(await lender.cashier.get(`${path}/reminders`), 200).items).toEqual(items)
    const other = await aLender(operator)
    expect((await other.officer.get(`${path}/reminders`)).status).toBe(404)
    expect((await (await aPerson()).get(`${path}/reminders`)).status).toBe(404)
  })
})

describe('/api/lenders/:slug/reminder-rules', () => {
  it('is all steps at first, of which the owner switches some off and on again', async () => {
    const { lender, api } = await aDeskInTrouble()
    const path = `${api}/reminder-rules`
    const sent = ({ steps }: Json) =>
      steps.filter((one: Json) => one.isSent).map(({ step }: Json) => step)
    expect(sent(expected(await lender.officer.get(path), 200))).toHaveLength(6)
    const off = ['before', 'late-14']
    const changed = expected(await lender.owner.put(path, { off }), 200)
    expect(sent(changed)).toEqual(['on-day', 'late-3', 'late-7', 'late-30'])
    clock.now += DAY / 24
    expected(await lender.owner.put(path, { off: ['before'] }), 200)
    expect(sent(expected(await lender.owner.get(path), 200))).toHaveLength(5)
    expect(await remindedOn('2026-09-07')).toEqual([])
    expect(await remindedOn('2026-09-10')).toEqual(['on-day'])
  })

  it('knows its steps, and is the owner’s of that lender', async () => {
    const { operator, lender, api } = await aDeskInTrouble()
    const path = `${api}/reminder-rules`
    expect((await lender.owner.put(path, { off: ['late-90'] })).status).toBe(400)
    expect((await lender.approver.put(path, { off: [] })).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.put(path, { off: [] })).status).toBe(404)
    expect((await other.owner.get(path)).status).toBe(404)
  })
})
