/**
 * What happens to a loan after it was agreed. An event is never changed: what was wrong is
 * reversed and recorded anew. `on` is the value date, the day it counts from, which may lie before
 * the day it was written down; `seq` is the order of writing, and breaks ties within a day.
 */

import { compareDates } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Part } from '#worker/lending/schedules/terms'

interface Happened {
  readonly seq: number
  readonly on: LocalDate
}

/** The principal of the terms is handed over; due dates are counted from this day. */
export type Disbursed = Happened & { readonly kind: 'disbursed' }

/** With `settles` it is meant to pay the loan off, and does if it covers the payoff of its day. */
export type Repaid = Happened & {
  readonly kind: 'repaid'
  readonly amount: Amount
  readonly settles?: boolean
}

/** Due with the named instalment; unnamed, with the first one due on that day or later. */
export type Charged = Happened & {
  readonly kind: 'charged'
  readonly part: 'fees' | 'penalties'
  readonly amount: Amount
  readonly instalment?: number
}

/** Forgiven, oldest first; principal is written off elsewhere, never waived. */
export type Waived = Happened & {
  readonly kind: 'waived'
  readonly part: Exclude<Part, 'principal'>
  readonly amount: Amount
}

/** Overpayment handed back to the borrower. */
export type Refunded = Happened & { readonly kind: 'refunded'; readonly amount: Amount }

/** The event with that seq never happened. */
export type Reversed = Happened & { readonly kind: 'reversed'; readonly reverses: number }

export type LoanEvent = Disbursed | Repaid | Charged | Waived | Refunded | Reversed

/** An event that has an effect of its own. */
export type Effective = Exclude<LoanEvent, Reversed>

function assertSound(events: readonly LoanEvent[]): void {
  const bySeq = new Map(events.map((event) => [event.seq, event]))
  if (bySeq.size !== events.length) throw new RangeError('two events of a loan have one seq')
  const reversed = new Set<number>()
  for (const event of events) {
    if (event.kind === 'reversed') {
      const target = bySeq.get(event.reverses)
      const mayBe = target !== undefined && target.kind !== 'reversed' && target.seq < event.seq
      if (!mayBe || reversed.has(event.reverses)) {
        throw new RangeError(`event ${event.seq} reverses ${event.reverses}, which it cannot`)
      }
      reversed.add(event.reverses)
    } else if (event.kind !== 'disbursed' && event.amount <= 0) {
      throw new RangeError(`event ${event.seq} moves nothing`)
    }
  }
}

/** What counts on a day: without the reversed, by value date and then in order of writing. */
export function inForce(events: readonly LoanEvent[], asOf: LocalDate): Effective[] {
  assertSound(events)
  const reversed = new Set(
    events.flatMap((event) => (event.kind === 'reversed' ? [event.reverses] : [])),
  )
  return events
    .filter((event): event is Effective => event.kind !== 'reversed')
    .filter((event) => !reversed.has(event.seq) && event.on <= asOf)
    .toSorted((a, b) => compareDates(a.on, b.on) || a.seq - b.seq)
}
