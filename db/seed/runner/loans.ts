// How a loan goes: somebody applies, the officer recommends, the approver decides, she accepts,
// the cashier hands over the money and takes the instalments, each story as far as it has come.

import { enterprises } from '#db/seed/network/enterprises'
import { STEP_DAYS, type LoanStory } from '#db/seed/network/loans/story'
import { lenders } from '#db/seed/network/organizations'
import { people } from '#db/seed/network/people'
import { chance } from '#db/seed/random'
import { fundOf } from '#db/seed/runner/lender-books'
import { holdMeeting, setShares } from '#db/seed/runner/meetings'
import { dayOf, daysAgo, keyOf, known, type World } from '#db/seed/runner/world'
import { daysBetween, localDate } from '#worker/kernel/calendar'

const HOUR = 3_600_000
const PEOPLE = new Map(people.map((one) => [one.key, one]))
const LENDERS = new Map(lenders.map((one) => [one.slug, one]))

type Desk = ReturnType<typeof deskOf>

export function noteLoan(world: World, story: LoanStory): void {
  const desk = deskOf(world, story)
  const { submittedDaysAgo, visit, recommendation, vote, decision, disbursedDaysAgo } = story
  const step = (name: keyof typeof STEP_DAYS, hour: number) =>
    Math.min(daysAgo(world, submittedDaysAgo - STEP_DAYS[name], hour), world.now - HOUR)
  let path = ''
  desk.note(daysAgo(world, submittedDaysAgo, 10), async (at) => {
    path = `/api/loan-applications/${await apply(world, story, at)}`
  })
  if (visit) {
    const seen = daysAgo(world, submittedDaysAgo - 1, 9)
    desk.note(seen, async (at) => {
      await desk.officer.post(at, `${path}/taking`)
      await desk.officer.post(at, `${path}/visits`, { ...visit, visitedOn: dayOf(seen) })
    })
  }
  if (recommendation) {
    desk.note(step('recommended', 11), (at) =>
      desk.officer.post(at, `${path}/recommendation`, {
        why: recommendation.note,
        ...recommendation,
      }),
    )
  }
  if (vote) {
    desk.note(step('decided', 13), async (at) => {
      await desk.approver.confirm(at)
      await desk.approver.post(at, `${path}/votes`, vote)
    })
  }
  if (decision) {
    desk.note(step('decided', 13), async (at) => {
      await desk.approver.confirm(at)
      await desk.approver.post(at, `${path}/decision`, decision)
    })
  }
  if (story.accepted) {
    desk.note(step('accepted', 16), (at) => accept(desk, path, at))
  }
  if (disbursedDaysAgo !== undefined) {
    desk.note(daysAgo(world, disbursedDaysAgo, 10), async (at) => {
      await desk.cashier.confirm(at)
      const fundId = fundOf(world, story)
      const { id } = await desk.cashier.post<{ id: string }>(at, `${path}/disbursement`, { fundId })
      await noteRepayments(world, { story, desk, id, at })
    })
  }
}

/** The people of a story, each at her own hour. */
function deskOf(world: World, story: LoanStory) {
  const lender = known(LENDERS, story.lender)
  const minutes = chance(`hours of ${story.key}`).between(0, 100)
  const lane = `loan ${story.key}`
  return {
    applicant: world.member(story.applicant),
    officer: world.member(keyOf(lender, 'officer')),
    approver: world.member(keyOf(lender, 'approver')),
    cashier: world.member(keyOf(lender, 'cashier')),
    note(day: number, act: (at: number) => Promise<unknown>): void {
      const at = Math.min(day + minutes * 60_000, world.now)
      world.agenda.note(lane, at, async () => void (await act(at)))
    },
  }
}

/** She reads the agreement and accepts it with the code that comes to her telephone. */
async function accept({ applicant }: Desk, path: string, at: number): Promise<void> {
  const { hash: agreement } = await applicant.get<{ hash: string }>(at, `${path}/agreement`)
  const sent = await applicant.post<{ code: string }>(at, `${path}/acceptance-codes`, { agreement })
  await applicant.post(at, `${path}/acceptance`, { agreement, code: sent.code })
}

