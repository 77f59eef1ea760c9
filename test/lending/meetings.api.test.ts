/** Meetings of a group: what is written once, by one of two, and is right to the rupiah. */
import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import {
  aSheet,
  atTheMeeting,
  FIRST_DUE,
  held,
  INSTALMENT,
  on,
  START,
} from '#test/support/group-loan'
import { aLender, aPerson } from '#test/support/world'

beforeEach(() => {
  clock.now = START
})

describe('a sheet', () => {
  it('asks every member for her part, and the parts are the instalment', async () => {
    const { lender, leader, loanId } = await atTheMeeting()
    for (const person of [lender.officer, leader]) {
      const { body } = await person.get(`/api/loans/${loanId}/sheet?on=${FIRST_DUE}`)
      const asked = body.members.map((one: { asked: number }) => one.asked)
      expect(asked).toEqual([211_200, 158_400, 105_600, 52_800])
      expect(body).toMatchObject({ due: INSTALMENT, reserve: 0, recorded: null, until: FIRST_DUE })
    }
  })

  it('asks a few days ahead, and is nobody else’s to see', async () => {
    const { lender, loanId, operator } = await atTheMeeting()
    const early = await lender.officer.get(`/api/loans/${loanId}/sheet?on=2026-09-05`)
    expect(early.body.until).toBe(FIRST_DUE)
    const wrong = await lender.officer.get(`/api/loans/${loanId}/sheet?on=nonsense`)
    expect(wrong.status).toBe(400)
    const stranger = await aPerson()
    expect((await stranger.get(`/api/loans/${loanId}/sheet`)).status).toBe(404)
    const other = await aLender(operator)
    expect((await other.officer.get(`/api/loans/${loanId}/sheet`)).status).toBe(404)
  })
})

