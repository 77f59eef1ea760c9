/**
 * What happens to a loan after it was agreed. An event is never changed: what was wrong is
 * reversed and recorded anew. `on` is the value date, the day it counts from, which may lie before
 * the day it was written down; `seq` is the order of writing, and breaks ties within a day.
 */

import { compareDates } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import type { NewTerms, Part } from '#worker/lending/offering/schedules/terms'

/**
 * By which way money came or went; the bank where nothing is said. `payout`: withheld from a
 * seller's payout. `reserve`: from the group's reserve. `opening`: before the lender kept her books
 * here, so that it stands in the opening balances alone.
 */
export type Channel = 'bank' | 'cash' | 'payout' | 'reserve' | 'opening'

interface Happened {
  readonly seq: number
  readonly on: LocalDate
}

interface Moved extends Happened {
  readonly amount: Amount
  readonly channel?: Channel
}

/** The principal of the terms, or their first tranche, is handed over; due dates count from here. */
export type Disbursed = Happened & { readonly kind: 'disbursed'; readonly channel?: Channel }

/**
 * The loan stands as the books that were kept before have it at the end of the day: so much is owed of
 * each part, whatever the schedule made of the payments that were brought along. `earned` is interest
 * that those books took as income and was not paid yet, less what was paid and not earned.
 */
export type MovedIn = Happened & {
  readonly kind: 'movedIn'
  readonly owed: Parts
  readonly earned?: Amount
  readonly channel: 'opening'
}

/** A further tranche of the principal is handed over; the instalments to come grow by it. */
export type Drawn = Moved & { readonly kind: 'drawn' }

/** With `settles` it is meant to pay the loan off, and does if it covers the payoff of its day. */
export type Repaid = Moved & { readonly kind: 'repaid'; readonly settles?: boolean }

/** Due with the named instalment; unnamed, with the first one due on that day or later. */
export type Charged = Happened & {
  readonly kind: 'charged'
  readonly part: 'fees' | 'penalties'
  readonly amount: Amount
  readonly instalment?: number
}

/** Forgiven, oldest first; principal is discounted or written off, never waived. */
export type Waived = Happened & {
  readonly kind: 'waived'
  readonly part: Exclude<Part, 'principal'>
  readonly amount: Amount
}

/**
 * Forgiven in a settlement: everything that the payoff asks becomes due on the day, and of it that
 * much is given up, penalties first, then fees, interest, principal. Principal given up is a loss.
 */
export type Discounted = Happened & { readonly kind: 'discounted'; readonly amount: Amount }

/** Overpayment handed back to the borrower. */
export type Refunded = Moved & { readonly kind: 'refunded' }

/**
 * From that day the principal that is left is planned anew. What was due stays due with the first
 * new instalment, by its parts: nothing is capitalised.
 */
export type Rescheduled = Happened & { readonly kind: 'rescheduled'; readonly terms: NewTerms }

/** Instalments due after the day move on; `none` bears no interest for it, `runs` does. */
export type Paused = Happened & {
  readonly kind: 'paused'
  readonly until: LocalDate
  readonly interest: 'none' | 'runs'
}

/** The lender no longer counts on it: the principal is a loss, the claim remains. */
export type WrittenOff = Happened & { readonly kind: 'writtenOff' }

/** Money that came after a write-off, at most what was owed on its day. */
export type Recovered = Moved & { readonly kind: 'recovered' }

/**
 * The event with that seq never happened: it was recorded by mistake, or the payer took her money back.
 * The words are those of whoever reversed it.
 */
export type Reversed = Happened & {
  readonly kind: 'reversed'
  readonly reverses: number
  readonly cause?: 'mistake' | 'taken-back'
  readonly reason?: string
}

/** An event that has an effect of its own. */
export type Effective =
  | Disbursed
  | MovedIn
  | Drawn
  | Repaid
  | Charged
  | Waived
  | Discounted
  | Refunded
  | Rescheduled
  | Paused
  | WrittenOff
  | Recovered

export type LoanEvent = Effective | Reversed

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
    } else if ('amount' in event && event.amount <= 0) {
      throw new RangeError(`event ${event.seq} moves nothing`)
    } else if (event.kind === 'paused' && event.until <= event.on) {
      throw new RangeError(`event ${event.seq} pauses for no day`)
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

/** The day on which a loan came here from other books; undefined where it was lent here. */
export function movedInOn(events: readonly LoanEvent[]): LocalDate | undefined {
  return events.find((event) => event.kind === 'movedIn')?.on
}

/** The last value date; undefined where nothing has happened. */
export function lastDay(events: readonly LoanEvent[]): LocalDate | undefined {
  return events.reduce<LocalDate | undefined>(
    (last, { on }) => (last === undefined || on > last ? on : last),
    undefined,
  )
}
