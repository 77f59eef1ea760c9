/** The counter: money that comes for a loan, is taken back, given back, or comes after a write-off. */
import {
  DONE,
  doneIf,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Lent,
} from '#test/simulation/desk/scene'

export const isIn =
  (...states: readonly string[]) =>
  ({ statement }: Lent) =>
    states.includes(statement.loan.status)

/** A day between that of the loan and today; mostly today. */
export function aDayOf(desk: Desk, loan: Lent): string {
  const day = desk.day(
    desk.random.weighted([
      [0, 3],
      [desk.random.between(0, 200), 2],
    ]),
  )
  return day < loan.disbursedOn ? loan.disbursedOn : day
}

function repay(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, isIn('active'))
  if (!loan) return null
  const due = Number(loan.statement.loan.nextDueAmount ?? 0)
  const amount = random.weighted([
    [due > 0 ? due : 1_000, 6],
    [random.between(1, 300_000), 3],
    [random.between(1_000_000, 9_000_000), 2],
  ])
  const channel = random.pick(['cash', 'transfer'])
  const settles = random.happens(0.15)
  const body = { amount, channel, settles, receivedOn: aDayOf(desk, loan) }
  const learn = () => {
    loan.paid.push({ seq: (loan.seq += 1), amount, way: 'counter', reversed: false })
    desk.sums.money += amount
  }
  const path = `${loan.path}/repayments`
  return { who: desk.lender.cashier, path, body, must: DONE, learn, look: loan }
}

function reverse(desk: Desk, hold: Hold) {
  const loan = taken(desk, hold, desk.loans, ({ paid }) => paid.some((one) => !one.reversed))
  if (!loan || loan.paid.length === 0) return null
  const standing = loan.paid.filter((one) => !one.reversed)
  const among = desk.random.happens(0.9) && standing.length > 0 ? standing : loan.paid
  const one = desk.random.pick(among)
  const learn = () => {
    one.reversed = true
    loan.seq += 1
    desk.sums.money -= one.amount
  }
  return {
    ...{ who: desk.lender.approver, path: `${loan.path}/repayments/${one.seq}/reversal` },
    ...{ body: { reason: 'Salah pinjaman.' }, learn, look: loan },
    must: mustOfReversal(loan, one),
  }
}

/** What was given back meanwhile may be missing then. */
function mustOfReversal({ refunded }: Lent, one: Lent['paid'][number]): readonly string[] {
  if (one.way === 'payout') return ['illegal-transition']
  if (one.reversed) return ['already-reversed']
  const missing = refunded > 0 ? ['amount-mismatch'] : []
  if (one.way === 'meeting' || one.way === 'reserve') return ['illegal-transition', ...missing]
  return [...DONE, ...missing]
}

function giveBack(desk: Desk, hold: Hold) {
  const { random } = desk
  const most = ({ statement }: Lent): number => statement.loan.overpayment
  const loan = taken(desk, hold, desk.loans, (one) => most(one) > 0)
  if (!loan) return null
  const over = most(loan)
  const amount = random.weighted([
    [Math.max(1, over), 5],
    [random.between(1, over + 2), 3],
  ])
  const must = doneIf(over > 0 && amount <= over, over > 0 ? 'amount-mismatch' : 'nothing-due')
  const body = { amount, channel: random.pick(['cash', 'transfer']) }
  const learn = () => {
    loan.refunded += amount
    loan.seq += 1
    desk.sums.money -= amount
  }
  const path = `${loan.path}/refunds`
  return { who: desk.lender.cashier, path, body, must, learn, look: loan }
}

function recover(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, isIn('written-off'))
  if (!loan) return null
  const isLost = isIn('written-off')(loan)
  const claim = Number(loan.statement.claim ?? 0)
  const amount = random.weighted([
    [random.between(1, Math.max(1, claim)), 5],
    [claim + 1, 1],
  ])
  const may = isLost && amount <= claim
  const must = doneIf(may, isLost ? 'amount-mismatch' : 'illegal-transition')
  const learn = () => {
    loan.paid.push({ seq: (loan.seq += 1), amount, way: 'counter', reversed: false })
    desk.sums.money += amount
  }
  const body = { amount, channel: random.pick(['cash', 'transfer']) }
  const path = `${loan.path}/recoveries`
  return { who: desk.lender.cashier, path, body, must, learn, look: loan }
}

export const repaying: readonly Command[] = [
  { name: 'repay', weight: 34, ask: repay },
  { name: 'reverse', weight: 8, ask: reverse },
  { name: 'give back', weight: 6, ask: giveBack },
  { name: 'recover', weight: 4, ask: recover },
]
