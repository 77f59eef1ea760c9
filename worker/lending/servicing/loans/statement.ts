/** The life of a loan line by line: each event with the division of its money as the replay has it now. */
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { eventWords, undoneWords } from '#worker/lending/servicing/loans/explained'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import type { Projection } from '#worker/lending/servicing/loans/projection'
import type { Split } from '#worker/lending/servicing/loans/entry'
import type { Language } from '#worker/lending/offering/schedules/figures'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

export type StatementLine = {
  seq: number
  type: LoanEvent['kind']
  on: string
  amount: number | null
  /** How its money divides; null for what has been reversed or moved none. */
  split: Split | null
  reversed: boolean
  /** What it did, where its amount does not say it all; why something was undone. */
  explanation: string | null
}

/** What was handed over, or given up; null for what moved nothing. */
function amountOf(event: LoanEvent, split: Split | null): number | null {
  if ('amount' in event) return event.amount
  if (split === null) return null
  if (event.kind === 'disbursed') return split.principal
  return event.kind === 'writtenOff' ? totalOf(split) : null
}

export function statementLines(
  events: readonly LoanEvent[],
  projection: Projection,
  telling: { terms: LoanTerms; language: Language },
): StatementLine[] {
  const splits = new Map(projection.entries.map(({ seq, split }) => [seq, split]))
  const reversed = new Set(
    events.flatMap((event) => (event.kind === 'reversed' ? [event.reverses] : [])),
  )
  return events.map((event) => {
    const split = splits.get(event.seq) ?? null
    return {
      seq: event.seq,
      type: event.kind,
      on: event.on,
      amount: amountOf(event, split),
      split,
      reversed: reversed.has(event.seq),
      explanation:
        (event.kind === 'reversed'
          ? undoneWords(event, events, telling)
          : eventWords(event, split, telling)) ?? null,
    }
  })
}
