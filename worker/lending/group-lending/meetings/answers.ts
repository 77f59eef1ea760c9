import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { describeCover, CoverAnswer } from '#worker/lending/group-lending/loan-shares/answers'
import type { CoverRow } from '#worker/lending/group-lending/covers/queries'
import { LoanAnswer } from '#worker/lending/servicing/loans/answers'
import type {
  LineRow,
  MeetingRow,
  ReceiptOfMember,
} from '#worker/lending/group-lending/meetings/queries'
import type { Expected } from '#worker/lending/group-lending/meetings/sheet'

const ExpectedAnswer = v.strictObject({
  shareId: v.string(),
  name: v.string(),
  asked: v.number(),
  left: v.number(),
  debts: v.array(
    v.strictObject({
      coverId: v.string(),
      owedTo: v.nullable(v.string()),
      owedToName: v.nullable(v.string()),
      left: v.number(),
    }),
  ),
})

/** A sheet before the meeting: who is asked what, and what the reserve holds. */
export const SheetAnswer = v.strictObject({
  loan: LoanAnswer,
  on: v.string(),
  /** Instalments up to this due date are asked. */
  until: v.string(),
  due: v.number(),
  reserve: v.number(),
  members: v.array(ExpectedAnswer),
  /** The meeting of this day, where it has been written already. */
  recorded: v.nullable(v.string()),
})
export type SheetAnswer = v.InferOutput<typeof SheetAnswer>

const status = v.picklist(['recorded', 'handed-over', 'received', 'reversed'])

export const MeetingAnswer = v.strictObject({
  id: v.string(),
  loanId: v.string(),
  loanNumber: v.number(),
  group: v.strictObject({ id: v.string(), slug: v.string(), name: v.string() }),
  lender: v.strictObject({ id: v.string(), slug: v.string(), name: v.string() }),
  heldOn: v.string(),
  place: v.string(),
  note: v.string(),
  status,
  attended: v.number(),
  members: v.number(),
  cash: v.number(),
  toLoan: v.number(),
  toReserve: v.number(),
  fromReserve: v.number(),
  recordedBy: v.string(),
  recordedAt: v.string(),
  handedBy: v.nullable(v.string()),
  handedAt: v.nullable(v.string()),
  receivedBy: v.nullable(v.string()),
  receivedAt: v.nullable(v.string()),
})
export type MeetingAnswer = v.InferOutput<typeof MeetingAnswer>

export const MeetingsAnswer = pageOf(MeetingAnswer)

const LineAnswer = v.strictObject({
  shareId: v.string(),
  name: v.string(),
  hasPhone: v.boolean(),
  attended: v.boolean(),
  asked: v.number(),
  paid: v.number(),
  coveredByReserve: v.number(),
  coveredByMembers: v.number(),
  gave: v.number(),
  saved: v.number(),
  paidBack: v.number(),
  cash: v.number(),
  short: v.number(),
  leftAfter: v.number(),
  /** Opens her receipt: `GET /member-receipts/{code}`. */
  receipt: v.string(),
})

export const HeldMeetingAnswer = v.strictObject({
  meeting: MeetingAnswer,
  lines: v.array(LineAnswer),
  covers: v.array(CoverAnswer),
  /** Receipts of the whole group: `GET /receipts/{code}`. */
  receipts: v.array(v.string()),
})
export type HeldMeetingAnswer = v.InferOutput<typeof HeldMeetingAnswer>

export const RecordedMeetingAnswer = v.strictObject({
  id: v.string(),
  status,
  cash: v.number(),
  toLoan: v.number(),
  fromReserve: v.number(),
  covered: v.number(),
})

/** What one member holds after a meeting, by its code. */
export const MemberReceiptAnswer = v.strictObject({
  code: v.string(),
  name: v.string(),
  group: v.string(),
  lender: v.string(),
  loanNumber: v.number(),
  heldOn: v.string(),
  place: v.string(),
  attended: v.boolean(),
  asked: v.number(),
  paid: v.number(),
  coveredByReserve: v.number(),
  coveredByMembers: v.number(),
  gave: v.number(),
  saved: v.number(),
  paidBack: v.number(),
  cash: v.number(),
  leftAfter: v.number(),
  recordedBy: v.string(),
  recordedAt: v.string(),
  /** Counted by the lender's cashier, or still on its way. */
  isCounted: v.boolean(),
  isReversed: v.boolean(),
})
export type MemberReceiptAnswer = v.InferOutput<typeof MemberReceiptAnswer>

const instantOrNull = (at: number | null) => (at === null ? null : instantText(at))

export function describeMeeting(row: MeetingRow): MeetingAnswer {
  return {
    id: row.id,
    loanId: row.loanId,
    loanNumber: row.loanNumber,
    group: { id: row.groupId, slug: row.groupSlug, name: row.groupName },
    lender: { id: row.lenderId, slug: row.lenderSlug, name: row.lenderName },
    heldOn: row.heldOn,
    place: row.place,
    note: row.note,
    status: row.status,
    attended: row.attended,
    members: row.members,
    cash: row.cash,
    toLoan: row.toLoan,
    toReserve: row.toReserve,
    fromReserve: row.fromReserve,
    recordedBy: row.recorderName,
    recordedAt: instantText(row.recordedAt),
    handedBy: row.handerName,
    handedAt: instantOrNull(row.handedAt),
    receivedBy: row.receiverName,
    receivedAt: instantOrNull(row.receivedAt),
  }
}

export function describeLine(line: LineRow): v.InferOutput<typeof LineAnswer> {
  const { code, phone, meetingId: _, position: __, ...rest } = line
  const helped = rest.paid + rest.coveredByReserve + rest.coveredByMembers
  return {
    ...rest,
    hasPhone: phone !== null,
    attended: rest.attended === 1,
    short: Math.max(0, rest.asked - helped),
    receipt: code,
  }
}

export const describeCovers = (covers: readonly CoverRow[]) => covers.map(describeCover)

export function describeMemberReceipt(kept: ReceiptOfMember): MemberReceiptAnswer {
  const { status: state, recordedAt, attended, ...rest } = kept
  return {
    ...rest,
    attended: attended === 1,
    recordedAt: instantText(recordedAt),
    isCounted: state === 'received',
    isReversed: state === 'reversed',
  }
}

export function describeExpected(
  expected: readonly Expected[],
  names: ReadonlyMap<string, string>,
): SheetAnswer['members'] {
  return expected.map(({ debts, ...one }) => ({
    ...one,
    debts: debts.map((debt) => ({
      ...debt,
      owedToName: debt.owedTo === null ? null : (names.get(debt.owedTo) ?? ''),
    })),
  }))
}
