/**
 * Where the cash of a book came from and went to, by the indirect method: the result of the time between,
 * and by how much every other account grew or shrank, since each rupiah that an account gave up without
 * cash was taken up by another. So the change of cash is the sum of the parts, to the rupiah.
 */
import { CHART, type AccountCode } from '#worker/ledger/account'
import type { Sum } from '#worker/ledger/financial-statements/statements'

export const CASH: readonly AccountCode[] = ['cash', 'bank', 'gateway-clearing']

const LENDING: readonly AccountCode[] = ['loans-receivable', 'overpayments', 'group-reserve']

export type FlowPart = {
  of: 'operating' | 'lending' | 'funding'
  /** `result` is what was earned; the rest are the changes of accounts. */
  lines: { code: AccountCode | 'result'; amount: number }[]
  total: number
}

export type CashFlow = { opening: number; parts: FlowPart[]; change: number; closing: number }

function partOf(code: AccountCode): FlowPart['of'] {
  if (CHART[code].type === 'equity') return 'funding'
  return LENDING.includes(code) ? 'lending' : 'operating'
}

const isOfResult = (code: AccountCode) => ['income', 'expense'].includes(CHART[code].type)
const brought = ({ debits, credits }: Sum) => credits - debits

/** `opening`: sums up to the beginning; `moved`: in the time between, without the closings of years. */
export function cashFlow(opening: readonly Sum[], moved: readonly Sum[]): CashFlow {
  const cash = (sums: readonly Sum[]) =>
    sums.filter(({ code }) => CASH.includes(code)).reduce((sum, one) => sum - brought(one), 0)
  const result = moved
    .filter(({ code }) => isOfResult(code))
    .reduce((sum, one) => sum + brought(one), 0)
  const others = moved
    .filter(({ code }) => !CASH.includes(code) && !isOfResult(code) && code in CHART)
    .map((one) => ({ code: one.code, amount: brought(one) }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (CHART[a.code].number < CHART[b.code].number ? -1 : 1))
  const parts = (['operating', 'lending', 'funding'] as const).map((of) => {
    const lines: FlowPart['lines'] = others.filter(({ code }) => partOf(code) === of)
    if (of === 'operating' && result !== 0) lines.unshift({ code: 'result', amount: result })
    return { of, lines, total: lines.reduce((sum, { amount }) => sum + amount, 0) }
  })
  const began = cash(opening)
  const change = parts.reduce((sum, part) => sum + part.total, 0)
  return { opening: began, parts, change, closing: began + change }
}
