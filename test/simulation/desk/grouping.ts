/** Loans of groups: the shares of their members, meetings, and the money that is carried from them. */
import {
  DONE,
  doneIf,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Lent,
  type Meeting,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const NAMES = ['Bu Siti', 'Bu Wayan', 'Bu Dewi', 'Bu Rina']

function setShares(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, ({ application, members, othersWait }) => {
    return (
      application.group !== null && !othersWait && (members.length === 0 || random.happens(0.1))
    )
  })
  if (!loan || loan.application.group === null) return null
  const whole = loan.application.amount
  const odd = random.happens(0.08) ? 1 : 0
  const each = Math.floor(whole / 4) - random.between(0, 1000)
  const amounts = [each, each, each, whole - 3 * each + odd]
  const shares = amounts.map((amount, i) => {
    return { id: loan.members[i] ?? null, name: NAMES[i], amount }
  })
  const isFirst = loan.members.length === 0
  const waits = loan.othersWait ? ['already-exists'] : DONE
  const must = odd > 0 ? ['amount-mismatch'] : waits
  const learn = (set: Json) => {
    if (isFirst) loan.members = set.shares.map(({ id }: Json) => id)
    else loan.othersWait = true
  }
  const body = { shares, reason: 'Pindah.' }
  return { who: desk.lender.officer, path: `${loan.path}/shares`, body, must, learn }
}

function decideShares(desk: Desk, hold: Hold) {
  const loan = taken(desk, hold, desk.loans, ({ othersWait }) => othersWait)
  if (!loan) return null
  const outcome = desk.random.pick(['approved', 'approved', 'refused'])
  const learn = () => void (loan.othersWait = false)
  const must = doneIf(loan.othersWait, 'not-found')
  const path = `${loan.path}/shares/decision`
  return { who: desk.lender.approver, path, body: { outcome }, must, learn }
}

async function meet(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, ({ members, statement }) => {
    return members.length > 0 && statement.loan.status === 'active'
  })
  const group = loan?.application.group
  if (!loan || !group || group.held) return null
  hold(group)
  const day = desk.day(random.between(0, 60))
  const on = day < loan.disbursedOn ? loan.disbursedOn : day
  const { status, body: sheet } = await desk.lender.officer.get(`${loan.path}/sheet?on=${on}`)
  if (status !== 200) throw new Error(`${loan.path}/sheet answers ${status}`)
  const rows = (sheet.members as Json[]).map(({ shareId, asked, left, debts }) => {
    const whole = random.weighted([
      [asked, 7],
      [0, 1],
      [Math.floor(asked / 2), 2],
    ])
    const owed = debts.reduce((sum: number, debt: Json) => sum + debt.left, 0)
    return {
      ...{ shareId, attended: true, paid: Math.min(whole, left), covers: random.happens(0.8) },
      ...{ saved: random.pick([0, 1000, 5000]), paidBack: random.happens(0.2) ? owed : 0 },
    }
  })
  const written = desk.meetings.some((one) => {
    return one.loan === loan && one.on === on && one.status !== 'reversed'
  })
  const refusals = [
    ...(written ? ['already-exists'] : []),
    ...(loan.statement.loan.status === 'active' && rows.length > 0 ? [] : ['illegal-transition']),
  ]
  const body = { heldOn: on, useReserve: random.happens(0.6), rows: rows.length > 0 ? rows : ROW }
  const must = refusals.length > 0 ? refusals : DONE
  const learn = (held: Json) => held.id && recorded(desk, loan, { held, on, rows })
  const path = `${loan.path}/meetings`
  return { who: desk.lender.officer, path, body, must, learn, look: loan }
}

const ROW = [{ shareId: 'nobody', attended: true, paid: 0, covers: false }]

type Sheet = { held: Json; on: string; rows: readonly { paid: number; paidBack: number }[] }

