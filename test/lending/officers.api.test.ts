import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { ring } from '#test/support/ticking'
import { aDeskInTrouble, aTroubledLoan } from '#test/support/trouble'
import { aLender, expected, inviteAndJoin } from '#test/support/world'
import { countPortfolios } from '#worker/jobs/portfolio'
import { MATRIX } from '#worker/identity/permissions'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const note = 'Pindah wilayah kerja.'

/** A loan of the officer, and a second officer. */
async function aDesk() {
  const desk = await aDeskInTrouble()
  const { lender, api } = desk
  const second = await inviteAndJoin(lender.owner, lender.slug, 'officer')
  const officers = async (): Promise<Json[]> =>
    expected(await lender.owner.get(`${api}/officers`), 200).items
  const loadOf = async (id: string | null) =>
    (await officers()).find(({ officer }) => (officer?.id ?? null) === id)?.loans
  return { ...desk, second, officers, loadOf }
}

describe('GET /api/loans/:id/officer', () => {
  it('field pain, whoever collects: the borrower reads who may, the desk who did before', async () => {
    const { lender, borrower, path, second } = await aDesk()
    const asked = { toId: second.id, note }
    expected(await lender.owner.post(`${path}/officer-handovers`, asked), 201)
    const desk = expected(await lender.cashier.get(`${path}/officer`), 200)
    expect(desk.officer.id).toBe(second.id)
    expect(desk.handovers).toMatchObject([{ note, loans: 1, from: { id: lender.officer.id } }])
    const hers = expected(await borrower.get(`${path}/officer`), 200)
    expect(hers).toEqual({ officer: desk.officer, handovers: [] })
  })

  it('is not for others', async () => {
    const { operator, path } = await aDesk()
    const other = await aLender(operator)
    expect((await other.officer.get(`${path}/officer`)).status).toBe(404)
    expect((await new Client().get(`${path}/officer`)).status).toBe(401)
  })
})

describe('POST /api/loans/:id/officer-handovers', () => {
  it('pain 17: a loan goes to another officer without any right over money', async () => {
    const { lender, path, second, loadOf, borrower } = await aDesk()
    expect(MATRIX['officer.assign'].filter((one) => /cashier|treasurer/.test(one))).toEqual([])
    const asked = { toId: second.id, note }
    expected(await lender.owner.post(`${path}/officer-handovers`, asked), 201)
    expect(await loadOf(second.id)).toBe(1)
    expect(await loadOf(lender.officer.id)).toBe(0)
    const [told] = await rowsOf(
      "SELECT destination, body FROM outbox WHERE template = 'loan-officer'",
    )
    expect(told!.destination).toBe(borrower.phone)
    expect(told!.body).toContain('didampingi')
  })

  it('stays with her when a payment is recorded that was read before', async () => {
    const { lender, path, second } = await aDesk()
    const paid = { amount: 528_000, channel: 'cash' }
    await Promise.all([
      lender.owner.post(`${path}/officer-handovers`, { toId: second.id, note }),
      lender.cashier.post(`${path}/repayments`, paid),
    ])
    expect(expected(await lender.owner.get(`${path}/officer`), 200).officer.id).toBe(second.id)
  })

  it('refuses who has it, who does not look after loans here, the borrower, and who may not', async () => {
    const { operator, lender, path, borrower, second } = await aDesk()
    const tried = (toId: string) =>
      lender.approver.post(`${path}/officer-handovers`, { toId, note })
    expect((await tried(lender.officer.id)).body.slug).toBe('already-exists')
    expect((await tried(lender.cashier.id)).status).toBe(404)
    expect((await tried(borrower.id)).status).toBe(404)
    await inviteAndJoin(lender.owner, lender.slug, 'officer', borrower)
    expect((await tried(borrower.id)).body.slug).toBe('own-application')
    const asked = { toId: second.id, note }
    expect((await lender.officer.post(`${path}/officer-handovers`, asked)).status).toBe(403)
    expect((await lender.owner.post(`${path}/officer-handovers`, { toId: 'x' })).status).toBe(400)
    const other = await aLender(operator)
    expect((await other.owner.post(`${path}/officer-handovers`, asked)).status).toBe(404)
  })
})

describe('POST /api/lenders/:slug/officer-handovers', () => {
  it('moves all that one looks after at once, with its history, and the portfolio follows', async () => {
    const { operator, lender, api, second, loadOf, ...desk } = await aDesk()
    const another = await aTroubledLoan({ ...desk, operator, lender, api })
    await ring(countPortfolios)
    const asked = { fromId: lender.officer.id, toId: second.id, note }
    const done = expected(await lender.approver.post(`${api}/officer-handovers`, asked), 201)
    expect(done).toMatchObject({ loans: 2, more: false, from: { id: lender.officer.id } })
    expect(await loadOf(second.id)).toBe(2)
    for (const path of [desk.path, another.path]) {
      const { officer, handovers } = expected(await lender.officer.get(`${path}/officer`), 200)
      expect([officer.id, handovers.length]).toEqual([second.id, 1])
    }
    await ring(countPortfolios)
    const { officers } = expected(await lender.owner.get(`${api}/portfolio`), 200)
    expect(officers).toMatchObject([{ loans: 2 }])
    const { items } = expected(await lender.owner.get(`${api}/officer-handovers?limit=1`), 200)
    expect(items).toMatchObject([{ id: done.id, note, loans: 2 }])
  })

  it('takes loans that nobody looks after, and leaves her own loan out', async () => {
    const { lender, api, loadOf, borrower, ...desk } = await aDesk()
    await aTroubledLoan({ ...desk, lender, api, borrower })
    await inviteAndJoin(lender.owner, lender.slug, 'officer', borrower)
    await rowsOf('UPDATE loans SET officer_id = NULL')
    const asked = { fromId: null, toId: borrower.id, note }
    expect(await loadOf(null)).toBe(2)
    const done = expected(await lender.owner.post(`${api}/officer-handovers`, asked), 201)
    expect(done).toMatchObject({ loans: 1, from: null })
    expect(await loadOf(null)).toBe(1)
    expect((await lender.owner.post(`${api}/officer-handovers`, asked)).status).toBe(404)
  })

  it('refuses to hand over to herself, and who may not', async () => {
    const { operator, lender, api, second } = await aDesk()
    const asked = { fromId: lender.officer.id, toId: second.id, note }
    const path = `${api}/officer-handovers`
    const same = await lender.owner.post(path, { ...asked, toId: lender.officer.id })
    expect(same.body.slug).toBe('already-exists')
    expect((await lender.owner.post(path, { ...asked, note: '' })).status).toBe(400)
    expect((await lender.cashier.post(path, asked)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.post(path, asked)).status).toBe(404)
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await lender.owner.get(`${path}?limit=0`)).status).toBe(400)
  })
})

describe('GET /api/lenders/:slug/officers', () => {
  it('points to who has left while loans remain in her hands', async () => {
    const { lender, officers, second, path } = await aDesk()
    expected(await lender.owner.post(`${path}/officer-handovers`, { toId: second.id, note }), 201)
    expect(await officers()).toMatchObject([{ stays: true }, { stays: true }, { stays: true }])
    const member = `/api/organizations/${lender.slug}/members/${second.id}`
    expect((await lender.owner.delete(member)).status).toBeLessThan(300)
    const left = (await officers()).find(({ officer }) => officer?.id === second.id)
    expect(left).toMatchObject({ loans: 1, stays: false })
  })

  it('is for who works there', async () => {
    const { operator, borrower, api } = await aDesk()
    expect((await borrower.get(`${api}/officers`)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.get(`${api}/officers`)).status).toBe(404)
  })
})
