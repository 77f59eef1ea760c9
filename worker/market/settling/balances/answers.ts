/**
 * What the network owes an enterprise, and what the enterprise owes it, line by line: each line is an
 * order, a refund, a payout, and says what it changed and what it left.
 */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const BalanceLine = v.strictObject({
  seq: v.pipe(v.number(), v.description('The number of the line in its account, from 1')),
  entryId: v.string(),
  n: v.number(),
  on: v.string(),
  at: v.string(),
  rule: v.pipe(v.string(), v.description('The posting rule that wrote it')),
  description: v.string(),
  change: v.number(),
  balance: v.number(),
  order: v.pipe(
    v.nullable(
      v.strictObject({
        id: v.string(),
        code: v.string(),
        goodsTotal: v.number(),
        shipping: v.number(),
        discount: v.pipe(v.number(), v.description('Of the discounts, what the seller bears')),
        commission: v.number(),
      }),
    ),
    v.description('The order it came from: goods and shipping, less discount and commission'),
  ),
  payout: v.nullable(
    v.strictObject({ id: v.string(), code: v.string(), reference: v.nullable(v.string()) }),
  ),
})

export const BalanceAnswer = v.strictObject({
  payable: v.pipe(v.number(), v.description('What is owed to the enterprise now')),
  receivable: v.pipe(
    v.number(),
    v.description('What it owes the network: commission of goods paid on delivery, late refunds'),
  ),
  net: v.pipe(v.number(), v.description('What the next payout can be: payable less receivable')),
  held: v.pipe(
    v.number(),
    v.description('Paid by buyers for orders that are not completed yet, shipping included'),
  ),
  heldCommission: v.pipe(v.number(), v.description('What will be taken off the held amount')),
  earned: v.pipe(v.number(), v.description('All that completed orders have brought so far')),
  underway: v.pipe(v.number(), v.description('Payouts that are prepared and not sent yet')),
  paidOut: v.number(),
  toLoans: v.pipe(v.number(), v.description('Shares of it that paid loans, as she agreed')),
  lines: pageOf(BalanceLine),
})

export type BalanceRow = {
  seq: number
  entryId: string
  n: number
  valueOn: string
  postedAt: number
  rule: string
  description: string
  change: number
  balance: number
  orderId: string | null
  orderCode: string | null
  goodsTotal: number | null
  shipping: number | null
  discount: number | null
  commission: number | null
  payoutId: string | null
  payoutCode: string | null
  reference: string | null
}

export type Totals = {
  payable: number
  receivable: number
  underway: number
  paidOut: number
  /** Kept at payouts for what she owed, whatever became of the payouts. */
  offset: number
  /** Shares that paid her loans. */
  toLoans: number
}
export type HeldTotals = { held: number; heldCommission: number }

type Page = { rows: readonly BalanceRow[]; next: string | null }

export function describeBalance(
  totals: Totals & HeldTotals,
  { rows, next }: Page,
): v.InferOutput<typeof BalanceAnswer> {
  const { payable, receivable, underway, paidOut, offset, toLoans, held, heldCommission } = totals
  return {
    ...{ payable, receivable, net: Math.max(0, payable - receivable), held, heldCommission },
    earned: payable + underway + paidOut + offset + toLoans,
    ...{ underway, paidOut, toLoans },
    lines: { items: rows.map(describeLine), next },
  }
}

export function describeLine(row: BalanceRow): v.InferOutput<typeof BalanceLine> {
  const { seq, entryId, n, valueOn, postedAt, rule, description, change, balance } = row
  const line = { seq, entryId, n, on: valueOn, at: instantText(postedAt), rule, description }
  return { ...line, change, balance, order: orderOf(row), payout: payoutOf(row) }
}

function orderOf({ orderId: id, orderCode: code, ...row }: BalanceRow) {
  if (id === null || code === null) return null
  const { goodsTotal, shipping, discount, commission } = row
  return {
    ...{ id, code },
    goodsTotal: goodsTotal ?? 0,
    shipping: shipping ?? 0,
    discount: discount ?? 0,
    commission: commission ?? 0,
  }
}

function payoutOf({ payoutId: id, payoutCode: code, reference }: BalanceRow) {
  return id === null || code === null ? null : { id, code, reference }
}
