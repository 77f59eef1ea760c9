import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { CoverRow } from '#worker/lending/group-lending/covers/queries'
import { LoanAnswer } from '#worker/lending/servicing/loans/answers'
import type { MembersView } from '#worker/lending/group-lending/loan-shares/group-loan'
import type { Share, ShareChange } from '#worker/lending/group-lending/loan-shares/share'

const MemberAnswer = v.strictObject({
  shareId: v.string(),
  name: v.string(),
  phone: v.nullable(v.string()),
  hasAccount: v.boolean(),
  /** Her share of the principal. */
  amount: v.number(),
  asked: v.number(),
  askedInAll: v.number(),
  paid: v.number(),
  coveredByMembers: v.number(),
  coveredByReserve: v.number(),
  /** Of payments that nobody divided among members. */
  byRule: v.number(),
  short: v.number(),
  left: v.number(),
  owes: v.number(),
  owed: v.number(),
})

export const CoverAnswer = v.strictObject({
  id: v.string(),
  owedBy: v.string(),
  owedByName: v.string(),
  owedTo: v.nullable(v.string()),
  owedToName: v.nullable(v.string()),
  amount: v.number(),
  left: v.number(),
  coveredOn: v.string(),
})

const ShareAnswer = v.strictObject({
  id: v.string(),
  name: v.string(),
  phone: v.nullable(v.string()),
  amount: v.number(),
})

const UndividedAnswer = v.strictObject({ seq: v.number(), on: v.string(), amount: v.number() })

/** A group's loan, and who of its members really paid. */
export const GroupLoanAnswer = v.strictObject({
  loan: LoanAnswer,
  /** One fact: nothing of the group is overdue. */
  isOnTime: v.boolean(),
  /** Another: how many of its members are behind with their own part, or owe who helped them. */
  behind: v.number(),
  reserve: v.number(),
  members: v.array(MemberAnswer),
  covers: v.array(CoverAnswer),
  /** Payments of the group of which nobody said who paid. */
  undivided: v.array(UndividedAnswer),
  change: v.nullable(
    v.strictObject({
      id: v.string(),
      shares: v.array(ShareAnswer),
      reason: v.string(),
      proposedBy: v.string(),
      proposedAt: v.string(),
    }),
  ),
})
export type GroupLoanAnswer = v.InferOutput<typeof GroupLoanAnswer>

export const ShareChangeAnswer = v.strictObject({
  status: v.picklist(['set', 'waiting', 'approved', 'refused']),
  shares: v.array(ShareAnswer),
})

export const PaymentPartsAnswer = v.strictObject({
  seq: v.number(),
  parts: v.array(v.strictObject({ shareId: v.string(), amount: v.number() })),
})

const total = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0)

export function describeMembers(
  shares: readonly Share[],
  { standings }: MembersView,
  covers: readonly CoverRow[],
): GroupLoanAnswer['members'] {
  return shares.map((share, i) => {
    const { instalments: _, shareId, ...standing } = standings[i]!
    return {
      shareId,
      name: share.name,
      phone: share.phone,
      hasAccount: share.personId !== null,
      amount: share.amount,
      ...standing,
      owes: total(covers.filter((one) => one.owedBy === share.id).map((one) => one.left)),
      owed: total(covers.filter((one) => one.owedTo === share.id).map((one) => one.left)),
    }
  })
}

export function describeCover(one: CoverRow): v.InferOutput<typeof CoverAnswer> {
  const { id, owedBy, owedByName, owedTo, owedToName, amount, left, coveredOn } = one
  return { id, owedBy, owedByName, owedTo, owedToName, amount, left, coveredOn }
}

export const describeShares = (shares: readonly Share[]) =>
  shares.map(({ id, name, phone, amount }) => ({ id, name, phone, amount }))

export function describeChange(
  change: ShareChange | null,
  proposedBy: string,
): GroupLoanAnswer['change'] {
  if (!change) return null
  const { id, shares, reason, proposedAt } = change
  const at = instantText(proposedAt)
  return { id, shares: describeShares(shares), reason, proposedBy, proposedAt: at }
}
