/**
 * The figures kept with a loan are a copy of its replay. Here they are made anew and compared; whatever
 * differs is a violation.
 */
import type { Violation } from '#worker/audit/invariant'
import { lastDay } from '#worker/lending/loans/events'
import { project } from '#worker/lending/loans/projection'
import { loanEvent, type RecordedEvent } from '#worker/lending/loans/record'
import { summaryOf } from '#worker/lending/loans/summary'
import type { LoanTerms } from '#worker/lending/schedules/terms'

export type KeptLoan = {
  id: string
  terms: string
  status: string
  balance: number
  overpayment: number
  writtenOff: number
  recovered: number
  rescheduledOn: string | null
  pausedUntil: string | null
  nextDueOn: string | null
  unpaid: string
}

export function replayViolations(
  loans: readonly KeptLoan[],
  events: readonly (RecordedEvent & { subject: string })[],
): Violation[] {
  const lives = Map.groupBy(events, (event) => event.subject)
  const rows = loans.flatMap((kept) => {
    const terms = JSON.parse(kept.terms) as LoanTerms
    const life = (lives.get(kept.id) ?? []).map(loanEvent)
    const summary = summaryOf(project(terms, life, lastDay(life) ?? terms.disbursedOn))
    const replayed = { ...summary, unpaid: JSON.stringify(summary.unpaid) }
    const { id, terms: _, ...said } = kept
    const same = (Object.keys(replayed) as (keyof typeof replayed)[]).every(
      (name) => replayed[name] === said[name],
    )
    return same ? [] : [{ id, kept: JSON.stringify(said), replayed: JSON.stringify(replayed) }]
  })
  if (rows.length === 0) return []
  return [
    {
      invariant: 'I7-kept-figures-are-the-replay',
      says: 'The figures kept with a loan are what its events give.',
      rows,
    },
  ]
}
