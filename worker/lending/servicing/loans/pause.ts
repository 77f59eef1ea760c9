/**
 * A pause, as after a disaster: instalments due after the day move on by its length in whole units
 * of their rhythm, rounded up (months, weeks, or every so many days), so that a day of the month
 * or of the market week is kept. With interest `none` the days it adds bear none; when it `runs`
 * they bear interest on the balance at the rate of their length. Amounts else stay as they were.
 */

import { ZERO, add, portion } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { addDays, daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { collectedLater, outstanding, placeOf } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment, Span } from '#worker/lending/servicing/loans/account'
import type { Conceded } from '#worker/lending/servicing/loans/concessions'
import type { Paused } from '#worker/lending/servicing/loans/events'
import { NOTHING, addParts, only } from '#worker/lending/servicing/loans/parts'
import { runningOn } from '#worker/lending/servicing/loans/replan'
import { YEAR, partOfYear } from '#worker/lending/offering/schedules/day-count'
import { putOff, unitsAfter } from '#worker/lending/offering/schedules/due-dates'
import { PERIODS_A_YEAR, periodRates } from '#worker/lending/offering/schedules/interest'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** Units by which due dates move so that the pause has ended: never half a rhythm of days. */
export function unitsOf(from: LocalDate, until: LocalDate, { unit, every }: LoanTerms): number {
  if (unit === 'day') return Math.ceil(daysBetween(from, until) / every) * every
  if (unit === 'week') return Math.ceil(daysBetween(from, until) / 7)
  let months = 1
  while (unitsAfter(from, months, { unit, every }) < until) months++
  return months
}

interface Rest {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly units: number
}

/** What the days of the pause cost where interest runs on. */
function interestOf(account: Account, running: Instalment, { from, until, units }: Rest): Amount {
  const { terms } = account.plan
  if (placeOf(running, account) <= terms.interestFreeInstalments) return ZERO
  const toCome = account.instalments.filter((each) => each.n >= running.n)
  const isFlat = terms.interestMethod === 'flat'
  const balance = isFlat ? terms.principal : outstanding(toCome).principal
  const [part, year] =
    terms.interestPeriod === 'perInstalment'
      ? [units, PERIODS_A_YEAR[terms.unit]]
      : [partOfYear(terms.dayCount, from, until), YEAR[terms.dayCount]]
  return portion(balance, terms.annualRate * part, WHOLE * year, terms.rounding)
}

/** Days that bear no interest follow one another: those of a prolonged pause begin after its first. */
function withRest(idle: readonly Span[], { from, until }: Rest): Span[] {
  const last = idle.at(-1)?.until
  const begins = last !== undefined && last > from ? last : from
  return [...idle, { from: begins, until: addDays(begins, daysBetween(from, until)) }]
}

/** From where the pause counts: an earlier one that still lasts is only prolonged. */
function beginOf(account: Account, on: LocalDate): LocalDate {
  const before = account.pauses.at(-1)?.until
  return before !== undefined && before > on ? before : on
}

/** The account after it, and the interest that it adds. */
export function paused(account: Account, { on, until, interest }: Paused): Conceded {
  const begins = beginOf(account, on)
  if (until <= begins) return [account, NOTHING]
  const pauses = [...account.pauses, { from: begins, until }]
  const running = runningOn(account, on)
  if (running === undefined) return [{ ...account, pauses }, NOTHING]
  const { terms } = account.plan
  const units = unitsOf(begins, until, terms)
  const from = placeOf(running, account) - 1
  const dates = putOff(terms, account.plan.dates, { from, units })
  const plan = { ...account.plan, dates, rates: periodRates(terms, dates) }
  const dateOf = (each: Instalment) => dates.dueOn[placeOf(each, account) - 1] ?? each.dueOn
  const rest = {
    from: begins,
    until: addDays(begins, daysBetween(running.dueOn, dateOf(running))),
    units,
  }
  const extra = interest === 'runs' ? interestOf(account, running, rest) : ZERO
  const moved = account.instalments.map((each) => {
    if (each.n < running.n) return each
    if (each !== running) return { ...each, from: startOf(each), dueOn: dateOf(each) }
    const idle = interest === 'none' ? withRest(each.idle, rest) : each.idle
    const borne = add(each.borne, extra)
    const planned = addParts(each.planned, only('interest', extra))
    return { ...each, dueOn: dateOf(each), idle, borne, planned }
  })
  function startOf(each: Instalment): LocalDate {
    return dates.dueOn[placeOf(each, account) - 2] ?? each.from
  }
  const instalments = collectedLater(moved, { ...account, plan })
  return [{ ...account, plan, pauses, instalments }, only('interest', extra)]
}
