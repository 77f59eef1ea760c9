/**
 * The public calculator's answer: the schedule of the terms, their price as an effective yearly
 * rate, and on request the arithmetic in words. The same engine draws up the contract.
 */

import type { Amount } from '#worker/kernel/money'
import { effectiveAnnualRate } from '#worker/lending/offering/schedules/effective-rate'
import { explanation } from '#worker/lending/offering/schedules/explanation'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { ScheduleRow, Totals } from '#worker/lending/offering/schedules/schedule'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export interface LoanQuote {
  readonly instalment: Amount
  readonly rows: readonly ScheduleRow[]
  readonly totals: Totals
  /** Paid or deducted before the first instalment, so in no row and not in the totals. */
  readonly feesAtDisbursement: Amount
  /** Percent with two decimals; null beyond 10^12 %. */
  readonly effectiveAnnualRate: number | null
  /** One text per row, where it was asked for. */
  readonly explanation?: readonly string[]
}

export function quote(terms: LoanTerms, explainIn?: Language): LoanQuote {
  const { instalment, rows, totals, feesAtDisbursement } = schedule(terms)
  const effective = effectiveAnnualRate(terms, { instalment, rows, totals, feesAtDisbursement })
  return {
    instalment,
    rows,
    totals,
    feesAtDisbursement,
    effectiveAnnualRate: effective ?? null,
    ...(explainIn === undefined ? {} : { explanation: explanation(terms, explainIn) }),
  }
}
