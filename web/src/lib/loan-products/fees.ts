/**
 * Fees in the form of a product: rows of a name, when it is due and how much, `1 %` or `25.000`. A row
 * without a kind is no fee; there is always an empty one below the last.
 */
import { amountFrom, whole } from '#lib/format.ts'
import type { FeeAnswer } from '#worker/lending/offering/loan-products/answers'
import type { Asked, Typed } from './asked.ts'

export const FEE_KINDS = ['deducted', 'paid', 'perInstalment', 'afterDays'] as const
const MOST_FEES = 10

/** How many rows are drawn. */
export function feeRows(typed: Typed): number {
  const filled = Array.from({ length: MOST_FEES }, (_, n) => n).filter((n) => typed[`fee${n}Kind`])
  return Math.min(MOST_FEES, (filled.at(-1) ?? -1) + 2)
}

function kindOf({ kind, deducted }: FeeAnswer) {
  if (kind !== 'atDisbursement') return kind
  return deducted ? 'deducted' : 'paid'
}

export function typedFees(fees: readonly FeeAnswer[]): Typed {
  const rows = fees.map((fee, n) => ({
    [`fee${n}Name`]: fee.name,
    [`fee${n}Kind`]: kindOf(fee),
    [`fee${n}Cost`]:
      fee.percent === null ? whole(fee.amount ?? 0) : `${String(fee.percent).replace('.', ',')} %`,
    [`fee${n}Days`]: fee.days === null ? '' : String(fee.days),
  }))
  return Object.assign({}, ...rows) as Typed
}

/** The rows that are fees, by their number in the form. */
export const filledRows = (typed: Typed) =>
  Array.from({ length: MOST_FEES }, (_, n) => n).filter((n) => typed[`fee${n}Kind`])

export function feesIn(typed: Typed): NonNullable<Asked['fees']> {
  return filledRows(typed).map((n) => {
    const kind = typed[`fee${n}Kind`] ?? ''
    const cost = (typed[`fee${n}Cost`] ?? '').trim()
    const share = cost.endsWith('%') ? Number(cost.slice(0, -1).trim().replace(',', '.')) : null
    const days = Number(typed[`fee${n}Days`] || Number.NaN)
    const isAtOnce = kind === 'deducted' || kind === 'paid'
    return {
      name: typed[`fee${n}Name`] ?? '',
      kind: (isAtOnce ? 'atDisbursement' : kind) as 'afterDays',
      ...(share === null ? { amount: amountFrom(cost) ?? Number.NaN } : { percent: share }),
      ...(isAtOnce ? { deducted: kind === 'deducted' } : {}),
      ...(kind === 'afterDays' ? { days } : {}),
    }
  })
}
