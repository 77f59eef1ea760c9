/** Groups with a lender, and what the field taught: who exists, who paid, who keeps the money. */
import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { anApplication } from '#test/support/desk'
import {
  aGroup,
  aGroupLoan,
  aLoanTo,
  aSheet,
  atTheMeeting,
  FIRST_DUE,
  held,
  INSTALMENT,
  on,
  START,
  type GroupDesk,
} from '#test/support/group-loan'
import { rowsOf } from '#test/support/orders'
import { aLender, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = START
})

const dossierOf = ({ lender, groupSlug }: GroupDesk) =>
  `/api/lenders/${lender.slug}/groups/${groupSlug}`

describe('the field', () => {
  it('a leader who keeps the money is found by members’ receipts and by cash not handed over', async () => {
    const desk = await atTheMeeting()
    const { lender, leader } = desk
    const { id } = expected(await held(desk, aSheet(desk)), 201)
    const { lines } = (await lender.officer.get(`/api/meetings/${id}`)).body
    const receipt = (await new Client().get(`/api/member-receipts/${lines[1].receipt}`)).body
    expect(receipt).toMatchObject({ paid: 158_400, cash: 158_400, isCounted: false })
    const path = `/api/meetings/${id}/hand-over`
    const kept = await leader.post(path, { amount: INSTALMENT - 58_400 })
    expect(kept.body.facts).toMatchObject({ expected: INSTALMENT, difference: -58_400 })
    const carried = `/api/lenders/${lender.slug}/meetings?which=carried`
    expect((await lender.cashier.get(carried)).body.items).toHaveLength(1)
    const { items } = (await lender.officer.get(`/api/lenders/${lender.slug}/groups`)).body
    expect(items).toMatchObject([{ carried: INSTALMENT, members: 4 }])
  })

  it('a fictitious group shows no signs of life', async () => {
    const desk = await atTheMeeting()
    await held(desk, aSheet(desk, [{}, {}, { attended: false }]))
    const { proof } = (await desk.lender.officer.get(dossierOf(desk))).body
    expect(proof).toMatchObject({
      members: 2,
      confirmed: 2,
      shares: 4,
      phones: 3,
      strangers: 2,
      photos: 0,
      orders: 0,
      visits: 0,
      meetings: 1,
      lastMeetingOn: FIRST_DUE,
      attendance: 75,
    })
  })

  it('a good member of a bad group keeps her own record and climbs by it', async () => {
    const desk = await atTheMeeting()
    const sheet = aSheet(desk, [{ covers: false }, { covers: false }, { paid: 0 }, { paid: 0 }])
    const rows = sheet.rows.map((row) => ({ ...row, covers: false }))
    const { body } = await held(desk, { ...sheet, rows })
    expect(body.covered).toBe(0)
    await on('2026-12-24', desk.lender.officer, desk.leader)
    const dossier = (await desk.lender.officer.get(dossierOf(desk))).body
    expect(dossier.limit.step).toBe('down')
    expect(dossier.cycles).toMatchObject([{ late: 4, status: 'active' }])
    const standing = (name: string) =>
      dossier.members.find((one: { name: string }) => one.name === name).record
    expect(standing('Bu Wayan')).toMatchObject({
      standing: 'good',
      limit: { step: 'running', limit: 1_500_000 },
    })
    expect(standing('Bu Dewi')).toMatchObject({ standing: 'helped', kept: 0, asks: 1 })
  })

  it('her own record stands in the dossier of a loan of her own, and not in her group’s', async () => {
    const group = await aGroup()
    const desk = await aLoanTo(group, {})
    const { lender, leader, member } = desk
    await on(FIRST_DUE, lender.officer)
    const sheet = aSheet(desk, [{}, {}, { paid: 0 }, { paid: 0 }])
    const rows = sheet.rows.map((row) => ({ ...row, covers: false }))
    expected(await held(desk, { ...sheet, rows }), 201)
    await on('2026-12-24', lender.officer, leader, member)
    const seen = async (id: string) =>
      expected(await lender.officer.get(`/api/loan-applications/${id}/dossier`), 200)
    const { member: hers, record } = await seen(await anApplication(member, group.productId))
    expect(hers).toMatchObject({ standing: 'good', kept: 1, asks: 1, limit: { limit: 1_500_000 } })
    expect(record.due).toBe(0)
    const wish = { groupId: desk.groupId }
    expect((await seen(await anApplication(leader, group.productId, wish))).member).toBeNull()
    const newcomer = await anApplication(await aPerson(), group.productId)
    expect((await seen(newcomer)).member).toBeNull()
  })

  it('nothing of a member or a charge is missing from the sheet', async () => {
    const desk = await aGroupLoan()
    await on('2026-10-10', desk.lender.officer, desk.leader)
    const path = `/api/loans/${desk.loanId}/sheet?on=2026-10-10`
    const { body } = await desk.lender.officer.get(path)
    const asked = body.members.reduce((all: number, one: { asked: number }) => all + one.asked, 0)
    expect(asked).toBe(body.due)
    expect(body.members).toHaveLength(4)
  })
})

