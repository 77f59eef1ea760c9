/** The pages of loans in trouble; what the demo network does not hold is proposed on the way. */
import { expected, type Json } from '#test/support/http'
import { first, get, organizationOf } from './reading.ts'
import type { Walker, Walkers } from './walkers.ts'

const LONGER = { measure: { kind: 'reschedule', terms: { instalments: 12 } } }
const reason = 'Angsurannya terlalu berat sekarang.'

export async function trouble({
  officer,
  lenderOwner,
}: Walkers): Promise<Partial<Record<Walker, string[]>>> {
  const slug = await organizationOf(officer)
  const [room, api] = [`/lender/${slug}`, `/api/lenders/${slug}`]
  const loan = await first(officer, `${api}/loans?which=overdue`)
  const { items } = await get(officer, `${api}/loan-changes?status=all`)
  const proposed = async (): Promise<Json> =>
    expected(await officer.post(`/api/loans/${loan.id}/changes`, { ...LONGER, reason }), 201)
  const change = items[0] ?? (await proposed())
  const until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  const flood = { regionCode: '32.06', until, interest: 'none', reason: 'Banjir bandang.' }
  const pause = expected(await lenderOwner.post(`${api}/region-pauses`, flood), 201)
  const changes = [`${room}/loan-changes`, `${room}/loan-changes/${change.id}`]
  const form = `${room}/loans/${loan.id}/change`
  return {
    officer: [
      ...[...changes, form, `${form}?kind=reschedule`, `${form}?kind=closure`],
      ...[`${form}?kind=smaller`, `${room}/loans/${loan.id}/region`, `${room}/reminders`],
      ...[`${room}/promises`, `${room}/promises?which=broken`],
    ],
    approver: [...changes, `${room}/region-pauses/${pause.id}`],
    lenderOwner: [`${room}/region-pauses`, `${room}/officers`, `${room}/reminders`],
  }
}
