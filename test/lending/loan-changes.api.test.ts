import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import { rowsOf } from '#test/support/orders'
import { aDeskInTrouble, LONGER, LOST } from '#test/support/trouble'
import { aLender, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const reason = 'Usahanya sedang sulit.'
const view = '/api/loan-changes'

describe('POST /api/loans/:id/changes/preview', () => {
  it('shows the loan before and after a longer plan, both from the engine', async () => {
    const { lender, path } = await aDeskInTrouble()
    const { measure } = LONGER
    const { effect } = expected(
      await lender.officer.post(`${path}/changes/preview`, { measure }),
      200,
    )
    expect(effect.before).toMatchObject({ balance: 5_000_000, endsOn: '2027-06-10' })
    expect(effect.before.toCome).toHaveLength(10)
    expect(effect.before.next).toEqual({ dueOn: '2026-09-10', amount: 528_000 })
    expect(effect.after).toMatchObject({ balance: 5_000_000, endsOn: '2028-04-10' })
    expect(effect.after.toCome).toHaveLength(20)
    expect(effect.after.next.amount).toBeLessThan(effect.before.next.amount)
    expect(effect.after.toPay).toBeGreaterThan(effect.before.toPay)
    expect(effect.after.effectiveAnnualRate).toBeGreaterThan(12)
    expect(effect.after.effectiveAnnualRate).toBeLessThan(14)
  })

  it('changes nothing, and tells what is left to pay after each measure', async () => {
    const { lender, path, on } = await aDeskInTrouble()
    await on('2026-09-20')
    const after = async (measure: object): Promise<Json> =>
      expected(await lender.officer.post(`${path}/changes/preview`, { measure }), 200).effect.after
    const pause = { kind: 'pause', until: '2026-12-20', interest: 'none' }
    expect((await after(pause)).endsOn > '2027-06-10').toBe(true)
    const waiver = { kind: 'waiver', part: 'interest', amount: 50_000 }
    expect((await after(waiver)).due).toBe(478_000)
    const discount = await after({ kind: 'discount', amount: 5_000_000 })
    expect(discount.toPay).toBe(discount.due)
    expect(discount.effectiveAnnualRate).toBeNull()
    const lost = await after({ kind: 'write-off' })
    expect(lost).toMatchObject({ status: 'written-off', toPay: 0, effectiveAnnualRate: null })
    expect(lost.claim).toBeGreaterThan(5_000_000)
    const { loan } = expected(await lender.officer.get(path), 200)
    expect(loan).toMatchObject({ status: 'active', balance: 5_000_000 })
  })

  it('refuses a dearer plan, more than is owed, and who does not propose here', async () => {
    const { operator, lender, path } = await aDeskInTrouble()
    const tried = (measure: object) => lender.officer.post(`${path}/changes/preview`, { measure })
    const dearer = await tried({ kind: 'reschedule', terms: { annualRate: 13 } })
    expect(dearer.body.errors[0].pointer).toBe('/measure/terms/annualRate')
    const nothing = await tried({ kind: 'waiver', part: 'penalties', amount: 1 })
    expect(nothing.body.slug).toBe('nothing-due')
    expect((await tried({ kind: 'reschedule', terms: {} })).status).toBe(400)
    const { measure } = LONGER
    expect((await lender.cashier.post(`${path}/changes/preview`, { measure })).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.post(`${path}/changes/preview`, { measure })).status).toBe(404)
  })
})

