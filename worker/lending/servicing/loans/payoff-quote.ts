/**
 * The payoff quote that a borrower is given: what closes the loan if it is paid on that day, line
 * by line with its arithmetic, so that each amount can be checked with a pocket calculator.
 */

import { ZERO, add, subtract, sum } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { least, owed, withoutNegative } from '#worker/lending/servicing/loans/account'
import type { Account, Instalment } from '#worker/lending/servicing/loans/account'
import type { Entry } from '#worker/lending/servicing/loans/entry'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { figures } from '#worker/lending/offering/schedules/figures'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { PARTS, totalOf } from '#worker/lending/servicing/loans/parts'
import type { Parts } from '#worker/lending/servicing/loans/parts'
import { payoffOf } from '#worker/lending/servicing/loans/payoff'
import type { Payoff } from '#worker/lending/servicing/loans/payoff'
import { replay } from '#worker/lending/servicing/loans/replay'
import type { LoanTerms, Part } from '#worker/lending/offering/schedules/terms'

export interface PayoffLine {
  /**
   * Due by the day, to come, interest of the running period, kept back by a grace, paid ahead;
   * or the claim that is left of a loan that was written off.
   */
  readonly of: 'due' | 'principalToCome' | 'charges' | 'running' | 'waiting' | 'paidAhead' | 'claim'
  readonly part: Part
  readonly amount: Amount
  /** The first and the last instalment that it is of. */
  readonly instalments?: readonly [first: number, last: number]
  /** The days whose interest it is. */
  readonly days?: readonly [from: LocalDate, until: LocalDate]
  /** How the amount comes about, where it is not simply read off the schedule. */
  readonly arithmetic?: string
}

export interface PayoffQuote {
  readonly on: LocalDate
  readonly total: Amount
  readonly parts: Parts
  /** Their sum is the total, line by line above zero but for interest paid ahead. */
  readonly lines: readonly PayoffLine[]
}

const WORDS = {
  id: { lent: 'dipinjam', paid: 'dibayar', lost: 'dibebaskan', due: 'jatuh tempo' },
  en: { lent: 'lent', paid: 'paid', lost: 'forgiven', due: 'due' },
} as const

interface Telling {
  readonly say: (a: Amount) => string
  readonly language: Language
}

/** Sums longer than this are read off the schedule. */
const MOST_ADDENDS = 6

/** One line a part; several instalments are added up before the reader's eyes. */
function summedLines(
  of: 'due' | 'charges',
  parts: Parts,
  { among, say }: { among: readonly Instalment[]; say: Telling['say'] },
): PayoffLine[] {
  return PARTS.filter((part) => parts[part] !== 0).map((part) => {
    const owing = among.filter((each) => owed(each)[part] > 0)
    const amounts = owing.map((each) => owed(each)[part])
    const line = { of, part, amount: parts[part] }
    if (owing.length === 0 || sum(amounts) !== parts[part]) return line
    const instalments = [owing[0]!.n, owing.at(-1)!.n] as const
    if (owing.length === 1 || owing.length > MOST_ADDENDS) return { ...line, instalments }
    return { ...line, instalments, arithmetic: equation(amounts.map(say).join(' + '), line, say) }
  })
}

const equation = (left: string, { amount }: { amount: Amount }, say: Telling['say']) =>
  `${left} = ${say(amount)}`

/** What was lent, less what has been paid of it, given up, or is due by now. */
function principalLines(
  payoff: Payoff,
  { account, entries }: { account: Account; entries: readonly Entry[] },
  telling: Telling,
): PayoffLine[] {
  const { principal, due } = payoff
  if (principal === 0) return []
  const { say, language } = telling
  const words = WORDS[language]
  const moved = (kind: Entry['kind']) =>
    sum(entries.filter((one) => one.kind === kind).map(({ split }) => split.principal))
  const taken = [
    [words.paid, moved('repaid')],
    [words.lost, moved('discounted')],
    [words.due, due.principal],
  ] as const
  const line = { of: 'principalToCome', part: 'principal', amount: principal } as const
  const less = taken.filter(([, of]) => of > 0)
  const left = less.reduce((rest, [, of]) => subtract(rest, of), account.drawn)
  if (less.length === 0 || left !== principal) return [line]
  const terms = [[words.lent, account.drawn] as const, ...less]
  const sides = terms.map(([word, of]) => `${word} ${say(of)}`).join(' − ')
  return [{ ...line, arithmetic: equation(sides, line, say) }]
}

function interestLines(payoff: Payoff, on: LocalDate, { say }: Telling): PayoffLine[] {
  const { running, waiting, paidAhead } = payoff
  const lines: PayoffLine[] = []
  if (running !== undefined && running.interest > 0) {
    const { from, borne, elapsed, period, interest } = running
    const arithmetic = `${say(borne)} × ${elapsed} / ${period} = ${say(interest)}`
    const days = [from, on] as const
    lines.push({ of: 'running', part: 'interest', amount: interest, days, arithmetic })
  }
  if (waiting > 0) lines.push({ of: 'waiting', part: 'interest', amount: waiting })
  const accrued = add(running?.interest ?? ZERO, withoutNegative(waiting))
  const ahead = add(paidAhead, withoutNegative(subtract(ZERO, waiting)))
  const takenOff = least(ahead, accrued)
  if (takenOff > 0) {
    lines.push({ of: 'paidAhead', part: 'interest', amount: subtract(ZERO, takenOff) })
  }
  return lines
}

/** What closes the loan on a day; undefined before the disbursement. */
export function payoffOn(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
): Payoff | undefined {
  const { account } = replay(terms, events, on)
  return account === undefined ? undefined : payoffOf(account, on)
}

/** Undefined before the disbursement, when there is nothing to pay off. */
export function payoffQuote(
  terms: LoanTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
  language: Language = 'id',
): PayoffQuote | undefined {
  const { account, entries } = replay(terms, events, on)
  if (account === undefined) return undefined
  const payoff = payoffOf(account, on)
  const say = (a: Amount) => figures(a, terms.currencyExponent, language)
  const telling = { say, language }
  const due = account.instalments.filter((each) => each.dueOn <= on)
  const later = account.instalments.filter((each) => each.dueOn > on)
  const { claim } = payoff
  const lines = [
    ...summedLines('due', payoff.due, { among: due, say }),
    ...principalLines(payoff, { account, entries }, telling),
    ...interestLines(payoff, on, telling),
    ...summedLines('charges', payoff.charges, { among: later, say }),
    ...(claim > 0 ? [{ of: 'claim', part: 'principal', amount: claim } as const] : []),
  ]
  return { on, total: totalOf(payoff.parts), parts: payoff.parts, lines }
}
