/**
 * The arithmetic of what is derived, in words, so that a borrower can check it with a pocket calculator:
 * a penalty by rule as its days × rate × what was overdue, a new plan as what it planned and what it
 * carried over, a pause as where it leads and what it costs, a reversal as what it undid and why. A rounded
 * result stands after ≈.
 */

import type { Amount } from '#worker/kernel/money'
import { penaltyOf } from '#worker/lending/servicing/loans/penalties'
import type { Split } from '#worker/lending/servicing/loans/entry'
import type {
  LoanEvent,
  MovedIn,
  Paused,
  Rescheduled,
  Reversed,
} from '#worker/lending/servicing/loans/events'
import type { InstalmentState } from '#worker/lending/servicing/loans/projection'
import { dateFigures, figures, percentFigures } from '#worker/lending/offering/schedules/figures'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { WHOLE } from '#worker/lending/offering/schedules/rate'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

const WORDS = {
  id: {
    penalty: 'denda',
    days: (n: number) => `${n} hari`,
    atMost: 'paling banyak',
    ofPlan: 'dari angsurannya',
    planned: (principal: string, on: string) =>
      `sisa pokok ${principal} diangsur ulang sejak ${on}`,
    rate: (percent: string) => `jasa ${percent} setahun`,
    count: (n: number) => `${n} angsuran`,
    first: (on: string) => `pertama ${on}`,
    interest: 'jasa',
    fees: 'biaya',
    penalties: 'denda',
    carried: 'ikut angsuran pertama, tidak menjadi pokok:',
    until: (on: string) => `jatuh tempo mundur sampai sesudah ${on}`,
    free: 'tanpa jasa selama jeda',
    runs: (interest: string) => `jasa selama jeda ${interest}`,
    movedIn: 'menurut pembukuan lama masih terutang:',
    principal: 'pokok',
    undid: (amount: string | undefined, on: string) =>
      amount === undefined ? `kejadian ${on}` : `${amount} yang tercatat ${on}`,
    takenBack: 'ditarik kembali oleh pembayar',
  },
  en: {
    penalty: 'penalty',
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    atMost: 'at most',
    ofPlan: 'of its instalment',
    planned: (principal: string, on: string) => `principal of ${principal} planned anew from ${on}`,
    rate: (percent: string) => `interest ${percent} a year`,
    count: (n: number) => (n === 1 ? '1 instalment' : `${n} instalments`),
    first: (on: string) => `the first on ${on}`,
    interest: 'interest',
    fees: 'fees',
    penalties: 'penalties',
    carried: 'due with the first of them, not made principal:',
    until: (on: string) => `due dates move past ${on}`,
    free: 'no interest for the pause',
    runs: (interest: string) => `interest for the pause ${interest}`,
    movedIn: 'still owed by the old books:',
    principal: 'principal',
    undid: (amount: string | undefined, on: string) =>
      amount === undefined ? `what happened on ${on}` : `${amount} recorded on ${on}`,
    takenBack: 'taken back by the payer',
  },
} as const

export interface Telling {
  readonly terms: LoanTerms
  readonly language: Language
}

const saying =
  ({ terms, language }: Telling) =>
  (a: Amount) =>
    figures(a, terms.currencyExponent, language)

/** How the penalties by rule of an instalment come about; undefined where there are none. */
export function penaltyWords(instalment: InstalmentState, telling: Telling): string | undefined {
  const { late, penalized } = instalment
  const { penalty } = telling.terms
  if (penalty === undefined || penalized === 0) return undefined
  const words = WORDS[telling.language]
  const say = saying(telling)
  const rate = percentFigures(penalty.rate, telling.language)
  const sum = late.map(({ days, base }) => `${words.days(days)} × ${say(base)}`).join(' + ')
  const product = `${rate} × ${late.length > 1 ? `(${sum})` : sum}`
  const whole = late.reduce((all, { days, base }) => all + BigInt(days) * BigInt(base), 0n)
  const sign = (whole * BigInt(penalty.rate)) % BigInt(WHOLE) === 0n ? '=' : '≈'
  const reckoned = penaltyOf(late, penalty)
  const text = `${words.penalty} ${product} ${sign} ${say(reckoned)}`
  if (reckoned === penalized) return text
  const cap = percentFigures(penalty.cap, telling.language)
  return `${text}; ${words.atMost} ${cap} ${words.ofPlan} = ${say(penalized)}`
}

function planWords({ on, terms: changes }: Rescheduled, split: Split, telling: Telling): string {
  const words = WORDS[telling.language]
  const say = saying(telling)
  const carried = (['interest', 'fees', 'penalties'] as const)
    .filter((part) => split[part] > 0)
    .map((part) => `${words[part]} ${say(split[part])}`)
  return [
    words.planned(say(split.principal), dateFigures(on, telling.language)),
    ...(changes.annualRate === undefined
      ? []
      : [words.rate(percentFigures(changes.annualRate, telling.language))]),
    ...(changes.instalments === undefined ? [] : [words.count(changes.instalments)]),
    ...(changes.firstDueOn === undefined
      ? []
      : [words.first(dateFigures(changes.firstDueOn, telling.language))]),
    ...(carried.length === 0 ? [] : [`${words.carried} ${carried.join(' + ')}`]),
  ].join('; ')
}

function pauseWords({ until, interest }: Paused, split: Split, telling: Telling): string {
  const words = WORDS[telling.language]
  const cost = interest === 'none' ? words.free : words.runs(saying(telling)(split.interest))
  return `${words.until(dateFigures(until, telling.language))}; ${cost}`
}

function movedInWords({ owed }: MovedIn, telling: Telling): string {
  const words = WORDS[telling.language]
  const say = saying(telling)
  const parts = (['principal', 'interest', 'fees', 'penalties'] as const)
    .filter((part) => owed[part] > 0)
    .map((part) => `${words[part]} ${say(owed[part])}`)
  return `${words.movedIn} ${parts.join(' + ')}`
}

/** What an event that moved no money did; undefined where its amount says it all. */
export function eventWords(
  event: LoanEvent,
  split: Split | null,
  telling: Telling,
): string | undefined {
  if (split === null) return undefined
  if (event.kind === 'rescheduled') return planWords(event, split, telling)
  if (event.kind === 'paused') return pauseWords(event, split, telling)
  if (event.kind === 'movedIn') return movedInWords(event, telling)
  return undefined
}

/** What a reversal undid, and why. */
export function undoneWords(
  { reverses, cause, reason }: Reversed,
  events: readonly LoanEvent[],
  telling: Telling,
): string | undefined {
  const undone = events.find((one) => one.seq === reverses)
  if (undone === undefined) return undefined
  const words = WORDS[telling.language]
  const amount = 'amount' in undone ? saying(telling)(undone.amount) : undefined
  const what = words.undid(amount, dateFigures(undone.on, telling.language))
  return [
    what,
    ...(cause === 'taken-back' ? [words.takenBack] : []),
    ...(reason ? [reason] : []),
  ].join('; ')
}
