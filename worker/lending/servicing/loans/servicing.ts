/**
 * What becomes of a running loan without money changing hands: reversal, charges and waivers, a new
 * plan, a pause, a settlement, a write-off. Each is one event; who may decide it, and with whom, is
 * the matter of the routes.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  changed,
  next,
  notAhead,
  sinceHere,
  outside,
  type Given,
  type LoanChange,
} from '#worker/lending/servicing/loans/change'
import { lastDay, type LoanEvent, type Reversed } from '#worker/lending/servicing/loans/events'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { payoffOn } from '#worker/lending/servicing/loans/payoff-quote'
import { project } from '#worker/lending/servicing/loans/projection'
import type { NewTerms, Part } from '#worker/lending/offering/schedules/terms'

type Why = Pick<Reversed, 'cause' | 'reason'>

/**
 * Undoes an event that never happened or was wrong: the loan is replayed without it, and one that was
 * closed or written off is open again. The disbursement stays, and a reversal is not reversed.
 */
export function reverse(given: Given, seq: number, why: Why = {}): LoanChange {
  const target = given.events.find((one) => one.seq === seq)
  if (target === undefined || target.kind === 'reversed') {
    throw new Refusal('not-found', 'No such event.')
  }
  const isBrought = 'channel' in target && target.channel === 'opening'
  if (isBrought && target.kind !== 'disbursed') {
    const detail = sentence(
      'Ini terjadi di pembukuan lama dan ada di saldo awal pinjaman; di sini tidak dibatalkan.',
      'This happened in the books before and is in the opening balance; it is not reversed here.',
    )
    throw new Refusal('illegal-transition', detail.en, { errors: [{ pointer: '/seq', detail }] })
  }
  const isOpening = target.kind === 'disbursed'
  refuseUnless(!isOpening, 'illegal-transition', 'A disbursement is not reversed.')
  const undone = given.events.some((one) => one.kind === 'reversed' && one.reverses === seq)
  refuseUnless(!undone, 'already-reversed', 'This has been reversed already.')
  const event: LoanEvent = {
    kind: 'reversed',
    seq: given.loan.version + 1,
    on: given.today,
    reverses: seq,
    ...why,
  }
  return changed(given, event)
}

/** Undoes a repayment, or money recovered after a write-off. */
export function reverseRepayment(given: Given, seq: number, why: Why = {}): LoanChange {
  const target = given.events.find((one) => one.seq === seq)
  if (target?.kind !== 'repaid' && target?.kind !== 'recovered') {
    throw new Refusal('not-found', 'No such repayment.')
  }
  return reverse(given, seq, why)
}

type Charge = { part: 'fees' | 'penalties'; amount: Amount; on?: LocalDate; instalment?: number }

/** Asks for a fee or a penalty besides those of the terms. */
export function charge(given: Given, { part, amount, on = given.today, instalment }: Charge) {
  running(given)
  dated(given, on)
  const named = instalment === undefined ? {} : { instalment }
  return changed(given, next(given, { kind: 'charged', on, part, amount, ...named }))
}

type Waiver = { part: Exclude<Part, 'principal'>; amount: Amount; on?: LocalDate }

/** Forgives interest, fees or penalties; refuses more than is owed of them. */
export function waive(given: Given, { part, amount, on = given.today }: Waiver): LoanChange {
  running(given)
  dated(given, on)
  const { outstanding } = project(given.loan.terms, given.events, on)
  atMost(amount, outstanding[part])
  return changed(given, next(given, { kind: 'waived', on, part, amount }))
}

/** Gives up a part of the payoff, so that the rest settles the loan. */
export function discount(
  given: Given,
  { amount, on = given.today }: { amount: Amount; on?: LocalDate },
): LoanChange {
  running(given)
  latest(given, on)
  const payoff = payoffOn(given.loan.terms, given.events, on)
  atMost(amount, payoff === undefined ? amount : totalOf(payoff.parts))
  return changed(given, next(given, { kind: 'discounted', on, amount }))
}

/** Takes all that is owed for lost. What comes back is recovered; the borrower owes it still. */
export function writeOff(given: Given, { on = given.today }: { on?: LocalDate } = {}): LoanChange {
  running(given)
  latest(given, on)
  return changed(given, next(given, { kind: 'writtenOff', on }))
}

/** Plans anew what is left from a day on. Refuses where no principal is left. */
export function reschedule(
  given: Given,
  { terms, on = given.today }: { terms: NewTerms; on?: LocalDate },
): LoanChange {
  running(given)
  latest(given, on)
  refuseUnless(given.loan.balance > 0, 'nothing-due', 'There is no principal left to plan.')
  if (terms.firstDueOn !== undefined && terms.firstDueOn <= on) {
    throw outside('/firstDueOn', sentence('Harus sesudah hari itu.', 'It lies after that day.'))
  }
  return changed(given, next(given, { kind: 'rescheduled', on, terms }))
}

/** Puts off what is due after a day, until another. */
export function pause(
  given: Given,
  pausing: { until: LocalDate; interest: 'none' | 'runs'; on?: LocalDate },
): LoanChange {
  const { until, interest, on = given.today } = pausing
  running(given)
  latest(given, on)
  const since = given.loan.pausedUntil
  if (until <= (since !== null && since > on ? since : on)) {
    throw outside('/until', sentence('Harus sesudah hari itu.', 'It lies after that day.'))
  }
  return changed(given, next(given, { kind: 'paused', on, until, interest }))
}

function running({ loan }: Given): void {
  refuseUnless(loan.status === 'active', 'illegal-transition', 'The loan is not running.')
}

function dated(given: Given, on: LocalDate): void {
  notAhead(on, given.today, '/on')
  sinceHere(given, on, '/on')
}

/** Refuses a day before the last event: what changes the plan is decided on the loan as it stands. */
function latest(given: Given, on: LocalDate): void {
  dated(given, on)
  const last = lastDay(given.events)
  if (last === undefined || on >= last) return
  throw outside(
    '/on',
    sentence(
      `Tidak sebelum kejadian terakhir pada ${last}.`,
      `Not before the last event on ${last}.`,
    ),
  )
}

function atMost(amount: Amount, most: Amount): void {
  refuseUnless(most > 0, 'nothing-due', 'Nothing of it is owed.')
  if (amount <= most) return
  throw outside('/amount', sentence(`Paling banyak ${most}.`, `At most ${most}.`))
}
