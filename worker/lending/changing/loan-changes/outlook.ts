/**
 * How a loan looks from a day on, so that what it is before a change can be laid beside what it would be
 * after. The effective rate is that of everything handed over, paid and still planned, each by its days
 * over 365; there is none where less comes back than went out.
 */
import { daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { totalOf, type Parts } from '#worker/lending/servicing/loans/parts'
import type { InstalmentState, Projection } from '#worker/lending/servicing/loans/projection'
import { internalRate } from '#worker/lending/offering/schedules/effective-rate'

export type Outlook = {
  status: Projection['status']
  /** Principal still lent. */
  balance: number
  /** All that is still to be paid, by its parts. */
  outstanding: Parts
  toPay: number
  /** Of it, what is due by the day. */
  due: number
  /** What is still claimed of a loan that was written off. */
  claim: number
  next: { dueOn: LocalDate; amount: number } | null
  endsOn: LocalDate | null
  /** Percent a year with two decimals. */
  effectiveAnnualRate: number | null
  /** What is still to come, oldest first. */
  toCome: { n: number; dueOn: LocalDate; left: number }[]
}

const HIGHEST_PERCENT = 10_000

export function outlookOf(projection: Projection): Outlook {
  const toCome = projection.instalments.filter((one) => one.left > 0)
  const next = toCome.find((one) => one.dueOn >= projection.asOf) ?? toCome.at(-1)
  return {
    status: projection.status,
    balance: projection.outstanding.principal,
    outstanding: projection.outstanding,
    toPay: totalOf(projection.outstanding),
    due: totalOf(projection.due),
    claim: projection.claim,
    next: next === undefined ? null : { dueOn: next.dueOn, amount: next.left },
    endsOn: toCome.at(-1)?.dueOn ?? null,
    effectiveAnnualRate: projection.status === 'written-off' ? null : rateOf(projection, toCome),
    toCome: toCome.map(({ n, dueOn, left }) => ({ n, dueOn, left })),
  }
}

function rateOf(projection: Projection, toCome: readonly InstalmentState[]): number | null {
  const { entries, asOf } = projection
  const start = entries.find((one) => one.kind === 'disbursed')?.on
  if (start === undefined) return null
  const after = (on: LocalDate) => daysBetween(start, on) / 365
  const moved = entries.map(({ kind, split, on }) => {
    if (kind === 'disbursed' || kind === 'drawn') {
      return { amount: split.fees - split.principal, after: after(on) }
    }
    return { amount: kind === 'repaid' ? totalOf(split) : 0, after: after(on) }
  })
  const planned = toCome.map(({ dueOn, left }) => {
    return { amount: left, after: after(dueOn < asOf ? asOf : dueOn) }
  })
  const flows = [...moved, ...planned].filter((one) => one.amount !== 0)
  const received = flows.reduce((sum, one) => sum + Math.max(0, -one.amount), 0)
  const paid = flows.reduce((sum, one) => sum + Math.max(0, one.amount), 0)
  if (received <= 0 || paid < received) return null
  const [atOnce, later] = [
    flows.filter((one) => one.after === 0).reduce((sum, one) => sum - one.amount, 0),
    flows.filter((one) => one.after > 0),
  ]
  const percent = internalRate(atOnce, later) * 100
  return Number.isFinite(percent) && percent <= HIGHEST_PERCENT
    ? Math.round(percent * 100) / 100
    : null
}