describe('a meeting', () => {
  it('repays the loan, and every member holds her own receipt', async () => {
    const desk = await atTheMeeting()
    const { lender, leader, loanId } = desk
    const { body } = await held(desk, aSheet(desk))
    expect(body).toMatchObject({ cash: INSTALMENT, toLoan: INSTALMENT, covered: 0 })
    const loan = (await leader.get(`/api/loans/${loanId}`)).body
    expect(loan.loan).toMatchObject({ balance: 4_522_000, nextDueOn: '2026-10-10' })
    const meeting = (await lender.officer.get(`/api/meetings/${body.id}`)).body
    expect(meeting.lines).toHaveLength(4)
    for (const line of meeting.lines) {
      const receipt = await new Client().get(`/api/member-receipts/${line.receipt}`)
      expect(receipt.body).toMatchObject({ name: line.name, paid: line.paid, isCounted: false })
    }
    expect((await new Client().get('/api/member-receipts/NOSUCHCODE99')).status).toBe(404)
    const group = await new Client().get(`/api/receipts/${meeting.receipts[0]}`)
    expect(group.body).toMatchObject({ amount: INSTALMENT, channel: 'meeting' })
  })

  it('tells each member with a telephone what was written of her, also when it is nothing', async () => {
    const desk = await atTheMeeting()
    await held(desk, aSheet(desk, [{}, { paid: 0 }]))
    const { body } = await desk.operator.owner.get('/api/outbox')
    const told = body.items.filter(
      (one: { template: string }) => one.template === 'meeting-receipt',
    )
    expect(told).toHaveLength(3)
    const hers = told.find((one: { destination: string }) =>
      one.destination.endsWith(desk.member.phone.slice(-4)),
    )
    expect(hers.body).toContain('Rp 0 dari Rp 158.400')
  })

  it('keeps apart that the group is on time and who really paid', async () => {
    const desk = await atTheMeeting()
    const { lender, loanId } = desk
    const { body } = await held(desk, aSheet(desk, [{}, { paid: 58_400 }]))
    expect(body).toMatchObject({ covered: 100_000, cash: INSTALMENT })
    const group = (await lender.officer.get(`/api/loans/${loanId}/shares`)).body
    expect(group).toMatchObject({ isOnTime: true, behind: 1 })
    const wayan = group.members[1]
    expect(wayan).toMatchObject({ paid: 58_400, coveredByMembers: 100_000, owes: 100_000 })
    const owed = group.members.map((one: { owed: number }) => one.owed)
    expect(owed).toEqual([33_334, 0, 33_333, 33_333])
  })

  it('takes from the reserve first, then from the other members equally', async () => {
    const desk = await atTheMeeting()
    const { lender, loanId } = desk
    const saved = aSheet(desk, [{ saved: 40_000 }], { heldOn: '2026-09-05' })
    await held(desk, { ...saved, rows: saved.rows.map((row) => ({ ...row, paid: 0 })) })
    expect((await lender.officer.get(`/api/loans/${loanId}/shares`)).body.reserve).toBe(40_000)
    const { body } = await held(desk, aSheet(desk, [{}, { paid: 58_400 }]))
    expect(body).toMatchObject({ fromReserve: 40_000, covered: 100_000 })
    const group = (await lender.officer.get(`/api/loans/${loanId}/shares`)).body
    expect(group.reserve).toBe(0)
    const owed = group.members.map((one: { owed: number }) => one.owed)
    expect(owed).toEqual([20_000, 0, 20_000, 20_000])
  })

  it('lets her pay back, and what she owed is less', async () => {
    const desk = await atTheMeeting()
    const { lender, loanId, leader } = desk
    await held(desk, aSheet(desk, [{}, { paid: 58_400 }]))
    await on('2026-10-10', lender.officer, leader)
    const next = aSheet(desk, [{}, { paidBack: 50_000 }], { heldOn: '2026-10-10' })
    const { body } = await held(desk, next)
    expect(body.cash).toBe(INSTALMENT)
    const group = (await leader.get(`/api/loans/${loanId}/shares`)).body
    expect(group.members[1].owes).toBe(50_000)
    const left = group.covers.map((one: { left: number }) => one.left)
    expect(left).toEqual([16_667, 33_333])
  })

  it('is refused for a nought too many, a stranger, a day to come, and without a second person', async () => {
    const desk = await atTheMeeting()
    const { lender, leader } = desk
    const much = await held(desk, aSheet(desk, [{ paid: 21_120_000 }]))
    expect([much.status, much.body.errors[0].pointer]).toEqual([422, '/rows/0/paid'])
    const later = await held(desk, aSheet(desk, [], { heldOn: '2026-09-11' }))
    expect(later.body.errors[0].pointer).toBe('/heldOn')
    const foreign = aSheet({ shareIds: ['nobody'] })
    expect((await held(desk, foreign)).status).toBe(422)
    const back = await held(desk, aSheet(desk, [{ paidBack: 1 }]))
    expect(back.body.errors[0].pointer).toBe('/rows/0/paidBack')
    const path = `/api/loans/${desk.loanId}/meetings`
    expect((await leader.post(path, aSheet(desk))).status).toBe(403)
    const other = await aLender(desk.operator)
    expect((await other.officer.post(path, aSheet(desk))).status).toBe(404)
    expect((await lender.approver.post(path, aSheet(desk))).status).toBe(403)
  })

  it('is written by one of two officers at once, and by none a second time', async () => {
    const desk = await atTheMeeting()
    const path = `/api/loans/${desk.loanId}/meetings`
    const [a, b] = await Promise.all([
      desk.lender.officer.post(path, aSheet(desk)),
      desk.lender.cashier.post(path, aSheet(desk, [{ paid: 0 }])),
    ])
    expect([a.status, b.status].sort()).toEqual([201, 409])
    const again = await held(desk, aSheet(desk))
    expect([again.status, again.body.slug]).toEqual([409, 'already-exists'])
  })

  it('sent ten times under the key of its sheet is written once', async () => {
    const desk = await atTheMeeting()
    const key = 'sheet-opened-before-the-signal-went'
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => held(desk, aSheet(desk), key)),
    )
    expect(answers.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1)
    const { body } = await desk.leader.get(`/api/loans/${desk.loanId}`)
    expect(body.loan.balance).toBe(4_522_000)
  })

  it('costs three trips', async () => {
    const desk = await atTheMeeting()
    expect((await held(desk, aSheet(desk, [{}, { paid: 0 }]))).cost.trips).toBeLessThanOrEqual(3)
  })
})
