/** Members of a group’s loan: their shares, who paid what, and each one’s own page. */
import { beforeEach, describe, expect, it } from 'vitest'
import {
  aDesk,
  aGroup as aPledgingGroup,
  aGroupApplication,
  agrees,
  approves,
} from '#test/support/applying'
import { clock } from '#test/support/client'
import { accepts } from '#test/support/desk'
import {
  aGroupLoan,
  aSheet,
  FIRST_DUE,
  INSTALMENT,
  on,
  sharesOf,
  START,
  type GroupDesk,
} from '#test/support/group-loan'
import { aLender, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = START
})

const pathOf = ({ loanId }: GroupDesk) => `/api/loans/${loanId}/shares`

describe('shares of a running loan', () => {
  it('are set at once where there are none, and sum to the principal', async () => {
    const desk = await aGroupLoan({ withShares: false })
    const { lender } = desk
    const path = pathOf(desk)
    const shares = sharesOf(desk)
    const short = await lender.officer.post(path, { shares: shares.slice(0, 3) })
    expect([short.status, short.body.slug]).toEqual([422, 'amount-mismatch'])
    const { body } = await lender.officer.post(path, { shares })
    expect(body.status).toBe('set')
    const group = (await desk.leader.get(path)).body
    expect(group.members.map((one: { hasAccount: boolean }) => one.hasAccount)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect((await desk.leader.post(path, { shares })).status).toBe(403)
    const other = await aLender(desk.operator)
    expect((await other.officer.post(path, { shares })).status).toBe(404)
  })

  it('that the members agreed to with the application are there from the first day', async () => {
    const desk = await aDesk()
    const group = await aPledgingGroup()
    const path = `/api/loan-applications/${await aGroupApplication(group, desk.productId)}`
    for (const member of group.members) await agrees(member)
    await approves(desk, path)
    await accepts(group.chair, path)
    const { id } = expected(await desk.lender.cashier.post(`${path}/disbursement`, {}), 201)
    const { members } = (await group.chair.get(`/api/loans/${id}/shares`)).body
    expect(members.map((one: { amount: number }) => one.amount)).toEqual([
      2_500_000, 1_666_667, 833_333,
    ])
    expect(members.every((one: { hasAccount: boolean }) => one.hasAccount)).toBe(true)
  })

  it('are set by one of two officers at once', async () => {
    const desk = await aGroupLoan({ withShares: false })
    const shares = { shares: sharesOf(desk) }
    const answers = await Promise.all([
      desk.lender.officer.post(pathOf(desk), shares),
      desk.lender.approver.post(pathOf(desk), shares),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
  })

  it('are changed by one who proposes and another who decides', async () => {
    const desk = await aGroupLoan()
    const { lender } = desk
    const path = pathOf(desk)
    const { members } = (await desk.leader.get(path)).body
    const moved = members.map(
      (one: { shareId: string; name: string; phone: string }, i: number) => ({
        id: one.shareId,
        name: one.name,
        phone: one.phone,
        amount: [1_500_000, 1_500_000, 1_000_000, 1_000_000][i],
      }),
    )
    const asked = { shares: moved, reason: 'Bu Siti memberi sebagian kepada Bu Rina.' }
    expect((await lender.approver.post(path, asked)).body.status).toBe('waiting')
    expect((await lender.officer.post(path, asked)).body.slug).toBe('already-exists')
    expect((await desk.leader.get(path)).body.members[0].amount).toBe(2_000_000)
    const outcome = { outcome: 'approved' }
    const same = await lender.approver.post(`${path}/decision`, outcome)
    expect([same.status, same.body.slug]).toEqual([403, 'same-person'])
    expect((await lender.officer.post(`${path}/decision`, outcome)).status).toBe(403)
    const other = await aLender(desk.operator)
    expect((await other.owner.post(`${path}/decision`, outcome)).status).toBe(404)
    expect((await lender.owner.post(`${path}/decision`, outcome)).status).toBe(201)
    const after = (await desk.leader.get(path)).body
    expect(after.members[0].amount).toBe(1_500_000)
    expect(after.change).toBeNull()
    expect((await lender.owner.post(`${path}/decision`, outcome)).status).toBe(404)
  })

  it('keep who has paid, and are nobody else’s to see', async () => {
    const desk = await aGroupLoan()
    const { lender, leader, member } = desk
    await on(FIRST_DUE, lender.officer, leader, member)
    expected(await lender.officer.post(`/api/loans/${desk.loanId}/meetings`, aSheet(desk)), 201)
    const shares = sharesOf(desk)
    const refused = await lender.officer.post(pathOf(desk), { shares, reason: 'Semua baru.' })
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/shares'])
    expect((await member.get(pathOf(desk))).status).toBe(404)
    expect((await (await aPerson()).get(pathOf(desk))).status).toBe(404)
  })
})

describe('a payment of the group outside a meeting', () => {
  const paid = async (desk: GroupDesk) => {
    const { lender, leader, member } = desk
    await on(FIRST_DUE, lender.cashier, lender.officer, leader, member)
    const payment = { amount: INSTALMENT, channel: 'cash' }
    expected(await lender.cashier.post(`/api/loans/${desk.loanId}/repayments`, payment), 201)
    return `/api/loans/${desk.loanId}/repayments/2/parts`
  }

  it('is credited by rule until somebody says who paid, and then once', async () => {
    const desk = await aGroupLoan()
    const path = await paid(desk)
    const before = (await desk.leader.get(pathOf(desk))).body
    expect(before.undivided).toEqual([{ seq: 2, on: FIRST_DUE, amount: INSTALMENT }])
    expect(before.members[0]).toMatchObject({ byRule: 211_200, paid: 0, short: 0 })
    const [a, b] = desk.shareIds
    const parts = [
      { shareId: a, amount: 500_000 },
      { shareId: b, amount: 28_000 },
    ]
    const less = await desk.lender.officer.post(path, { parts: parts.slice(1) })
    expect([less.status, less.body.slug]).toEqual([422, 'amount-mismatch'])
    expect((await desk.lender.officer.post(path, { parts })).status).toBe(201)
    const after = (await desk.leader.get(pathOf(desk))).body
    expect(after.members.map((one: { short: number }) => one.short)).toEqual([
      0, 130_400, 105_600, 52_800,
    ])
    expect((await desk.lender.officer.post(path, { parts })).body.slug).toBe('already-exists')
  })

  it('is divided among members only, by who records meetings of this lender', async () => {
    const desk = await aGroupLoan()
    const path = await paid(desk)
    const parts = [{ shareId: 'somebody', amount: INSTALMENT }]
    const stranger = await desk.lender.officer.post(path, { parts })
    expect(stranger.body.errors[0].pointer).toBe('/parts/0/shareId')
    const own = { parts: [{ shareId: desk.shareIds[0], amount: INSTALMENT }] }
    expect((await desk.leader.post(path, own)).status).toBe(403)
    const elsewhere = path.replace('/2/', '/9/')
    expect((await desk.lender.officer.post(elsewhere, own)).status).toBe(404)
  })
})

describe('a debt between members', () => {
  /** Bu Wayan was short of 100,000 at the meeting; the others laid it down. */
  const covered = async () => {
    const desk = await aGroupLoan()
    const { lender, leader, member } = desk
    await on(FIRST_DUE, lender.officer, lender.cashier, leader, member)
    const sheet = aSheet(desk, [{}, { paid: 58_400 }])
    expected(await lender.officer.post(`/api/loans/${desk.loanId}/meetings`, sheet), 201)
    const { covers } = (await leader.get(pathOf(desk))).body
    return { ...desk, cover: covers[0] as { id: string; left: number } }
  }

  it('is paid back in parts, and who is owed may say so herself', async () => {
    const desk = await covered()
    const path = `/api/covers/${desk.cover.id}/repayments`
    expect((await desk.leader.post(path, { amount: 10_000 })).body.left).toBe(23_334)
    expect((await desk.lender.officer.post(path, { amount: 23_334 })).body.left).toBe(0)
    const again = await desk.leader.post(path, { amount: 1 })
    expect([again.status, again.body.slug]).toEqual([422, 'nothing-due'])
    const group = (await desk.leader.get(pathOf(desk))).body
    expect(group.members[1].owes).toBe(66_666)
  })

  it('is not said to be paid by who owes it, above what is left, or ahead of its day', async () => {
    const desk = await covered()
    const path = `/api/covers/${desk.cover.id}/repayments`
    expect((await desk.member.post(path, { amount: 1 })).status).toBe(404)
    expect((await desk.leader.post(path, { amount: 40_000 })).body.errors[0].pointer).toBe(
      '/amount',
    )
    const later = await desk.leader.post(path, { amount: 1, paidOn: '2026-09-11' })
    expect(later.status).toBe(422)
    expect((await desk.leader.post('/api/covers/nobody/repayments', { amount: 1 })).status).toBe(
      404,
    )
  })

  it('to the reserve fills the reserve', async () => {
    const desk = await aGroupLoan()
    const { lender, leader, member } = desk
    await on(FIRST_DUE, lender.officer, lender.cashier, leader, member)
    const path = `/api/loans/${desk.loanId}/meetings`
    const early = aSheet(desk, [{ saved: 40_000 }], { heldOn: '2026-09-05' })
    const saving = { ...early, rows: early.rows.map((row) => ({ ...row, paid: 0 })) }
    expected(await lender.officer.post(path, saving), 201)
    const sheet = aSheet(desk, [{}, { paid: 118_400 }])
    expected(await lender.officer.post(path, sheet), 201)
    const { covers } = (await leader.get(pathOf(desk))).body
    expect(covers).toMatchObject([{ owedTo: null, left: 40_000 }])
    const back = `/api/covers/${covers[0].id}/repayments`
    expect((await leader.post(back, { amount: 40_000 })).status).toBe(404)
    expect((await lender.officer.post(back, { amount: 40_000 })).status).toBe(201)
    expect((await leader.get(pathOf(desk))).body.reserve).toBe(40_000)
  })
})

describe('a member’s own share', () => {
  it('shows her what she was asked, paid and owes, with her receipts', async () => {
    const desk = await aGroupLoan()
    const { lender, member, leader } = desk
    await on(FIRST_DUE, lender.officer, leader, member)
    const sheet = aSheet(desk, [{}, { paid: 58_400 }])
    expected(await lender.officer.post(`/api/loans/${desk.loanId}/meetings`, sheet), 201)
    const { items } = (await member.get('/api/loan-shares')).body
    expect(items).toMatchObject([{ amount: 1_500_000, principal: 5_000_000 }])
    const own = (await member.get(`/api/loan-shares/${items[0].id}`)).body
    expect(own).toMatchObject({ asked: 158_400, paid: 58_400, coveredByMembers: 100_000, short: 0 })
    expect(own.instalments).toHaveLength(10)
    expect(own.meetings).toMatchObject([{ asked: 158_400, paid: 58_400, covered: 100_000 }])
    expect(own.covers).toHaveLength(3)
    expect(own.record).toMatchObject({ asks: 1, kept: 0, standing: 'behind', owes: 100_000 })
  })

  it('is hers alone', async () => {
    const desk = await aGroupLoan()
    const { items } = (await desk.member.get('/api/loan-shares')).body
    expect((await desk.leader.get(`/api/loan-shares/${items[0].id}`)).status).toBe(404)
    expect((await (await aPerson()).get('/api/loan-shares')).body.items).toEqual([])
    expect((await desk.member.get('/api/loan-shares?limit=0')).status).toBe(400)
    expect((await desk.member.get('/api/loan-shares/nothing')).status).toBe(404)
  })
})
