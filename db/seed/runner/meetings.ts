// A group that pays at meetings: members' shares on the day after the money came, a sheet for each
// instalment, one member short once, the last money still on its way to the cashier.

import { enterprises } from '#db/seed/network/enterprises'
import type { LoanStory } from '#db/seed/network/loans/story'
import type { Member } from '#db/seed/runner/member'
import { amount } from '#worker/kernel/money'
import { portions } from '#worker/lending/loan-shares/portions'

const MINUTE = 60_000
/** Of the leader first: what each takes of the principal. */
const WEIGHTS = [5, 5, 4, 4, 3, 2, 2]
const SAVED = 10_000
/** At this meeting this member paid six tenths of her part. */
const SHORT = { meeting: 3, member: 5, tenths: 6 }

type People = { officer: Member; cashier: Member; leader: Member }
type Meeting = { at: number; on: string; n: number; isLast: boolean }

export async function setShares(story: LoanStory, people: People, id: string, at: number) {
  const members = enterprises.find((one) => one.slug === story.group)?.members ?? []
  const weights = members.map((_, i) => amount(WEIGHTS[i] ?? 1))
  const lent = story.decision?.outcome === 'approved' ? story.decision.amount : story.amount
  const parts = portions(amount(lent), weights)
  const shares = members.map(({ name, phone }, i) => ({ name, phone, amount: parts[i] }))
  await people.officer.post(at, `/api/loans/${id}/shares`, { shares })
}

type Sheet = { members: { shareId: string; asked: number }[] }

export async function holdMeeting(people: People, id: string, { at, on, n, isLast }: Meeting) {
  const { officer, cashier, leader } = people
  await officer.confirm(at)
  const { members } = await officer.get<Sheet>(at, `/api/loans/${id}/sheet?on=${on}`)
  const rows = members.map(({ shareId, asked }, i) => {
    const isShort = n === SHORT.meeting && i === SHORT.member
    const paid = isShort ? Math.floor((asked * SHORT.tenths) / 10_000) * 1000 : asked
    return { shareId, attended: !isShort, paid, covers: true, saved: isShort ? 0 : SAVED }
  })
  const sheet = { heldOn: on, place: 'Rumah kelompok', useReserve: n !== SHORT.meeting, rows }
  const meeting = await officer.post<{ id: string; cash: number }>(
    at,
    `/api/loans/${id}/meetings`,
    sheet,
  )
  if (isLast) return
  const path = `/api/meetings/${meeting.id}/hand-over`
  await leader.post(at + MINUTE, path, { amount: meeting.cash })
  await cashier.confirm(at + 2 * MINUTE)
  await cashier.post(at + 2 * MINUTE, `${path}/confirmation`, { amount: meeting.cash })
}
