/**
 * A group's loan as its meetings look at it: the loan, and each member beside it. Up to which due date a
 * meeting asks depends on its day: an instalment that is due within a few days is collected with it.
 */
import { addDays, type LocalDate } from '#worker/kernel/calendar'
import { sum, type Amount } from '#worker/kernel/money'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import {
  standingsOf,
  type Credit,
  type GroupPayment,
  type Standing,
} from '#worker/lending/group-lending/loan-shares/standing'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { totalOf } from '#worker/lending/servicing/loans/parts'
import { project, type Projection } from '#worker/lending/servicing/loans/projection'
import type { Allocation } from '#worker/lending/servicing/loans/replay'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** A credit as it is kept: to which event of the loan it belongs. */
export type KeptCredit = Credit & { seq: number }

export type GroupLoan = {
  loan: Loan
  events: readonly LoanEvent[]
  shares: readonly Share[]
  credits: readonly KeptCredit[]
  today: LocalDate
}

export type MembersView = {
  projection: Projection
  standings: readonly Standing[]
  /** What the group owes up to the day that is asked about. */
  due: Amount
}

const SHORT_PERIOD_DAYS = 14
const EARLY = { long: 7, short: 3 }

/** Weekly groups ask three days ahead, the others a week; arrears are always asked. */
export function askedUntilOf(
  instalments: Projection['instalments'],
  on: LocalDate,
  { every, unit }: Pick<LoanTerms, 'every' | 'unit'>,
): LocalDate {
  const days = { day: every, week: every * 7, month: every * 30 }[unit]
  const ahead = addDays(on, days < SHORT_PERIOD_DAYS ? EARLY.short : EARLY.long)
  const next = instalments.find((one) => one.dueOn >= on)
  return next && next.dueOn <= ahead ? next.dueOn : on
}

/** A payment of the group: what of it went beyond the instalments, and beyond which. */
export function paymentOf(
  { seq, on, amount, lines }: Allocation,
  instalments: Projection['instalments'],
  credits: readonly Credit[],
): GroupPayment {
  const paid = new Set(lines.map(({ n }) => n))
  const dueOn = instalments.filter(({ n }) => paid.has(n)).map((one) => one.dueOn)
  const until = dueOn.reduce((latest, day) => (day > latest ? day : latest), on)
  const ahead = sum(lines.filter(({ n }) => n === undefined).map(({ parts }) => totalOf(parts)))
  return { seq, on, amount, ahead, until, credits }
}

/** Every member as of a day up to which instalments are asked; all payments in force count. */
export function membersOf(
  { loan, events, shares, credits, today }: GroupLoan,
  until: (projection: Projection) => LocalDate = () => today,
): MembersView {
  const projection = project(loan.terms, events, today)
  const asOf = until(projection)
  const { allocations, instalments } = projection
  const payments = allocations.map((one) =>
    paymentOf(
      one,
      instalments,
      credits.filter((credit) => credit.seq === one.seq),
    ),
  )
  const due = sum(instalments.filter((one) => one.dueOn <= asOf).map((one) => one.left))
  return { projection, due, standings: standingsOf({ shares, instalments, payments, asOf }) }
}
