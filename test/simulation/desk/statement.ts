/**
 * What must hold of a loan whatever happened to it, told from its statement alone: its principal is what
 * was handed over, every rupiah that came is divided, and its status follows from what is left.
 */
import type { Desk, Lent } from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const total = (parts: Json): number =>
  parts.interest + parts.principal + parts.fees + parts.penalties

type Line = { type: string; amount: number; split: Json; reversed: boolean }

const sumOf = (lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0)

function statusOf({ loan, outstanding }: Json, isLost: boolean): string {
  if (isLost) return 'written-off'
  if (total(outstanding) > 0) return 'active'
  return loan.overpayment > 0 ? 'overpaid' : 'closed'
}

/** Sentences about what is wrong in a statement; none when all is well. */
export function faultsOfStatement(known: Lent, said: Json): string[] {
  const { loan, outstanding, drawn, instalments, claim } = said
  const lines = (said.events as Line[]).filter(({ reversed, type }) => {
    return !reversed && type !== 'reversed'
  })
  const of = (...types: readonly string[]) => lines.filter(({ type }) => types.includes(type))
  const money = of('repaid', 'recovered')
  const paid = known.paid.filter(({ reversed }) => !reversed)
  const isLost = of('writtenOff').length > 0
  const facts: Record<string, readonly [is: unknown, should: unknown]> = {
    events: [said.events.length, known.seq],
    'what was handed over': [drawn, known.handed],
    'what was paid': [
      sumOf(money, (one) => one.amount),
      paid.reduce((sum, p) => sum + p.amount, 0),
    ],
    'what was given back': [sumOf(of('refunded'), (one) => one.amount), known.refunded],
    'the division of what was paid': [
      sumOf(money, ({ split }) => total(split) + split.overpayment),
      sumOf(money, (one) => one.amount),
    ],
    'what was paid too much': [
      loan.overpayment,
      sumOf(money, ({ split }) => split.overpayment) - known.refunded,
    ],
    principal: [
      outstanding.principal +
        sumOf(of('discounted', 'writtenOff'), ({ split }) => split.principal) +
        sumOf(money, ({ split }) => split.principal) -
        loan.recovered,
      drawn,
    ],
    balance: [loan.balance, outstanding.principal],
    'what is left by instalments': [
      instalments.reduce((sum: number, one: Json) => sum + one.left, 0),
      total(outstanding),
    ],
    status: [loan.status, statusOf(said, isLost)],
    claim: [claim > 0, isLost && claim > 0],
  }
  return Object.entries(facts).flatMap(([name, [is, should]]) =>
    is === should ? [] : [`${known.path}: ${name} is ${is} and should be ${should}`],
  )
}

/** Principal that was given up. */
export const lostOf = ({ events }: Json): number =>
  (events as Line[])
    .filter(({ type, reversed }) => !reversed && (type === 'discounted' || type === 'writtenOff'))
    .reduce((sum, { split }) => sum + split.principal, 0)

/** Reads a loan, compares it with what the model knows of it, and remembers it. */
export async function look(desk: Desk, loan: Lent): Promise<string[]> {
  const { status, body } = await desk.lender.officer.get(loan.path)
  if (status !== 200) return [`${loan.path} answers ${status}`]
  loan.statement = body
  return faultsOfStatement(loan, body)
}

type Event = { seq: number; type: string; amount: number; split: Json }

/** What the clock did to a loan since it was last known: pauses, and shares of what was sold. */
export async function catchUp(desk: Desk, loan: Lent): Promise<string[]> {
  const { status, body } = await desk.lender.officer.get(loan.path)
  if (status !== 200) return [`${loan.path} answers ${status}`]
  const sharer = desk.groups.find(({ shared }) => shared === loan)
  const since = (body.events as Event[]).filter(({ seq }) => seq > loan.seq)
  const faults = since
    .filter(({ type }) => type !== 'paused' && !(type === 'repaid' && sharer))
    .map(({ type }) => `${loan.path}: the clock has ${type} it`)
  for (const { seq, type, amount } of since) {
    loan.seq = seq
    if (type !== 'repaid') continue
    loan.paid.push({ seq, amount, way: 'payout', reversed: false })
    desk.sums.kept += amount
    if (sharer) sharer.taken += amount
  }
  loan.statement = body
  return [...faults, ...faultsOfStatement(loan, body)]
}
