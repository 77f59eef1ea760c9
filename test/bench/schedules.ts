/**
 * One million twelve-month annuities with their rows as objects, in one thread: how many a second,
 * and how many of 10,000 are off by a rupiah against arithmetic in whole fractions.
 */

import { addDays, localDate } from '#worker/kernel/calendar'
import { amount, divideRounded } from '#worker/kernel/money'
import { rate } from '#worker/lending/offering/schedules/rate'
import { schedule } from '#worker/lending/offering/schedules/schedule'
import type { Schedule } from '#worker/lending/offering/schedules/schedule'
import { loanTerms } from '#worker/lending/offering/schedules/terms'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

const COUNT = 1_000_000
const CHECKED = 10_000
const RUNS = 5
const TWELVE_HUNDRED_PERCENT = 1_200_000_000n

/** Rp 500,000 to 50,000,000 at 6 to 24 % a year in steps of 0.25 %, from any day of a year. */
function loans(count: number): LoanTerms[] {
  const newYear = localDate('2026-01-01')
  let state = 42
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, () =>
    loanTerms({
      principal: amount(500_000 + next(49_500_001)),
      annualRate: rate(6_000_000 + next(73) * 250_000),
      interestMethod: 'declining',
      amortization: 'equalInstalment',
      instalments: 12,
      disbursedOn: addDays(newYear, next(365)),
    }),
  )
}

/** The same schedule by BigInt fractions alone; true when each row has the same rupiah. */
function isExact(terms: LoanTerms, { rows }: Schedule): boolean {
  const yearly = BigInt(terms.annualRate)
  const grown = (TWELVE_HUNDRED_PERCENT + yearly) ** 12n
  const shrunk = (grown - TWELVE_HUNDRED_PERCENT ** 12n) * TWELVE_HUNDRED_PERCENT
  const level = divideRounded(BigInt(terms.principal) * yearly * grown, shrunk, 'halfUp')
  let balance = BigInt(terms.principal)
  for (const row of rows) {
    const interest = divideRounded(balance * yearly, TWELVE_HUNDRED_PERCENT, 'halfUp')
    const principal = row.n === 12 ? balance : level - interest
    balance -= principal
    if (BigInt(row.interest) !== interest || BigInt(row.principal) !== principal) return false
    if (BigInt(row.balance) !== balance) return false
  }
  return balance === 0n
}

export interface SchedulesResult {
  readonly perSecond: number
  readonly runs: readonly number[]
  readonly checked: number
  readonly offByARupiah: number
}

/** `now` is the clock in milliseconds. The median run counts. */
export function benchSchedules(now: () => number): SchedulesResult {
  const asked = loans(COUNT)
  const runs: number[] = []
  let rows = 0
  for (let run = 0; run < RUNS; run++) {
    const began = now()
    for (const terms of asked) rows += schedule(terms).rows.length
    runs.push(Math.round((COUNT / (now() - began)) * 1000))
  }
  if (rows !== RUNS * COUNT * 12) throw new Error('a schedule is not twelve rows long')
  const off = asked.slice(0, CHECKED).filter((terms) => !isExact(terms, schedule(terms))).length
  const perSecond = runs.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
  return { perSecond, runs, checked: CHECKED, offByARupiah: off }
}
