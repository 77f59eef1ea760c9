import * as v from 'valibot'
import { count, money, text } from '#worker/http/fields'
import { CAUSES, type Cause } from '#worker/lending/reviewing/reviews/causes'

export const ApprovalRulesRequest = v.strictObject({
  votes: count(1, 9),
  votesAbove: money(0),
  approverLimit: v.nullable(money(0)),
  borrowerLimit: v.nullable(money(0)),
})

/** Null takes her own limit away: that of every approver holds again. */
export const ApprovalLimitRequest = v.strictObject({ amount: v.nullable(money(0)) })

const reason = text(2000, 10)

export const VoteRequest = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('approve'), reason }),
  v.strictObject({
    outcome: v.literal('reject'),
    reason,
    causes: v.optional(
      v.pipe(v.array(v.picklist(CAUSES)), v.minLength(1), v.maxLength(CAUSES.length)),
      ['other'] as Cause[],
    ),
  }),
])
