/**
 * The arithmetic of each instalment in words, one text per row of the schedule, so that a borrower
 * can check every number with a pocket calculator: "jasa 6% / 12 × 19.170.000 = 95.850". A result
 * that had to be rounded to a minor unit stands after ≈.
 */

import { ZERO, add, subtract } from '#worker/kernel/money'
import type { Amount } from '#worker/kernel/money'
import { principalAt } from '#worker/lending/offering/schedules/amortization'
import { YEAR, daysInLeapYears } from '#worker/lending/offering/schedules/day-count'
import { figures, percentFigures } from '#worker/lending/offering/schedules/figures'
import type { Language } from '#worker/lending/offering/schedules/figures'
import { PERIODS_A_YEAR, restsAt } from '#worker/lending/offering/schedules/interest'
import { planOf, plannedRows, schedule } from '#worker/lending/offering/schedules/schedule'
import type { Plan, ScheduleRow } from '#worker/lending/offering/schedules/schedule'

const WORDS = {
  id: {
    interest: 'jasa',
    principal: 'pokok',
    fees: 'biaya',
    instalment: 'angsuran',
    balance: 'sisa',
    free: '(bebas jasa)',
    yearBegan: '(sisa awal tahun)',
    grace: '(masa tenggang pokok)',
    allLeft: '= seluruh sisa',
    nothing: '(angsuran habis untuk jasa)',
    byWeight: 'menurut bobot',
    restOfTerm: 'sisa jasa seluruh masa',
    later: (n: number) => `ditagih bersama angsuran ke-${n}`,
    waiting: 'yang ditunda',
  },
  en: {
    interest: 'interest',
    principal: 'principal',
    fees: 'fees',
    instalment: 'instalment',
    balance: 'balance',
    free: '(free of interest)',
    yearBegan: "(the year's first balance)",
    grace: '(grace on principal)',
    allLeft: '= all that is left',
    nothing: '(the instalment goes to interest)',
    byWeight: 'by weight',
    restOfTerm: "the rest of the whole term's interest",
    later: (n: number) => `collected with instalment ${n}`,
    waiting: 'waiting',
  },
} as const

interface Telling {
  readonly plan: Plan
  readonly language: Language
  readonly say: (a: Amount) => string
}

function yearPart({ terms, dates, rates }: Plan, index: number): string {
  if (terms.interestPeriod === 'perInstalment') {
    const several = terms.every === 1 ? '' : ` × ${terms.every}`
    return `${several} / ${PERIODS_A_YEAR[terms.unit]}`
  }
  const days = rates.days[index] ?? 0
  if (terms.dayCount !== 'actual/actual') return ` × ${days} / ${YEAR[terms.dayCount]}`
  const from = dates.dueOn[index - 1] ?? terms.disbursedOn
  const leapDays = daysInLeapYears(from, dates.dueOn[index] ?? from)
  if (leapDays === 0) return ` × ${days} / 365`
  if (leapDays === days) return ` × ${days} / 366`
  return ` × (${leapDays} / 366 + ${days - leapDays} / 365)`
}

function isExact(a: Amount, numerator: number, denominator: number): boolean {
  return (BigInt(a) * BigInt(numerator)) % BigInt(denominator) === 0n
}

function borneInterest(row: ScheduleRow, bearing: Amount, { plan, language, say }: Telling) {
  const { terms, rates, amortization } = plan
  const words = WORDS[language]
  const index = row.n - 1
  if (index < terms.interestFreeInstalments) return `${words.interest} 0 ${words.free}`
  if (amortization.interest !== undefined && row.n === terms.instalments) {
    return `${words.interest} = ${words.restOfTerm} = ${say(row.interest)}`
  }
  const base = amortization.interest === undefined ? bearing : terms.principal
  const sign = isExact(base, rates.numerators[index] ?? 0, rates.denominator) ? '=' : '≈'
  const percent = percentFigures(terms.annualRate, language)
  const year = terms.rest === 'year' ? ` ${words.yearBegan}` : ''
  const product = `${percent}${yearPart(plan, index)} × ${say(base)}${year}`
  return `${words.interest} ${product} ${sign} ${say(row.interest)}`
}

function collectedInterest(borne: ScheduleRow, collected: ScheduleRow, telling: Telling): string {
  const words = WORDS[telling.language]
  const grace = telling.plan.terms.graceOnInterestPayment
  if (borne.n <= grace) return borne.interest === 0 ? '' : `, ${words.later(grace + 1)}`
  const waiting = subtract(collected.interest, borne.interest)
  if (waiting === 0) return ''
  const { say } = telling
  return ` + ${say(waiting)} ${words.waiting} = ${say(collected.interest)}`
}

function principalWords(borne: ScheduleRow, before: Amount, telling: Telling): string {
  const { plan, language, say } = telling
  const { terms, amortization } = plan
  const words = WORDS[language]
  if (borne.n <= terms.graceOnPrincipal) return `${words.principal} 0 ${words.grace}`
  const wanted = principalAt(borne.n - 1, borne.interest, amortization)
  if (borne.n === terms.instalments || wanted > before) {
    return `${words.principal} ${words.allLeft} = ${say(borne.principal)}`
  }
  if (amortization.instalment !== undefined) {
    if (wanted < 0) return `${words.principal} 0 ${words.nothing}`
    const difference = `${say(amortization.instalment)} - ${say(borne.interest)}`
    return `${words.principal} ${difference} = ${say(borne.principal)}`
  }
  if (terms.amortization === 'weighted') {
    return `${words.principal} ${words.byWeight} = ${say(borne.principal)}`
  }
  const count = terms.instalments - terms.graceOnPrincipal
  const sign = terms.principal % count === 0 ? '=' : '≈'
  return `${words.principal} ${say(terms.principal)} / ${count} ${sign} ${say(borne.principal)}`
}

type Told = { borne: ScheduleRow; collected: ScheduleRow; bearing: Amount }

function rowWords({ borne, collected, bearing }: Told, telling: Telling): string {
  const { say, language } = telling
  const words = WORDS[language]
  const before = add(borne.balance, borne.principal)
  const parts = [collected.principal, collected.interest]
  if (collected.fees > 0) parts.push(collected.fees)
  return [
    borneInterest(borne, bearing, telling) + collectedInterest(borne, collected, telling),
    principalWords(borne, before, telling),
    ...(collected.fees > 0 ? [`${words.fees} ${say(collected.fees)}`] : []),
    `${words.instalment} ${parts.map(say).join(' + ')} = ${say(collected.total)}`,
    `${words.balance} ${say(before)} - ${say(borne.principal)} = ${say(borne.balance)}`,
  ].join('; ')
}

export function explanation(terms: Plan['terms'], language: Language): string[] {
  const start = { first: 0, balance: terms.principal }
  const plan = planOf(terms, start)
  const { rows } = schedule(terms)
  const say = (a: Amount) => figures(a, terms.currencyExponent, language)
  let bearing = terms.principal
  return plannedRows(plan, start).map((borne, index) => {
    if (restsAt(index, terms)) bearing = add(borne.balance, borne.principal)
    const collected = rows[index] ?? { ...borne, interest: ZERO }
    return rowWords({ borne, collected, bearing }, { plan, language, say })
  })
}
