import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { MoveRow, ProofRow } from '#worker/lending/group-lending/group-proofs/queries'
import type { GroupRow, RecordRow } from '#worker/lending/group-lending/groups/queries'
import { recordOf } from '#worker/lending/group-lending/groups/queries'
import type { Ladder, NextLimit } from '#worker/lending/group-lending/groups/ladder'
import { limitOfMember, standingOf } from '#worker/lending/group-lending/groups/member-record'
import { LoanAnswer } from '#worker/lending/servicing/loans/answers'
import { WithdrawalAnswer } from '#worker/lending/group-lending/reserve-withdrawals/answers'

/** A loan to a group in the lender’s list. */
export const GroupAnswer = v.strictObject({
  loan: LoanAnswer,
  members: v.number(),
  /** Members who owe others, and how much in all. */
  debtors: v.number(),
  owedBetween: v.number(),
  reserve: v.number(),
  lastMeetingOn: v.nullable(v.string()),
  /** Cash of meetings that the lender has not counted yet. */
  carried: v.number(),
})
export type GroupAnswer = v.InferOutput<typeof GroupAnswer>
export const GroupsAnswer = pageOf(GroupAnswer)

export const LimitAnswer = v.strictObject({
  limit: v.number(),
  step: v.picklist(['first', 'up', 'level', 'down', 'running']),
  from: v.number(),
  percent: v.number(),
  late: v.number(),
  isCapped: v.boolean(),
})
export type LimitAnswer = v.InferOutput<typeof LimitAnswer>

export const RecordAnswer = v.strictObject({
  meetings: v.number(),
  attended: v.number(),
  asked: v.number(),
  paid: v.number(),
  asks: v.number(),
  kept: v.number(),
  helped: v.number(),
  coveredForHer: v.number(),
  gave: v.number(),
  owes: v.number(),
  owed: v.number(),
  lastShare: v.number(),
  isOver: v.boolean(),
  standing: v.picklist(['new', 'good', 'helped', 'behind']),
  limit: LimitAnswer,
})
export type RecordAnswer = v.InferOutput<typeof RecordAnswer>

export const LadderAnswer = v.strictObject({
  firstLimit: v.number(),
  most: v.number(),
  growth: v.number(),
  kept: v.number(),
  lowered: v.number(),
  lateAllowed: v.number(),
})
export type LadderAnswer = v.InferOutput<typeof LadderAnswer>

const CycleAnswer = v.strictObject({
  loanId: v.string(),
  number: v.number(),
  principal: v.number(),
  disbursedOn: v.string(),
  status: v.string(),
  instalments: v.number(),
  late: v.number(),
  worst: v.number(),
})
export type CycleAnswer = v.InferOutput<typeof CycleAnswer>

const ProofAnswer = v.strictObject({
  members: v.number(),
  confirmed: v.number(),
  shares: v.number(),
  phones: v.number(),
  strangers: v.number(),
  photos: v.number(),
  orders: v.number(),
  lastOrderAt: v.nullable(v.string()),
  visits: v.number(),
  lastVisitOn: v.nullable(v.string()),
  meetings: v.number(),
  lastMeetingOn: v.nullable(v.string()),
  attendance: v.nullable(v.number()),
})

const MoveAnswer = v.strictObject({
  id: v.string(),
  kind: v.picklist(['saved', 'paid-back', 'covered', 'withdrawn', 'reversed']),
  amount: v.number(),
  moves: v.number(),
  name: v.nullable(v.string()),
  meetingId: v.nullable(v.string()),
  movedOn: v.string(),
})

export const GroupDossierAnswer = v.strictObject({
  group: v.strictObject({ slug: v.string(), name: v.string() }),
  lender: v.strictObject({ slug: v.string(), name: v.string() }),
  proof: ProofAnswer,
  cycles: v.array(CycleAnswer),
  limit: LimitAnswer,
  ladder: LadderAnswer,
  members: v.array(
    v.strictObject({ name: v.string(), hasAccount: v.boolean(), record: RecordAnswer }),
  ),
  reserve: v.number(),
  moves: v.array(MoveAnswer),
  withdrawals: v.array(WithdrawalAnswer),
})
export type GroupDossierAnswer = v.InferOutput<typeof GroupDossierAnswer>

export function describeGroup(row: GroupRow, loan: v.InferOutput<typeof LoanAnswer>) {
  const { memberCount, debtors, owedBetween, reserve, lastMeetingOn, carried } = row
  return { loan, members: memberCount, debtors, owedBetween, reserve, lastMeetingOn, carried }
}

/** One member’s own record, in figures and in a word, with what she might borrow next and why. */
export function describeRecord(row: RecordRow, ladder: Ladder): RecordAnswer {
  const record = recordOf(row)
  return { ...record, standing: standingOf(record), limit: limitOfMember(record, ladder) }
}

export const describeLadder = ({ version: _, ...ladder }: Ladder & { version?: number }) => ladder

export const describeLimit = (limit: NextLimit): LimitAnswer => limit

export function describeProof({ lastOrderAt, ...proof }: ProofRow) {
  return { ...proof, lastOrderAt: lastOrderAt === null ? null : instantText(lastOrderAt) }
}

export const describeMove = (move: MoveRow) => move