describe('POST /api/loans/:id/changes', () => {
  it('proposes, and leaves the loan as it is', async () => {
    const { lender, path, propose } = await aDeskInTrouble()
    const change = await propose()
    expect(change).toMatchObject({ status: 'proposed', occasion: 'loan', reason: LONGER.reason })
    expect(change.measure).toMatchObject({ kind: 'reschedule', terms: { instalments: 20 } })
    expect((await lender.officer.get(path)).body.loan.rescheduledOn).toBeNull()
  })

  it('takes one at a time, with a reason, by who proposes in that lender', async () => {
    const { operator, lender, path, propose } = await aDeskInTrouble()
    const { reason: _, ...unreasoned } = LONGER
    expect((await lender.officer.post(`${path}/changes`, unreasoned)).status).toBe(400)
    await propose()
    expect((await lender.approver.post(`${path}/changes`, LOST)).body.slug).toBe('already-exists')
    expect((await lender.treasurer.post(`${path}/changes`, LONGER)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.post(`${path}/changes`, LONGER)).status).toBe(404)
  })

  it('knows that a borrower died or her enterprise closed, and what may be chosen then', async () => {
    const { lender, path, change } = await aDeskInTrouble()
    const waiver = { kind: 'charge', part: 'fees', amount: 1000 }
    const unfit = { measure: waiver, occasion: 'death', reason }
    expect((await lender.officer.post(`${path}/changes`, unfit)).body.slug).toBe(
      'illegal-transition',
    )
    const died = { ...LOST, occasion: 'death', reason: 'Ibu meninggal, tidak ada ahli waris.' }
    expect(await change(died)).toMatchObject({ occasion: 'death', status: 'applied' })
  })
})

describe('GET /api/loans/:id/changes', () => {
  it('tells what was proposed about a loan, to who works there', async () => {
    const { operator, lender, path, propose, borrower } = await aDeskInTrouble()
    await propose()
    const { items } = expected(await lender.cashier.get(`${path}/changes`), 200)
    expect(items).toHaveLength(1)
    expect((await borrower.get(`${path}/changes`)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.get(`${path}/changes`)).status).toBe(404)
  })
})

describe('GET /api/lenders/:slug/loan-changes', () => {
  it('lists what waits, and on request all', async () => {
    const { operator, lender, api, change, propose } = await aDeskInTrouble()
    await change()
    clock.now += 1000
    const { id } = await propose(LOST)
    const path = `${api}/loan-changes`
    const waiting = expected(await lender.owner.get(path), 200)
    expect(waiting.items.map((one: Json) => one.id)).toEqual([id])
    const all = expected(await lender.owner.get(`${path}?status=all&limit=1`), 200)
    const rest = expected(
      await lender.owner.get(`${path}?status=all&limit=1&after=${all.next}`),
      200,
    )
    expect(rest.items[0]).toMatchObject({ status: 'applied', measure: { kind: 'reschedule' } })
    expect((await lender.owner.get(`${path}?status=old`)).status).toBe(400)
    expect((await new Client().get(path)).status).toBe(401)
    const other = await aLender(operator)
    expect((await other.owner.get(path)).status).toBe(404)
  })
})

describe('GET /api/loan-changes/:id', () => {
  it('shows it on the loan as it is now, and says when that has changed', async () => {
    const { operator, lender, path, propose, on } = await aDeskInTrouble()
    const { id } = await propose()
    const first = expected(await lender.approver.get(`${view}/${id}`), 200)
    expect(first).toMatchObject({ loanVersion: 1, isStale: false, obstacle: null })
    await on('2026-09-10')
    const paid = { amount: 528_000, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    const again = expected(await lender.approver.get(`${view}/${id}`), 200)
    expect(again).toMatchObject({ loanVersion: 2, isStale: true })
    expect(again.effect.before.balance).toBe(4_522_000)
    const settled = { amount: 4_522_000, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`${path}/repayments`, settled), 201)
    const over = expected(await lender.approver.get(`${view}/${id}`), 200)
    expect(over.effect).toBeNull()
    expect(over.obstacle).not.toBeNull()
    const other = await aLender(operator)
    expect((await other.approver.get(`${view}/${id}`)).status).toBe(404)
    expect((await new Client().get(`${view}/${id}`)).status).toBe(401)
  })
})

