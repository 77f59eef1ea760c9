/** A month of what a seller is owed or owes: what was there, every line, what is left. */
import * as v from 'valibot'
import { cursorOf, pageOf } from '#worker/http/paging'
import {
  BalanceLine,
  describeLine,
  type BalanceRow,
} from '#worker/market/settling/balances/answers'

const MonthTotals = v.strictObject({
  month: v.string(),
  opening: v.number(),
  gained: v.pipe(v.number(), v.description('What made it more')),
  taken: v.pipe(v.number(), v.description('What made it less')),
  closing: v.number(),
})
export const MonthsPage = pageOf(MonthTotals)

export const SellerStatementAnswer = v.strictObject({
  ...MonthTotals.entries,
  of: v.picklist(['seller-payable', 'seller-receivable']),
  lines: v.pipe(pageOf(BalanceLine), v.description('By day, the oldest first')),
})

export type MonthRow = { month: string; gained: number; taken: number }

/** Months, the newest first, counted back from the balance that the newest one left. */
export function describeMonths(rows: readonly MonthRow[], balance: number) {
  let closing = balance
  return rows.map(({ month, gained, taken }) => {
    const opening = closing - gained + taken
    const totals = { month, opening, gained, taken, closing }
    closing = opening
    return totals
  })
}

/** Lines with the balance that each left, counted on from where the page begins. */
export function withRunning(rows: readonly BalanceRow[], from: number): BalanceRow[] {
  let left = from
  return rows.map((row) => ({ ...row, balance: (left += row.change) }))
}

type Shown = {
  of: 'seller-payable' | 'seller-receivable'
  totals: MonthRow & { opening: number }
  rows: readonly BalanceRow[]
  from: number | undefined
  limit: number
}

export function describeStatement(shown: Shown): v.InferOutput<typeof SellerStatementAnswer> {
  const { of, totals, rows, from, limit } = shown
  const { month, opening, gained, taken } = totals
  const all = withRunning(rows.slice(0, limit), from ?? opening)
  const last = all.at(-1)
  const more = rows.length > limit && last
  return {
    ...{ month, of, opening, gained, taken, closing: opening + gained - taken },
    lines: {
      items: all.map(describeLine),
      next: more ? cursorOf([last.valueOn, last.seq, last.balance]) : null,
    },
  }
}
