/** A running loan in a test, and what is proposed about it. */
import { clock, type Json } from '#test/support/client'
import { aFundedDesk, aFundedDeskAt, aLoanOf } from '#test/support/funds'
import { rowsOf } from '#test/support/orders'
import { aPerson, expected, signInAgain } from '#test/support/world'

export const LONGER = {
  measure: { kind: 'reschedule', terms: { instalments: 20 } },
  reason: 'Panen gagal, angsuran terlalu berat.',
}
export const LOST = { measure: { kind: 'write-off' }, reason: 'Peminjam tidak dapat ditemukan.' }

export type Desk = Awaited<ReturnType<typeof aFundedDeskAt>>

/** Another loan of 5,000,000 over ten months at that desk. */
export async function aTroubledLoan(desk: Desk) {
  const borrower = await aPerson()
  const loan = await aLoanOf(desk, borrower)
  const path = `/api/loans/${loan.id}`
  const propose = async (change: object = LONGER): Promise<Json> =>
    expected(await desk.lender.officer.post(`${path}/changes`, change), 201)
  /** Proposed by the officer, looked at and agreed to by the approver. */
  const change = async (what: object = LONGER): Promise<Json> => {
    const { id } = await propose(what)
    const at = `/api/loan-changes/${id}`
    const { loanVersion } = expected(await desk.lender.approver.get(at), 200)
    return expected(await desk.lender.approver.post(`${at}/approval`, { loanVersion }), 201)
  }
  return { ...desk, borrower, id: String(loan.id), path, propose, change }
}

let regions = 10

/** A regency of its own with so many loans, all of which are to be paused: the clock has not come yet. */
export async function aPausedRegion(desk: Desk, loans = 1) {
  const region = `32.${(regions += 1)}`
  const ids: string[] = []
  for (let made = 0; made < loans; made++) ids.push(await aLoanIn(desk, region))
  const asked = {
    regionCode: region,
    until: inDays(60),
    interest: 'none',
    reason: 'Banjir bandang.',
  }
  const path = `${desk.api}/region-pauses`
  const { id } = expected(await desk.lender.owner.post(path, asked), 201)
  expected(await desk.lender.approver.post(`${path}/${id}/approval`), 201)
  return { id: String(id), region, loans: ids, path: `${path}/${id}` }
}

export const inDays = (days: number) =>
  new Date(clock.now + days * 86_400_000).toISOString().slice(0, 10)

/** A loan whose borrower lives there. */
export async function aLoanIn(desk: Desk, region: string): Promise<string> {
  const { id } = await aTroubledLoan(desk)
  await rowsOf('UPDATE loans SET region_code = ? WHERE id = ?', region, id)
  return id
}

/** With a loan; `on` moves the clock to a day on which everybody signs in again. */
export async function aDeskInTrouble() {
  const desk = await aFundedDesk()
  const loan = await aTroubledLoan(desk)
  const on = async (date: string, hour = 3): Promise<void> => {
    clock.now = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`)
    const { owner, officer, approver, cashier } = desk.lender
    for (const person of [owner, officer, approver, cashier, loan.borrower, desk.operator.owner]) {
      await signInAgain(person)
    }
  }
  return { ...loan, on }
}
