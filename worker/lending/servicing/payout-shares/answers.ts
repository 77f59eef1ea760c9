import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { shareFrom, type ShareRow } from '#worker/lending/servicing/payout-shares/queries'

export const PayoutShareAnswer = v.strictObject({
  id: v.string(),
  loanId: v.string(),
  enterprise: v.strictObject({ id: v.string(), slug: v.string(), name: v.string() }),
  percent: v.number(),
  floor: v.number(),
  ahead: v.boolean(),
  agreedAt: v.string(),
  /** What it has brought in this calendar month. */
  thisMonth: v.number(),
  /** What was asked in cash of the last month that brought less than the floor. */
  short: v.nullable(v.strictObject({ month: v.string(), amount: v.number() })),
})

export type PayoutShareAnswer = v.InferOutput<typeof PayoutShareAnswer>

/** `null` where no share is in force. */
export const PayoutShareOfLoanAnswer = v.strictObject({ share: v.nullable(PayoutShareAnswer) })

export function describeShare(row: ShareRow): PayoutShareAnswer {
  const { id, loanId, enterpriseId, rate, floor, ahead, agreedAt, floorMonth, floorShort } =
    shareFrom(row)
  return {
    id,
    loanId,
    enterprise: { id: enterpriseId, slug: row.enterpriseSlug, name: row.enterpriseName },
    percent: rate / 100,
    floor,
    ahead,
    agreedAt: instantText(agreedAt),
    thisMonth: row.thisMonth,
    short: floorShort > 0 ? { month: floorMonth, amount: floorShort } : null,
  }
}
