import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { RecordAnswer } from '#worker/lending/group-lending/groups/answers'
import { CoverAnswer } from '#worker/lending/group-lending/loan-shares/answers'
import type { Standing } from '#worker/lending/group-lending/loan-shares/standing'
import type { OwnLineRow, OwnShareRow } from '#worker/lending/group-lending/own-shares/queries'

export const OwnShareAnswer = v.strictObject({
  id: v.string(),
  loanId: v.string(),
  loanNumber: v.number(),
  group: v.string(),
  lender: v.string(),
  product: v.string(),
  amount: v.number(),
  principal: v.number(),
  disbursedOn: v.string(),
  status: v.string(),
})
export type OwnShareAnswer = v.InferOutput<typeof OwnShareAnswer>

export const OwnSharesAnswer = pageOf(OwnShareAnswer)

const parts = v.strictObject({
  interest: v.number(),
  principal: v.number(),
  fees: v.number(),
  penalties: v.number(),
})

/** Her own ledger of the group’s loan; of the others only whom she owes and who owes her. */
export const OwnLedgerAnswer = v.strictObject({
  share: OwnShareAnswer,
  asked: v.number(),
  askedInAll: v.number(),
  paid: v.number(),
  coveredByMembers: v.number(),
  coveredByReserve: v.number(),
  byRule: v.number(),
  short: v.number(),
  left: v.number(),
  instalments: v.array(
    v.strictObject({ n: v.number(), dueOn: v.string(), parts, total: v.number() }),
  ),
  meetings: v.array(
    v.strictObject({
      heldOn: v.string(),
      attended: v.boolean(),
      asked: v.number(),
      paid: v.number(),
      covered: v.number(),
      gave: v.number(),
      saved: v.number(),
      paidBack: v.number(),
      isCounted: v.boolean(),
      receipt: v.string(),
    }),
  ),
  covers: v.array(CoverAnswer),
  record: RecordAnswer,
})
export type OwnLedgerAnswer = v.InferOutput<typeof OwnLedgerAnswer>

export function describeOwnShare(row: OwnShareRow): OwnShareAnswer {
  return {
    id: row.shareId,
    loanId: row.id,
    loanNumber: row.number,
    group: row.groupName ?? '',
    lender: row.lenderName,
    product: row.productName,
    amount: row.shareAmount,
    principal: row.principal,
    disbursedOn: row.disbursedOn,
    status: row.status,
  }
}

export function describeOwnStanding({ shareId: _, instalments, ...standing }: Standing) {
  return { ...standing, instalments: instalments.map((one) => ({ ...one })) }
}

export function describeOwnLine({ attended, status, code, ...line }: OwnLineRow) {
  return {
    ...line,
    attended: attended === 1,
    isCounted: status === 'received',
    receipt: code,
  }
}
