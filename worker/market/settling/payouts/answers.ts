/** Payouts as they are answered: to the operator, and to the enterprise that received them. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  BalanceLine,
  describeLine,
  type BalanceRow,
} from '#worker/market/settling/balances/answers'
import {
  PAYOUT_STATUSES,
  payableNet,
  type Payee,
  type Payout,
} from '#worker/market/settling/payouts/payout'

const Account = v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })
const Enterprise = v.strictObject({ id: v.string(), slug: v.string(), name: v.string() })

export const PayoutAnswer = v.strictObject({
  id: v.string(),
  code: v.string(),
  enterprise: Enterprise,
  amount: v.number(),
  offset: v.pipe(v.number(), v.description('What the seller owed and was kept from her')),
  status: v.picklist(PAYOUT_STATUSES),
  account: Account,
  batchId: v.nullable(v.string()),
  reference: v.nullable(v.string()),
  sentOn: v.nullable(v.string()),
  reason: v.pipe(v.nullable(v.string()), v.description('Why it failed or was reversed')),
  recordedAt: v.string(),
})
export const PayoutPage = pageOf(PayoutAnswer)

const Moment = v.strictObject({
  type: v.string(),
  at: v.string(),
  by: v.nullable(v.string()),
})

/** `opening` and all `lines` together, less the amount, are `remaining`. */
export const ExplainedPayoutAnswer = v.strictObject({
  ...PayoutAnswer.entries,
  opening: v.pipe(v.number(), v.description('Left over by the payout before')),
  gained: v.pipe(v.number(), v.description('The sum of all its lines')),
  remaining: v.pipe(v.number(), v.description('Left over for the next payout')),
  lines: v.pipe(pageOf(BalanceLine), v.description('What it is made of, the oldest first')),
  moments: v.array(Moment),
})

export const DuePayoutAnswer = v.strictObject({
  enterprise: v.strictObject({ ...Enterprise.entries, phone: v.string() }),
  payable: v.number(),
  receivable: v.pipe(v.number(), v.description('What she owes; kept from her at the payout')),
  net: v.pipe(v.number(), v.description('What can be paid out')),
  account: v.pipe(
    v.nullable(Account),
    v.description('Null while the enterprise has not said where its money goes'),
  ),
  accountChangesAt: v.pipe(
    v.nullable(v.string()),
    v.description('When another account will count that has been asked for'),
  ),
})
export const DuePayoutPage = pageOf(DuePayoutAnswer)

export type NamedPayout = Payout & { slug: string; name: string }
export type WindowRow = { opening: number; remaining: number }

export function describePayout(payout: NamedPayout): v.InferOutput<typeof PayoutAnswer> {
  const { id, code, amount, offset, status, batchId, reference, sentOn, reason } = payout
  const { bankName: bank, bankAccount: number, bankHolder: holder } = payout
  return {
    ...{ id, code, amount, offset, status, batchId, reference, sentOn, reason },
    enterprise: { id: payout.enterpriseId, slug: payout.slug, name: payout.name },
    account: { bank, number, holder },
    recordedAt: instantText(payout.requestedAt),
  }
}

export type Explanation = {
  window: WindowRow
  page: { rows: readonly BalanceRow[]; next: string | null }
  moments: readonly { type: string; at: number; actor: string | null }[]
}

export function describeExplained(
  payout: NamedPayout,
  { window, page, moments }: Explanation,
): v.InferOutput<typeof ExplainedPayoutAnswer> {
  const { opening, remaining } = window
  return {
    ...describePayout(payout),
    opening,
    gained: remaining + payout.amount - opening,
    remaining,
    lines: { items: page.rows.map(describeLine), next: page.next },
    moments: moments.map(({ type, at, actor }) => ({ type, at: instantText(at), by: actor })),
  }
}

export type DueRow = Payee & { slug: string; phone: string; changesAt: number | null }

export function describeDue(row: DueRow): v.InferOutput<typeof DuePayoutAnswer> {
  const { enterpriseId: id, slug, name, phone, payable, receivable, changesAt } = row
  const { bankName: bank, bankAccount: number, bankHolder: holder } = row
  const whole = bank !== null && number !== null && holder !== null
  return {
    enterprise: { id, slug, name, phone },
    ...{ payable, receivable, net: payableNet(row) },
    account: whole ? { bank, number, holder } : null,
    accountChangesAt: changesAt === null ? null : instantText(changesAt),
  }
}
