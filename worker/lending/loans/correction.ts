/**
 * What the books must be told when the past of a loan changes: the difference between the entries
 * of two projections, by kind of event and part. A new event on the newest day differs by its own
 * split, a back-dated one also by what it moves in later repayments, a reversal by the mirror of
 * what it takes out. So booking each change by its correction always leaves the books equal to the
 * projection.
 */

import { amount } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { Effective } from '#worker/lending/loans/events'
import { PARTS } from '#worker/lending/loans/parts'
import type { Projection } from '#worker/lending/loans/projection'
import type { Entry, Split } from '#worker/lending/loans/replay'

export interface CorrectionLine {
  readonly kind: Effective['kind']
  readonly part: keyof Split
  /** More of it than was booked; below zero, less. Never zero. */
  readonly amount: Amount
}

const KINDS = ['disbursed', 'charged', 'waived', 'repaid', 'refunded'] as const
const SPLIT_PARTS: readonly (keyof Split)[] = [...PARTS, 'overpayment']

function totalOf(entries: readonly Entry[], kind: Entry['kind'], part: keyof Split): number {
  return entries
    .filter((entry) => entry.kind === kind)
    .reduce((total, { split }) => total + split[part], 0)
}

export function correction(
  before: Pick<Projection, 'entries'>,
  after: Pick<Projection, 'entries'>,
): CorrectionLine[] {
  return KINDS.flatMap((kind) =>
    SPLIT_PARTS.map((part) => {
      const wanted = totalOf(after.entries, kind, part)
      return { kind, part, amount: amount(wanted - totalOf(before.entries, kind, part)) }
    }),
  ).filter((line) => line.amount !== 0)
}
