/**
 * What each member is asked of a group's loan. The principal of an instalment is divided by what each
 * has still to be asked of her share, its interest and fees by what each still owed of principal before
 * it; so the parts of every instalment sum to the instalment, and over the whole loan each is asked her
 * share exactly. Principal that somebody paid ahead is her own, and lightens her later parts alone.
 * Penalties fall on those who were short on the due date; on all by their shares where nobody was.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO, add, subtract, sum, type Amount } from '#worker/kernel/money'
import { portionsOr } from '#worker/lending/group-lending/loan-shares/portions'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { totalOf } from '#worker/lending/servicing/loans/parts'

export type Instalment = { n: number; dueOn: LocalDate; asked: Parts }

/** A column for a member: what she is asked of one instalment. */
export type Asked = { n: number; dueOn: LocalDate; parts: Parts; total: Amount }

/** Principal paid ahead on a day, by member. */
export type Ahead = { on: LocalDate; amounts: readonly Amount[] }

/** For each instalment the parts of each member, in the order of the shares; without penalties. */
export function askedOf(
  instalments: readonly Instalment[],
  shares: readonly Amount[],
  ahead: readonly Ahead[] = [],
): Asked[][] {
  let left = [...shares]
  const waiting = ahead.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return instalments.map(({ n, dueOn, asked }) => {
    while (waiting[0] && waiting[0].on < dueOn) {
      const { amounts } = waiting.shift()!
      left = left.map((each, i) => lessened(each, amounts[i] ?? ZERO))
    }
    const divide = (whole: Amount) => portionsOr(whole, left, { or: shares, turn: n - 1 })
    const [principal, interest, fees] = [asked.principal, asked.interest, asked.fees].map(divide)
    left = left.map((each, i) => lessened(each, principal![i]!))
    return shares.map((_, i) => {
      const parts = {
        principal: principal![i]!,
        interest: interest![i]!,
        fees: fees![i]!,
        penalties: ZERO,
      }
      return { n, dueOn, parts, total: totalOf(parts) }
    })
  })
}

/** Never below zero. */
function lessened(from: Amount, taken: Amount): Amount {
  return taken >= from ? ZERO : subtract(from, taken)
}

/** What was credited to each member up to and on a day. */
export type CreditedBy = (on: LocalDate) => readonly Amount[]

/** The same with the penalties of each instalment laid on who was short on its due date. */
export function withPenalties(
  asked: readonly Asked[][],
  instalments: readonly Instalment[],
  { shares, credited }: { shares: readonly Amount[]; credited: CreditedBy },
): Asked[][] {
  let due = shares.map(() => ZERO)
  return asked.map((column, c) => {
    due = due.map((each, i) => add(each, column[i]!.total))
    const whole = instalments[c]!.asked.penalties
    if (whole <= 0) return column
    const paid = credited(instalments[c]!.dueOn)
    const short = due.map((each, i) => (each > paid[i]! ? subtract(each, paid[i]!) : ZERO))
    const penalties = portionsOr(whole, short, { or: shares, turn: c })
    return column.map((one, i) => {
      const parts = { ...one.parts, penalties: penalties[i]! }
      return { ...one, parts, total: totalOf(parts) }
    })
  })
}

/** What a member is asked up to and on a day, or in all. */
export function askedUntil(column: readonly Asked[], on?: LocalDate): Amount {
  return sum(column.filter((one) => on === undefined || one.dueOn <= on).map((one) => one.total))
}
