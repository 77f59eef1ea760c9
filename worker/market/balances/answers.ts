/**
 * What the network owes an enterprise, line by line: each line is a completed order or a payout, says what
 * it changed and what it left, and all of them together are the balance.
 */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { cursorOf, pageOf } from '#worker/http/paging'
import { withBalances } from '#worker/ledger/books/answers'
import type { StatementLine } from '#worker/ledger/queries'

const BalanceLine = v.strictObject({
  entryId: v.string(),
  n: v.number(),
  on: v.string(),
  at: v.string(),
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
        commission: v.number(),
      }),
    ),
    v.description('The order it came from: goods and shipping, less the commission'),
  ),
  payout: v.nullable(
    v.strictObject({ id: v.string(), code: v.string(), reference: v.nullable(v.string()) }),
  ),
})

export const BalanceAnswer = v.strictObject({
  payable: v.pipe(v.number(), v.description('What is owed to the enterprise now')),
  held: v.pipe(
    v.number(),
    v.description('Paid by buyers for orders that are not completed yet, shipping included'),
  ),
  heldCommission: v.pipe(v.number(), v.description('What will be taken off the held amount')),
  earned: v.pipe(v.number(), v.description('All that completed orders have brought so far')),
  paidOut: v.number(),
  lines: pageOf(BalanceLine),
})

export type BalanceRow = StatementLine & {
  orderId: string | null
  orderCode: string | null
  goodsTotal: number | null
  shipping: number | null
  commission: number | null
  payoutId: string | null
  payoutCode: string | null
  reference: string | null
}

export type Totals = { earned: number; paidOut: number }
export type HeldTotals = { held: number; heldCommission: number }

type Place = { from: number | undefined; limit: number }

export function describeBalance(
  totals: Totals & HeldTotals,
  rows: readonly BalanceRow[],
  { from, limit }: Place,
): v.InferOutput<typeof BalanceAnswer> {
  const payable = totals.earned - totals.paidOut
  const all = withBalances(rows, from ?? payable)
  const items = all.slice(0, limit)
  const [last, following] = [items.at(-1), all[limit]]
  const next = last && following ? cursorOf([last.entryId, last.n, following.balance]) : null
  return { payable, ...totals, lines: { items: items.map(describeLine), next } }
}

function describeLine(row: BalanceRow & { balance: number }): v.InferOutput<typeof BalanceLine> {
  const { entryId, n, valueOn, postedAt, description, change, balance } = row
  const at = instantText(postedAt)
  const subjects = { order: orderOf(row), payout: payoutOf(row) }
  return { entryId, n, on: valueOn, at, description, change, balance, ...subjects }
}

function orderOf({ orderId: id, orderCode: code, goodsTotal, shipping, commission }: BalanceRow) {
  if (id === null || code === null) return null
  return {
    ...{ id, code },
    goodsTotal: goodsTotal ?? 0,
    shipping: shipping ?? 0,
    commission: commission ?? 0,
  }
}

function payoutOf({ payoutId: id, payoutCode: code, reference }: BalanceRow) {
  return id === null || code === null ? null : { id, code, reference }
}