function recorded(desk: Desk, loan: Lent, { held, on, rows }: Sheet): void {
  const { id, status, cash, toLoan, fromReserve, covered } = held
  const paid = rows.reduce((sum, row) => sum + row.paid, 0)
  if (toLoan + fromReserve !== paid + covered) throw new Error(`the sheet ${id} does not add up`)
  const repayments = [
    { amount: toLoan, way: 'meeting' },
    { amount: fromReserve, way: 'reserve' },
  ].filter(({ amount }) => amount > 0)
  const brought = repayments.map((one) => ({ ...one, seq: (loan.seq += 1), reversed: false }))
  loan.paid.push(...brought)
  const toReserve = cash - toLoan
  settle(desk, loan, { money: cash, carried: cash, reserve: toReserve - fromReserve })
  if (rows.some(({ paidBack }) => paidBack > 0)) paidBackAmong(desk, loan)
  const sums = { cash, toLoan, toReserve, fromReserve }
  const path = `/api/meetings/${id}`
  const made = { path, loan, status, on, paid: brought, isPaidBack: false, held: false }
  desk.meetings.push({ ...made, ...sums })
}

/** What was laid down at any earlier meeting may have been paid back. */
export function paidBackAmong({ meetings }: Desk, loan: Lent): void {
  for (const one of meetings) if (one.loan === loan) one.isPaidBack = true
}

export function settle(
  { sums }: Desk,
  { application: { group } }: Pick<Lent, 'application'>,
  moved: { money: number; carried: number; reserve: number },
): void {
  sums.money += moved.money
  sums.carried += moved.carried
  sums.reserves += moved.reserve
  if (group) group.reserve += moved.reserve
}

const isIn =
  (...states: readonly string[]) =>
  ({ status }: Meeting) =>
    states.includes(status)

function step(name: 'hand-over' | 'hand-over/confirmation', from: string, to: string) {
  return (desk: Desk, hold: Hold) => {
    const one = taken(desk, hold, desk.meetings, isIn(from))
    if (!one) return null
    const amount = Math.max(1, one.cash + (desk.random.happens(0.1) ? 1 : 0))
    const isRight = amount === one.cash
    const must = isIn(from)(one) ? doneIf(isRight, 'amount-mismatch') : ['illegal-transition']
    const learn = () => {
      one.status = to
      if (to === 'received') desk.sums.carried -= one.cash
    }
    const leader = one.loan.application.group?.chair ?? desk.lender.officer
    const who = name === 'hand-over' ? leader : desk.lender.cashier
    return { who, path: `${one.path}/${name}`, body: { amount }, must, learn }
  }
}

function takeBack(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.meetings, ({ status }) => status !== 'reversed')
  const group = one?.loan.application.group
  if (!one || !group || group.held || one.loan.held) return null
  const loan = hold(one.loan)
  hold(group)
  const short = group.reserve - one.toReserve + one.fromReserve < 0
  const must =
    one.status === 'reversed'
      ? ['already-reversed']
      : [
          ...(short ? [] : DONE),
          ...(short ? ['account-overdrawn'] : []),
          ...(one.isPaidBack ? ['illegal-transition'] : []),
          ...(loan.refunded > 0 ? ['amount-mismatch'] : []),
        ]
  const carried = isIn('recorded', 'handed-over')(one) ? one.cash : 0
  const learn = () => {
    one.status = 'reversed'
    for (const paid of one.paid) {
      paid.reversed = true
      loan.seq += 1
    }
    const reserve = one.fromReserve - one.toReserve
    settle(desk, loan, { money: -one.cash, carried: -carried, reserve })
  }
  const body = { reason: 'Salah lembar.' }
  return { who: desk.lender.approver, path: `${one.path}/reversal`, body, must, learn, look: loan }
}

export const grouping: readonly Command[] = [
  { name: 'set the shares', weight: 8, ask: setShares },
  { name: 'decide on other shares', weight: 2, ask: decideShares },
  { name: 'write a meeting down', weight: 12, ask: meet },
  { name: 'hand its money over', weight: 7, ask: step('hand-over', 'recorded', 'handed-over') },
  {
    name: 'count its money',
    weight: 7,
    ask: step('hand-over/confirmation', 'handed-over', 'received'),
  },
  { name: 'take a meeting back', weight: 2, ask: takeBack },
]