describe('a group with a lender', () => {
  it('is looked at by its leader and the lender, not by members or others', async () => {
    const desk = await aGroupLoan()
    const path = dossierOf(desk)
    expect((await desk.leader.get(path)).body.members).toHaveLength(4)
    expect((await desk.member.get(path)).status).toBe(404)
    const other = await aLender(desk.operator)
    expect((await other.officer.get(path)).status).toBe(404)
    expect((await desk.lender.officer.get(`${path}x`)).status).toBe(404)
  })

  it('stands in the list of its lender alone', async () => {
    const desk = await aGroupLoan()
    const other = await aLender(desk.operator)
    const path = (slug: string) => `/api/lenders/${slug}/groups`
    expect((await other.officer.get(path(other.slug))).body.items).toEqual([])
    expect((await other.officer.get(path(desk.lender.slug))).status).toBe(404)
    expect((await desk.lender.officer.get(`${path(desk.lender.slug)}?limit=0`)).status).toBe(400)
  })
})

describe('loans of a group', () => {
  it('are its leader’s to look after', async () => {
    const desk = await aGroupLoan()
    const path = `/api/enterprises/${desk.groupSlug}/group-loans`
    const { body } = await desk.leader.get(path)
    expect(body.items).toMatchObject([{ members: 4, reserve: 0, loan: { principal: 5_000_000 } }])
    expect((await desk.leader.get(`${path}?limit=0`)).status).toBe(400)
    expect((await desk.member.get(path)).status).toBe(403)
    expect((await desk.leader.get('/api/enterprises/nobody/group-loans')).status).toBe(404)
  })
})

describe('the ladder', () => {
  const STEPS = {
    firstLimit: 10_000_000,
    most: 100_000_000,
    growth: 200,
    kept: 100,
    lowered: 0,
    lateAllowed: 1,
  }

  it('is the owner’s to set, and says why a limit is what it is', async () => {
    const desk = await atTheMeeting()
    const path = `/api/lenders/${desk.lender.slug}/group-ladder`
    expect((await desk.lender.officer.get(path)).body).toMatchObject({ growth: 150 })
    expect((await desk.lender.owner.put(path, STEPS)).body).toEqual(STEPS)
    expect((await desk.lender.officer.get(path)).body).toEqual(STEPS)
    expect((await desk.lender.officer.put(path, STEPS)).status).toBe(403)
    expect((await desk.leader.get(path)).status).toBe(403)
    const { limit } = (await desk.leader.get(dossierOf(desk))).body
    expect(limit).toMatchObject({ step: 'running', from: 5_000_000, percent: 100 })
  })

  it('goes up, level and down in this order', async () => {
    const desk = await aGroupLoan()
    const path = `/api/lenders/${desk.lender.slug}/group-ladder`
    expect((await desk.lender.owner.put(path, { ...STEPS, kept: 50, lowered: 60 })).status).toBe(
      400,
    )
    const other = await aLender(desk.operator)
    expect((await other.owner.put(path, STEPS)).status).toBe(404)
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await other.owner.get(path.replace('group-ladder', 'group-ladders'))).status).toBe(404)
  })
})

describe('money out of the reserve', () => {
  const saved = async () => {
    const desk = await atTheMeeting()
    expected(await held(desk, aSheet(desk, [{ saved: 60_000 }])), 201)
    return { ...desk, path: `${dossierOf(desk)}/withdrawals` }
  }
  const WISH = { amount: 50_000, reason: 'Membantu anggota yang sakit.' }

  it('is asked by the leader, paid out by the cashier, and never more than it holds', async () => {
    const { path, leader, lender, ...desk } = await saved()
    const much = await leader.post(path, { ...WISH, amount: 60_001 })
    expect([much.status, much.body.slug]).toEqual([409, 'account-overdrawn'])
    const { id } = expected(await leader.post(path, WISH), 201)
    const decision = `/api/reserve-withdrawals/${id}/decision`
    expect((await lender.officer.post(decision, { outcome: 'paid' })).status).toBe(403)
    const { body } = await lender.cashier.post(decision, { outcome: 'paid' })
    expect(body.status).toBe('paid')
    const again = await lender.cashier.post(decision, { outcome: 'paid' })
    expect(again.body.slug).toBe('illegal-transition')
    const dossier = (await leader.get(`/api/lenders/${lender.slug}/groups/${desk.groupSlug}`)).body
    expect(dossier.reserve).toBe(10_000)
    const moved = dossier.moves.map((one: { amount: number }) => one.amount).sort()
    expect(moved).toEqual([-50_000, 60_000])
  })

  it('is not paid by who asked, not asked by others, and may be refused', async () => {
    const { path, lender, member, operator } = await saved()
    expect((await member.post(path, WISH)).status).toBe(404)
    const { id } = expected(await lender.cashier.post(path, WISH), 201)
    const decision = `/api/reserve-withdrawals/${id}/decision`
    const own = await lender.cashier.post(decision, { outcome: 'paid' })
    expect([own.status, own.body.slug]).toEqual([403, 'same-person'])
    const other = await aLender(operator)
    expect((await other.cashier.post(decision, { outcome: 'refused' })).status).toBe(404)
    const theirs = expected(await lender.officer.post(path, WISH), 201)
    const refusal = `/api/reserve-withdrawals/${theirs.id}/decision`
    const silent = await lender.cashier.post(refusal, { outcome: 'refused' })
    expect([silent.status, silent.body.errors[0].pointer]).toEqual([422, '/answer'])
    const why = { outcome: 'refused', answer: 'Tunggu rapat anggota dulu.' }
    const { body } = await lender.cashier.post(refusal, why)
    expect(body).toMatchObject({ status: 'refused', answer: why.answer })
    const [told] = await rowsOf("SELECT body FROM outbox WHERE template = 'reserve-withdrawal'")
    expect(told.body).toMatch(/belum dapat membayarkan Rp\s50\.000.*Tunggu rapat anggota dulu/)
    expect((await (await aPerson()).post(path, WISH)).status).toBe(404)
  })
})