async function apply(world: World, story: LoanStory, at: number): Promise<string> {
  const { lender, product, group, shareSalesOf, applicant } = story
  const { purpose, amount, instalments, monthlyIncome, monthlyCosts } = story
  const shared = shareSalesOf !== null && mayShare(applicant, shareSalesOf) ? shareSalesOf : null
  const { id } = await world.member(applicant).post<{ id: string }>(at, '/api/loan-applications', {
    productId: known(world.loanProducts, `${lender}/${product}`),
    groupId: group === null ? null : known(world.enterprises, group),
    ...{ purpose, amount, instalments, monthlyIncome, monthlyCosts },
    account: accountOf(applicant),
    shareSalesOf: shared === null ? null : known(world.enterprises, shared),
  })
  return id
}

/** One for each applicant, made of her telephone number: plainly no real one. */
function accountOf(applicant: string) {
  const story = known(PEOPLE, applicant)
  const number = story.phone.replace(/\D/g, '').padStart(15, '0')
  return { bank: 'BRI', number, holder: story.name }
}

/** Sales are an enterprise's: its chair or its treasurer may show them, a member may not. */
function mayShare(applicant: string, slug: string): boolean {
  const members = enterprises.find((one) => one.slug === slug)?.members ?? []
  return members.some(({ key, role }) => key === applicant && /^(chair|treasurer)$/.test(role))
}

const ROUND = 50_000

type Lent = { story: LoanStory; desk: Desk; id: string; at: number }
type Parts = { interest: number; principal: number; fees: number; penalties: number }
type Statement = { instalments: { n: number; dueOn: string; asked: Parts }[] }

async function noteRepayments(world: World, { story, desk, id, at }: Lent): Promise<void> {
  const path = `/api/loans/${id}`
  const { instalments } = await desk.cashier.get<Statement>(at, path)
  const { paid = [], part, longer, paidOffDaysAgo } = story
  const people = { officer: desk.officer, cashier: desk.cashier, leader: desk.applicant }
  const isGroup = story.group !== null
  if (isGroup) await setShares(story, people, id, at)
  const repay = (
    on: number,
    { whole, percent, n }: { whole: number; percent: number; n: number },
  ) =>
    desk.note(on, async (at) => {
      if (isGroup) return holdMeeting({ story, people, id }, { at, on: dayOf(on), n, percent })
      const amount = percent === 100 ? whole : Math.round((whole * percent) / 100_000) * 1000
      await desk.cashier.confirm(at)
      await desk.cashier.post(at, `${path}/repayments`, { amount, channel: 'cash' })
    })
  const dueAt = (dueOn: string, days: number) =>
    daysAgo(world, daysBetween(localDate(dueOn), world.today) - days, 9)
  for (const { n, dueOn, asked } of instalments) {
    const whole = asked.interest + asked.principal + asked.fees + asked.penalties
    const late = paid[n - 1]
    if (late !== undefined) repay(dueAt(dueOn, late), { whole, percent: 100, n })
    if (part?.instalment === n) {
      repay(dueAt(dueOn, part.daysAfterDue), { whole, percent: part.share, n })
    }
  }
  if (longer !== undefined) {
    const { instalments: left, reason, seen, promise } = longer
    desk.note(daysAgo(world, 2, 10), async (at) => {
      const visit = { visitedOn: dayOf(at), ...seen }
      await desk.officer.post(at, `${path}/visits`, visit)
      await desk.officer.post(at, `${path}/promises`, { ...promise, promisedOn: world.today })
    })
    const measure = { kind: 'reschedule', terms: { instalments: left } }
    desk.note(daysAgo(world, 1, 10), (at) =>
      desk.officer.post(at, `${path}/changes`, { measure, reason }),
    )
  }
  if (paidOffDaysAgo !== undefined) {
    desk.note(daysAgo(world, paidOffDaysAgo, 9), async (paidAt) => {
      const { total } = await desk.cashier.get<{ total: number }>(paidAt, `${path}/payoff-quote`)
      await desk.cashier.confirm(paidAt)
      // A round sum, of which the rest is handed back.
      const amount = Math.ceil(total / ROUND) * ROUND
      const settling = { amount, channel: 'transfer', settles: true }
      await desk.cashier.post(paidAt, `${path}/repayments`, settling)
      if (amount === total) return
      const back = { amount: amount - total, channel: 'cash' }
      await desk.cashier.post(paidAt, `${path}/refunds`, back)
    })
  }
}
