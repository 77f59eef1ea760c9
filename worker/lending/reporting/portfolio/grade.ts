/**
 * How one loan stands on a day: what of it is late and since when, its class by the lender's rule, its band
 * of days late as portfolio at risk is told everywhere, and what it brings in each of the next seven days.
 * Late is what was due before the day; a loan without principal is in no class, but its quarter counts it.
 */
import { addDays, daysBetween, monthOf, type LocalDate } from '#worker/kernel/calendar'
import { ZERO, sum, type Amount } from '#worker/kernel/money'
import type { Unpaid } from '#worker/lending/servicing/loans/summary'
import {
  classOf,
  type ClassName,
  type Quality,
  type Rhythm,
} from '#worker/lending/reporting/quality/quality'

/** Days late: none, 1–30, 31–60, 61–90, more than 90. */
export const BANDS = ['on-time', 'd1', 'd31', 'd61', 'd91'] as const
export type Band = (typeof BANDS)[number]

export function bandOf(daysLate: number): Band {
  if (daysLate <= 0) return 'on-time'
  if (daysLate <= 30) return 'd1'
  if (daysLate <= 60) return 'd31'
  return daysLate <= 90 ? 'd61' : 'd91'
}

/** More than thirty days late. */
export const isAtRisk = (band: Band): boolean => BANDS.indexOf(band) >= BANDS.indexOf('d31')

export type Counted = {
  id: string
  version: number
  rhythm: Rhythm
  officerId: string | null
  /** The fund that carries it. */
  fundId: string | null
  disbursedOn: LocalDate
  principal: Amount
  balance: Amount
  unpaid: Unpaid
  /** Interest that the books hold against it. */
  receivable: Amount
  /** Where a replay says better since when it is late: penalties alone do not make it so. */
  late?: { since: LocalDate | null; missed: number } | undefined
}

export type Grade = {
  loanId: string
  version: number
  class: ClassName
  band: Band
  officer: string
  fund: string
  quarter: string
  lateSince: LocalDate | null
  missed: number
  lent: Amount
  balance: Amount
  overdue: Amount
  receivable: Amount
  /** What falls due on which of the seven days that begin with this one. */
  dues: readonly (readonly [on: LocalDate, left: Amount])[]
}

export const quarterOf = (day: LocalDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`

export function grade(loan: Counted, on: LocalDate, quality: Quality): Grade {
  const { id: loanId, version, balance, receivable, unpaid, rhythm } = loan
  const before = unpaid.filter(([dueOn]) => dueOn < on)
  const plain = { since: before[0]?.[0] ?? null, missed: before.length }
  const late = balance > ZERO ? (loan.late ?? plain) : { since: null, missed: 0 }
  const until = addDays(on, 6)
  return {
    ...{ loanId, version, balance, receivable, lent: loan.principal },
    class: classOf(quality, { ...late, rhythm }, on),
    band: bandOf(late.since === null ? 0 : daysBetween(late.since, on)),
    officer: loan.officerId ?? '',
    fund: loan.fundId ?? '',
    quarter: quarterOf(loan.disbursedOn),
    lateSince: late.since,
    missed: late.missed,
    overdue: sum(before.map(([, left]) => left)),
    dues: unpaid.filter(([dueOn]) => dueOn >= on && dueOn <= until),
  }
}
