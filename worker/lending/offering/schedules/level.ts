/**
 * The level instalment of an annuity: what, paid at each instalment, brings the balance to 0 at
 * exactly the rates of the periods, A = P / Σ 1/((1+r1)…(1+rk)). It is rounded once, on the exact
 * value: a double is enough unless it comes too near to where the rounding turns, and then the
 * same sum is taken in whole fractions.
 */

import { amount, divideRounded } from '#worker/kernel/money'
import type { Amount, Rounding } from '#worker/kernel/money'
import type { PeriodRates } from '#worker/lending/offering/schedules/interest'

export interface LevelTask {
  readonly balance: Amount
  readonly rates: PeriodRates
  /** Index of the first instalment that pays the level amount; all after it do too. */
  readonly from: number
  readonly multiple: number
  readonly rounding: Rounding
}

/** More than the double's error per instalment, which is at most three roundings of 2^-53. */
const ERROR_PER_INSTALMENT = 5e-16

/** Worth today of one unit paid at each instalment. */
function annuityFactor({ rates, from }: LevelTask): number {
  const { numerators, denominator } = rates
  let factor = 0
  for (let index = numerators.length - 1; index >= from; index--) {
    factor = (factor + 1) * (denominator / (denominator + (numerators[index] ?? 0)))
  }
  return factor
}

function exactLevel({ balance, rates, from, multiple, rounding }: LevelTask): number {
  const whole = BigInt(rates.denominator)
  let worth = 0n
  let over = 1n
  for (let index = rates.numerators.length - 1; index >= from; index--) {
    worth = (worth + over) * whole
    over *= whole + BigInt(rates.numerators[index] ?? 0)
  }
  return Number(divideRounded(BigInt(balance) * over, worth * BigInt(multiple), rounding))
}

export function levelInstalment(task: LevelTask): Amount {
  const multiples = task.balance / annuityFactor(task) / task.multiple
  const error = multiples * (task.rates.numerators.length + 2) * ERROR_PER_INSTALMENT
  const isHalf = task.rounding === 'halfUp' || task.rounding === 'halfEven'
  const turn = isHalf ? Math.floor(multiples) + 0.5 : Math.round(multiples)
  if (Math.abs(multiples - turn) <= error) return amount(exactLevel(task) * task.multiple)
  const rounded = isHalf
    ? Math.round(multiples)
    : task.rounding === 'up'
      ? Math.ceil(multiples)
      : Math.floor(multiples)
  return amount(rounded * task.multiple)
}
