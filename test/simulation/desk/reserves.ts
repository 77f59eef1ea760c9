/** What members laid down for each other comes back, and a group takes money out of its reserve. */
import { paidBackAmong, settle } from '#test/simulation/desk/grouping'
import {
  DONE,
  doneIf,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Waiting,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const REASON = 'Untuk anggota yang sakit.'

async function payBack(desk: Desk, hold: Hold) {
  const { random } = desk
  const met = desk.meetings.filter(({ status }) => status !== 'reversed')
  const meeting = taken(desk, hold, met)
  const group = meeting?.loan.application.group
  if (!meeting || !group || group.held || meeting.loan.held) return null
  const loan = hold(meeting.loan)
  hold(group)
  const { status, body: shares } = await desk.lender.officer.get(`${loan.path}/shares`)
  if (status !== 200) throw new Error(`${loan.path}/shares answers ${status}`)
  const covers = shares.covers as Json[]
  if (covers.length === 0) return null
  const cover = random.pick(covers)
  const amount = random.weighted([
    [cover.left, 4],
    [random.between(1, cover.left), 3],
    [cover.left + 1, 1],
  ])
  const learn = () => {
    paidBackAmong(desk, loan)
    if (cover.owedTo !== null) return
    settle(desk, loan, { money: amount, carried: 0, reserve: amount })
  }
  const must = doneIf(amount <= cover.left, 'outside-limits')
  const path = `/api/covers/${cover.id}/repayments`
  return { who: desk.lender.officer, path, body: { amount }, must, learn }
}

function ask(desk: Desk, hold: Hold) {
  const group = taken(desk, hold, desk.groups, ({ reserve }) => reserve > 0)
  if (!group) return null
  const { reserve } = group
  const amount = desk.random.weighted([
    [desk.random.between(1, Math.max(1, reserve)), 4],
    [reserve + 1, 1],
  ])
  const told = { amount, group }
  const learn = ({ id, status }: Json) => {
    desk.withdrawals.push({ id, status, told, held: false })
  }
  const hasMet = desk.loans.some(({ application }) => application.group === group)
  const must = hasMet ? doneIf(amount <= reserve, 'account-overdrawn') : ['not-found']
  const path = `/api/lenders/${desk.slug}/groups/${group.slug}/withdrawals`
  return { who: group.chair, path, body: { amount, reason: REASON }, must, learn }
}

const waits = ({ status }: Waiting) => status === 'waiting'

function decide(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.withdrawals, waits)
  if (!one) return null
  const { group, amount } = one.told
  if (group.held) return null
  hold(group)
  const outcome = desk.random.pick(['paid', 'paid', 'refused'])
  const enough = outcome === 'refused' || amount <= group.reserve
  const must = waits(one) ? doneIf(enough, 'account-overdrawn') : ['illegal-transition']
  const learn = () => {
    one.status = outcome
    if (outcome === 'refused') return
    settle(desk, { application: one.told }, { money: -amount, carried: 0, reserve: -amount })
  }
  const path = `/api/reserve-withdrawals/${one.id}/decision`
  const body = outcome === 'paid' ? { outcome } : { outcome, answer: 'Bawa kuitansinya dulu.' }
  return { who: desk.lender.cashier, path, body, must, learn }
}

function sayWhoPaid(desk: Desk, hold: Hold) {
  const undivided = desk.loans.filter(({ members, paid, statement }) => {
    // What comes after a write-off is no member's instalment any more.
    const isLost = statement.loan.status === 'written-off'
    return (
      members.length > 0 &&
      !isLost &&
      paid.some(({ way, reversed }) => way === 'counter' && !reversed)
    )
  })
  const loan = taken(desk, hold, undivided)
  const one = loan?.paid.find(({ way, reversed }) => way === 'counter' && !reversed)
  if (!loan || !one) return null
  const parts = [{ shareId: loan.members[0], amount: one.amount }]
  const learn = () => void (one.way = 'divided')
  const path = `${loan.path}/repayments/${one.seq}/parts`
  return { who: desk.lender.officer, path, body: { parts }, must: DONE, learn }
}

export const reserves: readonly Command[] = [
  { name: 'pay back who paid', weight: 4, ask: payBack },
  { name: 'say who paid', weight: 2, ask: sayWhoPaid },
  { name: 'ask for the reserve', weight: 2, ask },
  { name: 'decide on that', weight: 2, ask: decide },
]
