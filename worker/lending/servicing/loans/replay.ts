/**
 * The loan after its events, one after the other in order of value date: nothing derived is ever
 * mended in place, so a back-dated event or a reversal is this same walk over another list. Every
 * event leaves an entry with the split of its money; the splits of all repayments sum to what was
 * paid.
 */

import { ZERO, add, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, opened } from '#worker/lending/servicing/loans/account'
import type { Account } from '#worker/lending/servicing/loans/account'
import {
  charged,
  claimOf,
  discounted,
  waived,
  writtenOff,
} from '#worker/lending/servicing/loans/concessions'
import type { Conceded } from '#worker/lending/servicing/loans/concessions'
import { payAhead, settle } from '#worker/lending/servicing/loans/early-payment'
import type { Applied } from '#worker/lending/servicing/loans/early-payment'
import { entryOf } from '#worker/lending/servicing/loans/entry'
import type { Entry, Split } from '#worker/lending/servicing/loans/entry'
import { inForce } from '#worker/lending/servicing/loans/events'
import type {
  Drawn,
  Effective,
  LoanEvent,
  MovedIn,
  Recovered,
  Repaid,
} from '#worker/lending/servicing/loans/events'
import { movedIn } from '#worker/lending/servicing/loans/moving-in'
import { sumParts, totalOf } from '#worker/lending/servicing/loans/parts'
import { paused } from '#worker/lending/servicing/loans/pause'
import { penalized } from '#worker/lending/servicing/loans/penalties'
import { drawnMore } from '#worker/lending/servicing/loans/replan'
import { spread } from '#worker/lending/servicing/loans/repayment'
import type { AllocationLine } from '#worker/lending/servicing/loans/repayment'
import { rescheduled } from '#worker/lending/servicing/loans/reschedule'
import { feesAtDisbursement } from '#worker/lending/offering/schedules/schedule'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** Where one repayment went. */
export interface Allocation {
  readonly seq: number
  readonly on: LocalDate
  readonly amount: Amount
  readonly lines: readonly AllocationLine[]
  readonly overpayment: Amount
}

export interface Replayed {
  /** Undefined before the disbursement. */
  readonly account: Account | undefined
  /** Money that came without a loan to pay. */
  readonly unplaced: Amount
  readonly entries: readonly Entry[]
  readonly allocations: readonly Allocation[]
}

const BEFORE: Replayed = { account: undefined, unplaced: ZERO, entries: [], allocations: [] }

function recorded(
  before: Replayed,
  event: Effective,
  split: Partial<Split>,
  kind?: Effective['kind'],
): Replayed {
  return { ...before, entries: [...before.entries, entryOf(event, split, kind)] }
}

function overpaid(before: Replayed, money: Amount): Replayed {
  const { account } = before
  if (account === undefined) return { ...before, unplaced: add(before.unplaced, money) }
  return { ...before, account: { ...account, overpayment: add(account.overpayment, money) } }
}

function applied(account: Account, event: Repaid | Recovered): Applied {
  const { amount: money, on } = event
  const settles = event.kind === 'repaid' && event.settles === true
  const settled = settles ? settle(account, money, on) : undefined
  if (settled !== undefined) return settled
  const order = account.plan.terms.allocation
  const due = spread(account.instalments, { money, on, order, dueUpTo: on })
  const paid = { ...account, instalments: due.instalments }
  if (due.rest === 0) return { account: paid, lines: due.lines, rest: ZERO }
  const ahead = payAhead(paid, due.rest, on)
  return { ...ahead, lines: [...due.lines, ...ahead.lines] }
}

function repaid(before: Replayed, event: Repaid | Recovered): Replayed {
  const { account: debt } = before
  if (debt?.loss !== undefined) return recovered(before, debt, event)
  const { account, lines, rest } =
    debt === undefined
      ? { account: undefined, lines: [], rest: event.amount }
      : applied(debt, event)
  const { seq, on, amount } = event
  const allocation = { seq, on, amount, lines, overpayment: rest }
  const split = { ...sumParts(lines.map((line) => line.parts)), overpayment: rest }
  const after = overpaid({ ...before, account }, rest)
  const allocations = [...before.allocations, allocation]
  return recorded({ ...after, allocations }, event, split, 'repaid')
}

