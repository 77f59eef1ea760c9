/**
 * What the books must be told when a loan changes: the difference between two divisions of its
 * money, by kind of event, way of the money and part. A new event on the newest day differs by its
 * own split, a back-dated one also by what it moves in later repayments, a reversal by the mirror
 * of what it takes out. So booking each change by its correction always leaves the books equal to
 * the projection.
 */

import { ZERO, add, amount, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { AccruedInterest } from '#worker/lending/servicing/loans/accrued-interest'
import type { Split } from '#worker/lending/servicing/loans/entry'
import type { Channel, Effective } from '#worker/lending/servicing/loans/events'
import { PARTS } from '#worker/lending/servicing/loans/parts'
import type { Projection } from '#worker/lending/servicing/loans/projection'

export interface CorrectionLine {
  /** Besides the events: interest earned and not yet paid, and interest paid and not yet earned. */
  readonly kind: Effective['kind'] | 'accrued' | 'unearned'
  readonly part: keyof Split
  readonly channel: Channel
  /** In a difference more of it than was booked; below zero, less. Never zero. */
  readonly amount: Amount
}

const SPLIT_PARTS: readonly (keyof Split)[] = [...PARTS, 'overpayment']

type Lines = Map<string, CorrectionLine>

function put(lines: Lines, line: CorrectionLine): void {
  const key = `${line.kind} ${line.channel} ${line.part}`
  const before = lines.get(key)?.amount ?? ZERO
  lines.set(key, { ...line, amount: add(before, line.amount) })
}

/** All that a loan's money did, and on the accrual basis how its interest stands besides. */
export function movementsOf(
  { entries }: Pick<Projection, 'entries'>,
  accrual?: AccruedInterest,
): CorrectionLine[] {
  const lines: Lines = new Map()
  for (const { kind, channel, split } of entries) {
    for (const part of SPLIT_PARTS) put(lines, { kind, channel, part, amount: split[part] })
  }
  const interest = { part: 'interest', channel: 'bank' } as const
  put(lines, { kind: 'accrued', ...interest, amount: accrual?.receivable ?? ZERO })
  put(lines, { kind: 'unearned', ...interest, amount: accrual?.unearned ?? ZERO })
  return [...lines.values()].filter((line) => line.amount !== 0)
}

export function correction(
  before: readonly CorrectionLine[],
  after: readonly CorrectionLine[],
): CorrectionLine[] {
  const lines: Lines = new Map()
  for (const line of after) put(lines, line)
  for (const line of before) put(lines, { ...line, amount: subtract(ZERO, line.amount) })
  return [...lines.values()]
    .map((line) => ({ ...line, amount: amount(line.amount) }))
    .filter((line) => line.amount !== 0)
}
