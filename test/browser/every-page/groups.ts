/** Pages of loans to groups: the officer’s, the leader’s, a member’s own, and her receipt. */
import { expected, type Http, type Json } from '#test/support/http'
import type { Walker, Walkers } from './walkers.ts'

async function listed(from: Http, path: string): Promise<Json[]> {
  return expected(await from.get(path), 200).items
}

export async function groups(walkers: Walkers): Promise<Partial<Record<Walker, string[]>>> {
  const { officer, chair } = walkers
  const [{ slug }] = expected(await officer.get('/api/me'), 200).organizations
  const all = await listed(officer, `/api/lenders/${slug}/groups`)
  const hers = expected(await chair.get('/api/me'), 200).organizations.map((one: Json) => one.slug)
  const isHers = ({ loan, lastMeetingOn }: Json) =>
    hers.includes(loan.group.slug) && lastMeetingOn !== null
  const { loan } = all.find(isHers) ?? {}
  const bare = all.find((one) => one.members === 0)
  const [meeting] = await listed(officer, `/api/loans/${loan.id}/meetings`)
  const { lines } = expected(await officer.get(`/api/meetings/${meeting.id}`), 200)
  const [own] = await listed(chair, '/api/loan-shares')
  const room = `/lender/${slug}`
  const of = (one: Json) => `${room}/groups/${one.group.slug}/${one.id}`
  const seller = `/seller/${loan.group.slug}`
  const desk = [`${room}/groups`, of(loan), `${room}/meetings`, `${room}/meetings/${meeting.id}`]
  return {
    officer: [
      ...[...desk, `${room}/groups/${loan.group.slug}`, `${of(loan)}/sheet`, `${of(loan)}/shares`],
      ...[`${room}/meetings?which=all`, `${room}/ladder`, ...(bare ? [of(bare.loan)] : [])],
    ],
    cashier: desk,
    lenderOwner: [`${room}/ladder`],
    chair: [
      ...[`${seller}/loans`, `${seller}/loans/${loan.id}`, `${seller}/meetings/${meeting.id}`],
      `${seller}/loans/reserves/${slug}`,
      ...['/shares', `/shares/${own?.id}`],
    ],
    guest: [`/member-receipts/${lines[0].receipt}`],
  }
}
