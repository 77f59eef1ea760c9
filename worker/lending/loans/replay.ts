/**
 * The loan after its events, one after the other in order of value date: nothing derived is ever
 * mended in place, so a back-dated event or a reversal is this same walk over another list. Every
 * event leaves an entry with the split of its money; the splits of all repayments sum to what was
 * paid.
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { opened } from '#worker/lending/loans/account'
import type { Account, Instalment } from '#worker/lending/loans/account'
import { payAhead, settle } from '#worker/lending/loans/early-payment'
import type { Applied } from '#worker/lending/loans/early-payment'
import { inForce } from '#worker/lending/loans/events'
import type { Charged, Effective, LoanEvent, Repaid, Waived } from '#worker/lending/loans/events'
import { NOTHING, addParts, only, sumParts } from '#worker/lending/loans/parts'
import type { Parts } from '#worker/lending/loans/parts'
import { forgive, spread } from '#worker/lending/loans/repayment'
import type { AllocationLine } from '#worker/lending/loans/repayment'
import { feesAtDisbursement } from '#worker/lending/schedules/schedule'
import type { LoanTerms } from '#worker/lending/schedules/terms'

/** The parts of a debt, and what was paid beyond it. */
export type Split = Parts & { readonly overpayment: Amount }

/** What one event did with money. Disbursed: principal handed over, fees taken at once. */
export interface Entry {
  readonly seq: number
  readonly kind: Effective['kind']
  readonly on: LocalDate
  readonly split: Split
}

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

function recorded(before: Replayed, event: Effective, split: Partial<Split>): Replayed {
  const { seq, kind, on } = event
  const entry = { seq, kind, on, split: { ...NOTHING, overpayment: ZERO, ...split } }
  return { ...before, entries: [...before.entries, entry] }
}

function overpaid(before: Replayed, money: Amount): Replayed {
  const { account } = before
  if (account === undefined) return { ...before, unplaced: add(before.unplaced, money) }
  return { ...before, account: { ...account, overpayment: add(account.overpayment, money) } }
}

function applied(account: Account, event: Repaid): Applied {
  const { amount: money, on } = event
  const settled = event.settles === true ? settle(account, money, on) : undefined
  if (settled !== undefined) return settled
  const order = account.plan.terms.allocation
  const due = spread(account.instalments, { money, on, order, dueUpTo: on })
  const paid = { ...account, instalments: due.instalments }
  if (due.rest === 0) return { account: paid, lines: due.lines, rest: ZERO }
  const ahead = payAhead(paid, due.rest, on)
  return { ...ahead, lines: [...due.lines, ...ahead.lines] }
}

function repaid(before: Replayed, event: Repaid): Replayed {
  const { account: debt } = before
  const { account, lines, rest } =
    debt === undefined
      ? { account: undefined, lines: [], rest: event.amount }
      : applied(debt, event)
  const { seq, on, amount } = event
  const allocation = { seq, on, amount, lines, overpayment: rest }
  const split = { ...sumParts(lines.map((line) => line.parts)), overpayment: rest }
  const after = overpaid({ ...before, account }, rest)
  return recorded({ ...after, allocations: [...before.allocations, allocation] }, event, split)
}

function chargedOn(instalments: readonly Instalment[], event: Charged): Instalment | undefined {
  const named = instalments.find((each) => each.n === event.instalment)
  return named ?? instalments.find((each) => each.dueOn >= event.on) ?? instalments.at(-1)
}

function charged(before: Replayed, event: Charged): Replayed {
  const { account } = before
  if (account === undefined) return recorded(before, event, {})
  const target = chargedOn(account.instalments, event)
  const charge = only(event.part, event.amount)
  const instalments = account.instalments.map((each) =>
    each === target ? { ...each, charged: addParts(each.charged, charge) } : each,
  )
  return recorded({ ...before, account: { ...account, instalments } }, event, charge)
}

function waived(before: Replayed, event: Waived): Replayed {
  const { account } = before
  if (account === undefined) return recorded(before, event, {})
  const { instalments, forgiven } = forgive(account.instalments, event)
  const after = { ...before, account: { ...account, instalments } }
  return recorded(after, event, only(event.part, forgiven))
}

function disbursed(before: Replayed, event: Effective, terms: LoanTerms): Replayed {
  if (before.account !== undefined) throw new RangeError('a loan is disbursed once')
  const account = { ...opened({ ...terms, disbursedOn: event.on }), overpayment: before.unplaced }
  const split = { principal: terms.principal, fees: feesAtDisbursement(terms) }
  return recorded({ ...before, account, unplaced: ZERO }, event, split)
}

function step(before: Replayed, event: Effective, terms: LoanTerms): Replayed {
  switch (event.kind) {
    case 'disbursed':
      return disbursed(before, event, terms)
    case 'repaid':
      return repaid(before, event)
    case 'charged':
      return charged(before, event)
    case 'waived':
      return waived(before, event)
    case 'refunded': {
      const after = overpaid(before, subtract(ZERO, event.amount))
      return recorded(after, event, { overpayment: event.amount })
    }
  }
}

export function replay(terms: LoanTerms, events: readonly LoanEvent[], asOf: LocalDate): Replayed {
  return inForce(events, asOf).reduce((before, event) => step(before, event, terms), BEFORE)
}
