/**
 * A meeting of a group about its loan: who was there, what was paid, and what became of the cash. What
 * was written counts at once, so that a member's payment is hers whoever carries the money. The cash is
 * handed over to the lender in one sum, which equals the sheet or is refused with the difference; another
 * person counts and confirms it. A sheet that was wrong is reversed as a whole and written anew.
 */
import { compareDates, type LocalDate } from '#worker/kernel/calendar'
import { rupiah, type Amount, subtract } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { Expected, Row, Settled } from '#worker/lending/group-lending/meetings/sheet'

export type MeetingStatus = 'recorded' | 'handed-over' | 'received' | 'reversed'

export const MEETING: Transitions<MeetingStatus> = {
  recorded: ['handed-over', 'reversed'],
  'handed-over': ['received', 'reversed'],
  received: ['reversed'],
  reversed: [],
}

export type Meeting = {
  id: string
  loanId: string
  lenderId: string
  groupId: string
  heldOn: LocalDate
  place: string
  note: string
  status: MeetingStatus
  cash: Amount
  toLoan: Amount
  toReserve: Amount
  fromReserve: Amount
  /** The repayments it made: the cash, and what came out of the reserve. */
  cashSeq: number | null
  reserveSeq: number | null
  recordedBy: string
  recordedAt: number
  handedBy: string | null
  handedAt: number | null
  receivedBy: string | null
  receivedAt: number | null
  version: number
}

type Held = Pick<
  Meeting,
  'id' | 'loanId' | 'lenderId' | 'groupId' | 'heldOn' | 'place' | 'note' | 'cashSeq' | 'reserveSeq'
>

/** Written down. Where no cash came there is nothing to hand over. */
export function recordMeeting(
  held: Held,
  { cash, toLoan, toReserve, fromReserve }: Settled,
  { by, at }: { by: string; at: number },
): Meeting {
  const status = cash === 0 ? 'received' : 'recorded'
  return {
    ...held,
    status,
    cash,
    toLoan,
    toReserve,
    fromReserve,
    recordedBy: by,
    recordedAt: at,
    handedBy: null,
    handedAt: null,
    receivedBy: null,
    receivedAt: null,
    version: 1,
  }
}

type Handing = { amount: Amount; by: string; at: number }

/** Refuses another sum than the sheet's, and names the difference. */
export function handOver(meeting: Meeting, { amount, by, at }: Handing): Meeting {
  const status = transition(MEETING, meeting.status, 'handed-over')
  refuseOtherThan(meeting.cash, amount)
  return { ...meeting, status, handedBy: by, handedAt: at, version: meeting.version + 1 }
}

/** The cashier counts. Refuses the one who handed it over, and another sum. */
export function receive(meeting: Meeting, { amount, by, at }: Handing): Meeting {
  const status = transition(MEETING, meeting.status, 'received')
  refuseUnless(meeting.handedBy !== by, 'same-person', 'Another person counts the money.')
  refuseOtherThan(meeting.cash, amount)
  return { ...meeting, status, receivedBy: by, receivedAt: at, version: meeting.version + 1 }
}

/** Whether its cash is still on the way to the lender. */
export const isCarried = ({ status }: Pick<Meeting, 'status'>): boolean =>
  status === 'recorded' || status === 'handed-over'

export function reverseMeeting(meeting: Meeting, repaidSince: number): Meeting {
  refuseUnless(meeting.status !== 'reversed', 'already-reversed', 'This sheet is reversed already.')
  refuseUnless(
    repaidSince === 0,
    'illegal-transition',
    'Members have paid back since what was laid down at this meeting.',
  )
  const status = transition(MEETING, meeting.status, 'reversed')
  return { ...meeting, status, version: meeting.version + 1 }
}

function refuseOtherThan(expected: Amount, given: Amount): void {
  if (given === expected) return
  const difference = subtract(given, expected)
  const size = rupiah(subtract(given > expected ? given : expected, least(given, expected)))
  const detail = sentence(
    `${difference < 0 ? 'Kurang' : 'Lebih'} ${size}: lembar pertemuan berjumlah ${rupiah(expected)}.`,
    `${size} ${difference < 0 ? 'missing' : 'too much'}: the sheet sums to ${rupiah(expected)}.`,
  )
  throw new Refusal('amount-mismatch', detail.en, {
    errors: [{ pointer: '/amount', detail }],
    facts: { expected, given, difference },
  })
}

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)

/** Refuses a sheet of other members, and more than somebody can owe: mostly a nought too many. */
export function refuseUnsound(rows: readonly Row[], expected: readonly Expected[]): void {
  const byId = new Map(expected.map((one) => [one.shareId, one]))
  const seen = new Set<string>()
  for (const [i, row] of rows.entries()) {
    const one = byId.get(row.shareId)
    if (!one || seen.has(row.shareId)) {
      throw wrong(`/rows/${i}/shareId`, 'Bukan anggota kelompok ini.', 'No member of this group.')
    }
    seen.add(row.shareId)
    if (row.paid > one.left) {
      const left = rupiah(one.left)
      throw wrong(`/rows/${i}/paid`, `Sisanya tinggal ${left}.`, `Only ${left} is left to pay.`)
    }
    const debts = one.debts.reduce((all, debt) => all + debt.left, 0)
    if (row.paidBack > debts) {
      throw wrong(`/rows/${i}/paidBack`, 'Lebih dari utangnya.', 'More than she owes.')
    }
  }
}

/** Refuses a day that is still to come, and one before the loan. */
export function refuseDay(on: LocalDate, { from, today }: { from: LocalDate; today: LocalDate }) {
  if (compareDates(on, today) > 0) {
    throw wrong('/heldOn', 'Hari ini belum tiba.', 'This day is still to come.')
  }
  if (compareDates(on, from) < 0) {
    throw wrong('/heldOn', `Tidak sebelum pencairan (${from}).`, `Not before ${from}.`)
  }
}

function wrong(pointer: string, id: string, en: string): Refusal {
  return new Refusal('outside-limits', en, { errors: [{ pointer, detail: sentence(id, en) }] })
}
