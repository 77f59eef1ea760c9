// A group that pays at meetings: members' shares when the money comes, and a sheet for each
// instalment. Others lay down what one of them is short; where all are, the group is late.

import { enterprises } from '#db/seed/network/enterprises'
import type { LoanStory } from '#db/seed/network/loans/story'
import type { Member } from '#db/seed/runner/member'
import { amount } from '#worker/kernel/money'
import { portions } from '#worker/lending/group-lending/loan-shares/portions'

const MINUTE = 60_000
/** Of the leader first: what each takes of the principal. */
const WEIGHTS = [5, 5, 4, 4, 3, 2, 2]
const SAVED = 10_000
type People = { officer: Member; cashier: Member; leader: Member }
/** The instalment it is about, and the hundredths of it that everybody can pay. */
type Meeting = { at: number; on: string; n: number; percent: number }

export async function setShares(story: LoanStory, people: People, id: string, at: number) {
  const members = enterprises.find((one) => one.slug === story.group)?.members ?? []
  const weights = members.map((_, i) => amount(WEIGHTS[i] ?? 1))
  const lent = story.decision?.outcome === 'approved' ? story.decision.amount : story.amount
  const parts = portions(amount(lent), weights)
  const shares = members.map(({ name, phone }, i) => ({ name, phone, amount: parts[i] }))
  await people.officer.post(at, `/api/loans/${id}/shares`, { shares })
}

type Sheet = { members: { shareId: string; asked: number }[] }

export async function holdMeeting(
  { story, people, id }: { story: LoanStory; people: People; id: string },
  { at, on, n, percent }: Meeting,
) {
  const { officer, cashier, leader } = people
  const { short, carried, paid = [] } = story
  await officer.confirm(at)
  const { members } = await officer.get<Sheet>(at, `/api/loans/${id}/sheet?on=${on}`)
  const rows = members.map(({ shareId, asked }, i) => {
    const isShort = n === short?.meeting && i === short.member
    const able = isShort ? short.tenths * 10 : percent
    const brought = able === 100 ? asked : Math.floor((asked * able) / 100_000) * 1000
    return { shareId, attended: !isShort, paid: brought, covers: true, saved: isShort ? 0 : SAVED }
  })
  const useReserve = percent === 100 && n !== short?.meeting
  const sheet = { heldOn: on, place: 'Rumah kelompok', useReserve, rows }
  const meeting = await officer.post<{ id: string; cash: number }>(
    at,
    `/api/loans/${id}/meetings`,
    sheet,
  )
  if (carried && n === paid.length) return
  const path = `/api/meetings/${meeting.id}/hand-over`
  await leader.post(at + MINUTE, path, { amount: meeting.cash })
  await cashier.confirm(at + 2 * MINUTE)
  await cashier.post(at + 2 * MINUTE, `${path}/confirmation`, { amount: meeting.cash })
}
