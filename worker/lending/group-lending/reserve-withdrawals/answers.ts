import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Withdrawal } from '#worker/lending/group-lending/reserve-withdrawals/withdrawal'

export const WithdrawalAnswer = v.strictObject({
  id: v.string(),
  amount: v.number(),
  reason: v.string(),
  status: v.picklist(['waiting', 'paid', 'refused']),
  askedBy: v.string(),
  askedAt: v.string(),
  decidedAt: v.nullable(v.string()),
  /** What the lender says to it; why, where it is refused. */
  answer: v.string(),
})

type Named = Withdrawal & { askerName: string }

export function describeWithdrawal(one: Named): v.InferOutput<typeof WithdrawalAnswer> {
  const { id, amount, reason, status, askerName, askedAt, decidedAt, answer } = one
  const decided = decidedAt === null ? null : instantText(decidedAt)
  const at = instantText(askedAt)
  const asked = { askedBy: askerName, askedAt: at }
  return { id, amount, reason, status, ...asked, decidedAt: decided, answer }
}
