import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aDeskInTrouble, aTroubledLoan } from '#test/support/trouble'
import { aLender, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const SAID = { amount: 500_000, promisedOn: '2026-09-20', promisedBy: 'Ibu Siti' }
const PAID = { amount: 500_000, channel: 'cash' }

/** A loan that is late on 16 September. */
async function aLateLoan() {
  const desk = await aDeskInTrouble()
  await desk.on('2026-09-16')
  const promise = async (changes: object = {}): Promise<Json> =>
    expected(await desk.lender.officer.post(`${desk.path}/promises`, { ...SAID, ...changes }), 201)
  const listed = async (query: string): Promise<Json[]> =>
    expected(await desk.lender.officer.get(`${desk.api}/promises${query}`), 200).items
  return { ...desk, promise, listed }
}

describe('POST /api/loans/:id/promises', () => {
  it('writes down what was said, once, and by whom', async () => {
    const { lender, path, promise } = await aLateLoan()
    const made = await promise({ madeOn: '2026-09-15' })
    expect(made).toMatchObject({ ...SAID, madeOn: '2026-09-15', state: 'open', received: 0 })
    const { items } = expected(await lender.cashier.get(`${path}/promises`), 200)
    expect(items).toEqual([made])
  })

  it('refuses a day that is past, and who does not follow loans there', async () => {
    const { operator, lender, borrower, path } = await aLateLoan()
    const past = await lender.officer.post(`${path}/promises`, {
      ...SAID,
      promisedOn: '2026-09-15',
    })
    expect(past.body.errors[0].pointer).toBe('/promisedOn')
    expect((await lender.cashier.post(`${path}/promises`, SAID)).status).toBe(403)
    expect((await borrower.post(`${path}/promises`, SAID)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.post(`${path}/promises`, SAID)).status).toBe(404)
  })
})

describe('GET /api/loans/:id/promises', () => {
  it('shows the borrower what is written about her, and nobody else', async () => {
    const { operator, borrower, path, promise } = await aLateLoan()
    await promise()
    expect(expected(await borrower.get(`${path}/promises`), 200).items).toHaveLength(1)
    const other = await aLender(operator)
    expect((await other.officer.get(`${path}/promises`)).status).toBe(404)
    expect((await (await aPerson()).get(`${path}/promises`)).status).toBe(404)
  })

  it('tells from the receipts whether it was kept, also when one is taken back', async () => {
    const { lender, path, promise, on } = await aLateLoan()
    expected(await lender.cashier.post(`${path}/repayments`, { ...PAID, amount: 1000 }), 201)
    clock.now += 60_000
    await promise()
    const now = async () => expected(await lender.officer.get(`${path}/promises`), 200).items[0]
    expect(await now()).toMatchObject({ state: 'open', received: 0 })
    await on('2026-09-20')
    expected(await lender.cashier.post(`${path}/repayments`, PAID), 201)
    expect(await now()).toMatchObject({ state: 'kept', received: 500_000 })
    await on('2026-09-21')
    const reason = 'Uang palsu ditemukan.'
    expected(await lender.approver.post(`${path}/repayments/3/reversal`, { reason }), 201)
    expect(await now()).toMatchObject({ state: 'broken', received: 0 })
    const backDated = { ...PAID, receivedOn: '2026-09-19' }
    expected(await lender.cashier.post(`${path}/repayments`, backDated), 201)
    expect(await now()).toMatchObject({ state: 'kept' })
  })
})

describe('GET /api/lenders/:slug/promises', () => {
  it('field pain, arrears nobody works on: lists promises of today, broken, and to come', async () => {
    const { promise, listed, on } = await aLateLoan()
    await promise({ promisedOn: '2026-09-17' })
    clock.now += 60_000
    const { id } = await promise()
    expect((await listed('?which=coming')).map((one: Json) => one.id)).toEqual([id])
    await on('2026-09-20')
    expect((await listed('')).map((one: Json) => one.id)).toEqual([id])
    expect(await listed('?which=broken')).toEqual([])
    await on('2026-09-21')
    expect(await listed('?which=broken')).toMatchObject([{ id, state: 'broken' }])
    await on('2026-10-25')
    expect(await listed('?which=broken')).toEqual([])
  })

  it('no longer lists what was kept after all as broken, nor a loan that is over', async () => {
    const { lender, path, promise, listed, on } = await aLateLoan()
    await promise()
    await on('2026-09-21')
    const all = { amount: 6_000_000, channel: 'cash', settles: true }
    expected(await lender.cashier.post(`${path}/repayments`, all), 201)
    const { loan } = expected(await lender.officer.get(path), 200)
    const refund = { amount: loan.overpayment, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/refunds`, refund), 201)
    expect(await listed('?which=broken')).toEqual([])
  })

  it('goes page by page, and shows an officer her own', async () => {
    const { lender, api, promise, listed, on: _, ...desk } = await aLateLoan()
    await promise({ promisedOn: '2026-09-16' })
    const another = await aTroubledLoan({ ...desk, lender, api })
    const said = { ...SAID, promisedOn: '2026-09-16' }
    expected(await lender.approver.post(`${another.path}/promises`, said), 201)
    const first = expected(await lender.officer.get(`${api}/promises?limit=1`), 200)
    const rest = await listed(`?limit=1&after=${first.next}`)
    expect([first.items[0].loan.id, rest[0]?.loan.id].toSorted()).toEqual(
      [desk.id, another.id].toSorted(),
    )
    expect(await listed('?whose=mine')).toHaveLength(2)
    const hers = expected(await lender.approver.get(`${api}/promises?whose=mine`), 200)
    expect(hers.items).toEqual([])
  })

  it('refuses a list that is none, and who does not work there', async () => {
    const { operator, lender, borrower, api } = await aLateLoan()
    expect((await lender.officer.get(`${api}/promises?which=old`)).status).toBe(400)
    expect((await borrower.get(`${api}/promises`)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.officer.get(`${api}/promises`)).status).toBe(404)
  })
})
