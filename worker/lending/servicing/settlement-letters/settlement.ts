/**
 * That a loan is paid, as its settlement letter (surat lunas) says it: since which day nothing has been
 * owed, what was lent and what was paid for it. Undefined while anything is owed or claimed.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, add, type Amount } from '#worker/kernel/money'
import type { Given } from '#worker/lending/servicing/loans/change'
import { inForce } from '#worker/lending/servicing/loans/events'
import { NOTHING, addParts, totalOf, type Parts } from '#worker/lending/servicing/loans/parts'
import { project, type Projection } from '#worker/lending/servicing/loans/projection'

export type Settlement = {
  /** Since the end of this day nothing has been owed. */
  on: LocalDate
  lent: Amount
  paid: Parts
  /** Forgiven in a settlement or waived, of all parts. */
  forgiven: Amount
  /** Paid too much and not given back yet. */
  overpayment: Amount
}

const isSettled = ({ status, claim }: Projection) =>
  status === 'closed' || status === 'overpaid' || (status === 'written-off' && claim === 0)

export function settlementOf({ loan, events, today }: Given): Settlement | undefined {
  const { terms } = loan
  const now = project(terms, events, today)
  if (!isSettled(now)) return undefined
  const days = [...new Set(inForce(events, today).map((event) => event.on))]
  const owing = days.findLastIndex((day) => !isSettled(project(terms, events, day)))
  const sums = now.entries.reduce(
    (all, { kind, split }) => {
      const paid = kind === 'repaid' || kind === 'recovered'
      const given = kind === 'discounted' || kind === 'waived'
      if (paid) return { ...all, paid: addParts(all.paid, split) }
      return given ? { ...all, forgiven: add(all.forgiven, totalOf(split)) } : all
    },
    { paid: NOTHING, forgiven: ZERO },
  )
  return { on: days[owing + 1] ?? today, lent: now.drawn, ...sums, overpayment: now.overpayment }
}
