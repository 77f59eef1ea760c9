/** The life of a loan line by line: each event with the division of its money as the replay has it now. */
import type { LoanEvent } from '#worker/lending/loans/events'
import type { Projection } from '#worker/lending/loans/projection'
import type { Split } from '#worker/lending/loans/entry'

export type StatementLine = {
  seq: number
  type: LoanEvent['kind']
  on: string
  amount: number | null
  /** How its money divides; null for what has been reversed or moved none. */
  split: Split | null
  reversed: boolean
}

export function statementLines(
  events: readonly LoanEvent[],
  projection: Projection,
): StatementLine[] {
  const splits = new Map(projection.entries.map(({ seq, split }) => [seq, split]))
  const reversed = new Set(
    events.flatMap((event) => (event.kind === 'reversed' ? [event.reverses] : [])),
  )
  return events.map((event) => ({
    seq: event.seq,
    type: event.kind,
    on: event.on,
    amount: 'amount' in event ? event.amount : null,
    split: splits.get(event.seq) ?? null,
    reversed: reversed.has(event.seq),
  }))
}
