/**
 * Penalties by rule: overdue base × days after the grace × rate a day, of each instalment summed
 * exactly and rounded once, at most the cap. They are derived and never recorded: a payment dated
 * back to the due date leaves no day to count. A pause counts none, and a penalty bears none.
 */

import { ZERO, amount, divideRounded, portion, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { addDays, daysBetween } from '#worker/kernel/calendar'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, owed } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment, Lateness, Span } from '#worker/lending/servicing/loans/account'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import type { PenaltyRule } from '#worker/lending/offering/schedules/terms'

/** Days from one day to another that lie in none of the spans, which do not overlap. */
export function daysOutside(spans: readonly Span[], from: LocalDate, until: LocalDate): number {
  const inside = spans.reduce((days, span) => {
    const first = span.from > from ? span.from : from
    const last = span.until < until ? span.until : until
    return days + Math.max(0, daysBetween(first, last))
  }, 0)
  return Math.max(0, daysBetween(from, until)) - inside
}

function baseOf({ interest, principal, fees }: Instalment['planned'], { base }: PenaltyRule) {
  return base === 'principal' ? principal : sum([interest, principal, fees])
}

/** Days × base, rounded once. */
export function penaltyOf(late: readonly Lateness[], { rate }: PenaltyRule): Amount {
  const rupiahDays = late.reduce((total, { base, days }) => total + BigInt(base) * BigInt(days), 0n)
  return amount(Number(divideRounded(rupiahDays * BigInt(rate), BigInt(WHOLE), 'halfUp')))
}

export function capOf(instalment: Instalment, rule: PenaltyRule): Amount {
  return portion(baseOf(instalment.planned, rule), rule.cap, WHOLE, 'down')
}

/** Adjoining days with the same base are one stretch, so that looking in between changes nothing. */
function joined(late: readonly Lateness[], next: Lateness): Lateness[] {
  const last = late.at(-1)
  if (last === undefined || last.until !== next.from || last.base !== next.base) {
    return [...late, next]
  }
  const days = last.days + next.days
  return [...late.slice(0, -1), { ...last, until: next.until, days }]
}

/** The account with the penalties of the days since they were last counted. */
export function penalized(account: Account, upTo: LocalDate): Account {
  const rule = account.plan.terms.penalty
  if (rule === undefined || upTo <= account.countedTo) return account
  const instalments = account.instalments.map((each) => {
    const begins = addDays(each.dueOn, rule.graceDays)
    const from = begins > account.countedTo ? begins : account.countedTo
    const base = from < upTo ? baseOf(owed(each), rule) : ZERO
    if (base === 0) return each
    const days = daysOutside(account.pauses, from, upTo)
    if (days === 0) return each
    const late = joined(each.late, { from, until: upTo, days, base })
    return { ...each, late, penalized: least(penaltyOf(late, rule), capOf(each, rule)) }
  })
  return { ...account, instalments, countedTo: upTo }
}
