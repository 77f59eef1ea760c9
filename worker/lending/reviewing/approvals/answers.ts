import * as v from 'valibot'
import type { ApprovalRules } from '#worker/lending/reviewing/approvals/approval'
import type { Decider } from '#worker/lending/reviewing/approvals/queries'

const limit = v.nullable(v.number())

export const ApprovalRulesAnswer = v.strictObject({
  votes: v.number(),
  votesAbove: v.number(),
  approverLimit: limit,
  borrowerLimit: limit,
  /** Who decides here, with her own limit; null: that of every approver, and none of an owner. */
  deciders: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      roles: v.array(v.string()),
      limit,
    }),
  ),
})

export function describeRules(
  { votes, votesAbove, approverLimit, borrowerLimit }: ApprovalRules,
  deciders: readonly Decider[],
): v.InferOutput<typeof ApprovalRulesAnswer> {
  return {
    ...{ votes, votesAbove, approverLimit, borrowerLimit },
    deciders: deciders.map(({ personId: id, name, roles, amount }) => ({
      ...{ id, name, roles: roles.split(' ').sort(), limit: amount },
    })),
  }
}