describe('POST /api/loan-changes/:id/approval', () => {
  it('changes the loan in one batch: event, message, history', async () => {
    const { lender, path, change, borrower } = await aDeskInTrouble()
    const applied = await change()
    expect(applied).toMatchObject({ status: 'applied', seq: 2 })
    const { loan, events, instalments } = expected(await borrower.get(path), 200)
    expect(loan.rescheduledOn).toBe('2026-08-10')
    expect(events.at(-1)).toMatchObject({ type: 'rescheduled', seq: 2 })
    expect(instalments.filter((one: Json) => one.left > 0)).toHaveLength(20)
    const told = await rowsOf("SELECT body FROM outbox WHERE template = 'loan-changed'")
    expect(told.at(-1).body).toContain('diatur ulang')
    expect((await lender.officer.get(`${view}/${applied.id}`)).body.effect).toBeNull()
  })

  it('is a matter of another person than who proposed, in that lender', async () => {
    const { operator, lender, path } = await aDeskInTrouble()
    const made = expected(await lender.approver.post(`${path}/changes`, LONGER), 201)
    const at = `${view}/${made.id}/approval`
    const seen = { loanVersion: 1 }
    expect((await lender.approver.post(at, seen)).body.slug).toBe('same-person')
    expect((await lender.officer.post(at, seen)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.approver.post(at, seen)).status).toBe(404)
    expected(await lender.owner.post(at, seen), 201)
  })

  it('is refused where the loan is not what was looked at', async () => {
    const { lender, path, propose, on } = await aDeskInTrouble()
    const { id } = await propose()
    await on('2026-09-10')
    expected(
      await lender.cashier.post(`${path}/repayments`, { amount: 528_000, channel: 'cash' }),
      201,
    )
    const at = `${view}/${id}/approval`
    expect((await lender.approver.post(at, { loanVersion: 1 })).body.slug).toBe('outdated')
    expected(await lender.approver.post(at, { loanVersion: 2 }), 201)
  })

  it('happens once, though two agree at once and one twice', async () => {
    const { lender, path, propose } = await aDeskInTrouble()
    const { id } = await propose(LOST)
    const key = { 'idempotency-key': newKey() }
    const at = `${view}/${id}/approval`
    const seen = { loanVersion: 1 }
    await Promise.all([
      ...Array.from({ length: 3 }, () => lender.owner.post(at, seen, key)),
      lender.approver.post(at, seen),
    ])
    const { events } = expected(await lender.owner.get(path), 200)
    expect(events.filter((one: Json) => one.type === 'writtenOff')).toHaveLength(1)
  })

  it('reschedules a loan with overdue penalties without making them principal', async () => {
    const { lender, path, change, on } = await aDeskInTrouble()
    await on('2026-10-20')
    await change({ measure: { kind: 'charge', part: 'penalties', amount: 25_000 }, reason })
    await change({
      ...{ measure: { kind: 'reschedule', terms: { instalments: 12 } }, reason },
    })
    const { loan, outstanding } = expected(await lender.officer.get(path), 200)
    expect(loan.balance).toBe(5_000_000)
    expect(outstanding).toMatchObject({ principal: 5_000_000, penalties: 25_000 })
  })
})

describe('POST /api/loan-changes/:id/refusal', () => {
  it('leaves the loan as it was, with the reasons, said by who may decide', async () => {
    const { operator, lender, propose } = await aDeskInTrouble()
    const { id } = await propose()
    const at = `${view}/${id}/refusal`
    expect((await lender.owner.post(at, {})).status).toBe(400)
    expect((await lender.cashier.post(at, { reasons: reason })).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.owner.post(at, { reasons: reason })).status).toBe(404)
    const refused = expected(await lender.owner.post(at, { reasons: reason }), 201)
    expect(refused).toMatchObject({ status: 'refused', reasons: reason, seq: null })
    const late = await lender.approver.post(`${view}/${id}/approval`, { loanVersion: 1 })
    expect(late.body.slug).toBe('illegal-transition')
  })
})

describe('POST /api/loan-changes/:id/withdrawal', () => {
  it('takes back what is not decided, so that another may be proposed', async () => {
    const { operator, lender, propose } = await aDeskInTrouble()
    const { id } = await propose()
    const at = `${view}/${id}/withdrawal`
    expect((await lender.treasurer.post(at)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.post(at)).status).toBe(404)
    expect(expected(await lender.officer.post(at), 201).status).toBe('withdrawn')
    expect((await lender.officer.post(at)).body.slug).toBe('illegal-transition')
    await propose(LOST)
  })
})
