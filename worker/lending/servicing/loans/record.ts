/**
 * A loan's events as they are recorded in the history of its id: the type is the kind, the rest is data.
 * So the audit trail is what the loan is replayed from, and cannot tell another story.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'

export type RecordedEvent = { seq: number; type: string; data: string }

type Data = Readonly<Record<string, unknown>> & { on: LocalDate }

/** The event behind a row of the history. */
export function loanEvent({ seq, type, data }: RecordedEvent): LoanEvent {
  return { ...(JSON.parse(data) as Data), seq, kind: type } as LoanEvent
}

/** What is recorded of an event besides its number and its kind. */
export function dataOf({ seq: _, kind: __, ...data }: LoanEvent): Data {
  return data as Data
}
