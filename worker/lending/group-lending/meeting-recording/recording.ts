/**
 * A meeting turned into what it changes: the loan is repaid in cash, and out of the reserve where that
 * helped, each with the receipt of the group; the meeting, and a line for each member with her own.
 */
import { subtract, sum, type Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Cover } from '#worker/lending/group-lending/covers/cover'
import {
  askedUntilOf,
  membersOf,
  type KeptCredit,
} from '#worker/lending/group-lending/loan-shares/group-loan'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import { repay, type Loan } from '#worker/lending/servicing/loans/loan'
import { expectedOf } from '#worker/lending/group-lending/meetings/expecting'
import {
  recordMeeting,
  refuseDay,
  refuseUnsound,
  type Meeting,
} from '#worker/lending/group-lending/meetings/meeting'
import {
  settleSheet,
  type Line,
  type Row,
  type Settled,
} from '#worker/lending/group-lending/meetings/sheet'

export type Asked = {
  heldOn: LocalDate
  place: string
  note: string
  useReserve: boolean
  rows: readonly Row[]
}

export type Facts = {
  loan: Loan & { groupId: string }
  events: readonly LoanEvent[]
  shares: readonly Share[]
  credits: readonly KeptCredit[]
  covers: readonly Cover[]
  reserve: Amount
  today: LocalDate
}

export type HeldMeeting = {
  meeting: Meeting
  settled: Settled
  lines: readonly (Line & { leftAfter: Amount })[]
  /** One after the other; none where no money reached the loan. */
  changes: readonly { change: LoanChange; channel: 'meeting' | 'reserve' }[]
}

export function holdMeeting(
  { loan, events, shares, credits, covers, reserve, today }: Facts,
  asked: Asked,
  { id, by, at }: { id: string; by: string; at: number },
): HeldMeeting {
  refuseUnless(loan.status === 'active', 'illegal-transition', 'This loan is not running.')
  refuseUnless(shares.length > 0, 'illegal-transition', 'Set the members’ shares first.')
  refuseDay(asked.heldOn, { from: loan.disbursedOn, today })
  const group = { loan, events, shares, credits, today }
  const view = membersOf(group, ({ instalments }) =>
    askedUntilOf(instalments, asked.heldOn, loan.terms),
  )
  const expected = expectedOf(shares, view.standings, covers)
  refuseUnsound(asked.rows, expected)

  const settled = settleSheet({ expected, due: view.due, reserve }, asked.rows, asked.useReserve)

  const cash = repaid({ loan, events, today }, settled.toLoan, asked.heldOn, 'cash')
  const after = cash ? { loan: cash.loan, events: [...events, cash.event], today } : null
  const reserved = repaid(
    after ?? { loan, events, today },
    settled.fromReserve,
    asked.heldOn,
    'reserve',
  )
  const held = {
    id,
    loanId: loan.id,
    lenderId: loan.lenderId,
    groupId: loan.groupId,
    heldOn: asked.heldOn,
    place: asked.place,
    note: asked.note,
    cashSeq: cash?.event.seq ?? null,
    reserveSeq: reserved?.event.seq ?? null,
  }
  const lines = settled.lines.map((line, i) => ({
    ...line,
    leftAfter: subtract(
      expected[i]!.left,
      sum([line.paid, line.coveredByMembers, line.coveredByReserve]),
    ),
  }))
  const changes = [
    ...(cash ? [{ change: cash, channel: 'meeting' as const }] : []),
    ...(reserved ? [{ change: reserved, channel: 'reserve' as const }] : []),
  ]
  return { meeting: recordMeeting(held, settled, { by, at }), settled, lines, changes }
}

type Given = Parameters<typeof repay>[0]

function repaid(given: Given, amount: Amount, on: LocalDate, channel: 'cash' | 'reserve') {
  return amount > 0 ? repay(given, { amount, on, channel }) : null
}