/** After a write-off: at most the claim that is left; more is owed to the borrower. */
function recovered(before: Replayed, debt: Account, event: Repaid | Recovered): Replayed {
  const principal = least(event.amount, claimOf(debt))
  const overpayment = subtract(event.amount, principal)
  const account = { ...debt, recovered: add(debt.recovered, principal) }
  const after = overpaid({ ...before, account }, overpayment)
  return recorded(after, event, { principal, overpayment }, 'recovered')
}

function disbursed(before: Replayed, event: Effective, terms: LoanTerms): Replayed {
  if (before.account !== undefined) throw new RangeError('a loan is disbursed once')
  const account = { ...opened({ ...terms, disbursedOn: event.on }), overpayment: before.unplaced }
  const fees = feesAtDisbursement(terms)
  const { drawn: principal } = account
  return recorded({ ...before, account, unplaced: ZERO }, event, { principal, fees })
}

/** The fees of the whole loan were taken with its first part, as its agreement says. */
function drawn(before: Replayed, event: Drawn): Replayed {
  const { account } = before
  if (account === undefined || account.loss !== undefined) {
    throw new RangeError('a tranche is drawn of a loan that is not running')
  }
  const after = drawnMore(account, event.amount, event.on)
  return recorded({ ...before, account: after }, event, { principal: event.amount })
}

/** What the old books say was paid counts as one payment, which a group's members shared. */
function arrived(before: Replayed, event: MovedIn): Replayed {
  const { account } = before
  if (account === undefined) throw new RangeError('a loan moves in after it was disbursed')
  const moved = movedIn(account, event)
  const { seq, on, earned = ZERO } = event
  const amount = sum(moved.lines.map((line) => totalOf(line.parts)))
  const allocation = { seq, on, amount, lines: moved.lines, overpayment: ZERO }
  const allocations = amount > 0 ? [...before.allocations, allocation] : before.allocations
  const after = { ...before, account: moved.account, allocations }
  return recorded(after, event, { principal: moved.principal, interest: earned })
}

/** An event that moves no money; after a write-off, or before the loan, it changes nothing. */
function conceded(before: Replayed, event: Effective, change: (a: Account) => Conceded): Replayed {
  const { account } = before
  if (account === undefined || account.loss !== undefined) return recorded(before, event, {})
  const [after, moved] = change(account)
  return recorded({ ...before, account: after }, event, moved)
}

function step(before: Replayed, event: Effective, terms: LoanTerms): Replayed {
  switch (event.kind) {
    case 'disbursed':
      return disbursed(before, event, terms)
    case 'movedIn':
      return arrived(before, event)
    case 'drawn':
      return drawn(before, event)
    case 'repaid':
    case 'recovered':
      return repaid(before, event)
    case 'charged':
      return conceded(before, event, (account) => charged(account, event))
    case 'waived':
      return conceded(before, event, (account) => waived(account, event))
    case 'discounted':
      return conceded(before, event, (account) => discounted(account, event))
    case 'writtenOff':
      return conceded(before, event, (account) => writtenOff(account, event))
    case 'rescheduled':
      return conceded(before, event, (account) => rescheduled(account, event))
    case 'paused':
      return conceded(before, event, (account) => paused(account, event))
    case 'refunded': {
      const after = overpaid(before, subtract(ZERO, event.amount))
      return recorded(after, event, { overpayment: event.amount })
    }
  }
}

function counted(before: Replayed, upTo: LocalDate): Replayed {
  if (before.account === undefined) return before
  return { ...before, account: penalized(before.account, upTo) }
}

export function replay(terms: LoanTerms, events: readonly LoanEvent[], asOf: LocalDate): Replayed {
  const after = inForce(events, asOf).reduce(
    (before, event) => step(counted(before, event.on), event, terms),
    BEFORE,
  )
  return counted(after, asOf)
}
