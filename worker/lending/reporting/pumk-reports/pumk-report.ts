/**
 * The report of a PUMK lender (funding of small enterprises by a state-owned company): what its partners owe
 * by quality, and the collectability of it all, the principal weighted by quality. Special mention counts as
 * current, since the report knows four qualities. The weights are the customary ones of the partnership
 * programme; the text that sets them was not at hand, and the report says so.
 */
import type { ClassName } from '#worker/lending/reporting/quality/quality'

/** Percent of the principal that counts as collectable. */
export const WEIGHTS = [
  ['current', 100],
  ['substandard', 75],
  ['doubtful', 25],
  ['loss', 0],
] as const satisfies readonly (readonly [ClassName, number])[]

export const WEIGHTS_SOURCE =
  'Bobot 100/75/25/0 % menurut kelaziman program kemitraan; teks peraturannya belum terbaca.'

export type Held = { name: ClassName; loans: number; balance: number }

export type Quality = Held & { weight: number; weighted: number }

export type Collected = {
  qualities: Quality[]
  loans: number
  balance: number
  weighted: number
  /** Basis points; none where nothing is lent. */
  collectability: number | null
}

export function collectabilityOf(held: readonly Held[]): Collected {
  const counted = (name: ClassName) => (name === 'special-mention' ? 'current' : name)
  const qualities = WEIGHTS.map(([name, weight]): Quality => {
    const of = held.filter((one) => counted(one.name) === name)
    const balance = of.reduce((sum, one) => sum + one.balance, 0)
    const loans = of.reduce((sum, one) => sum + one.loans, 0)
    return { name, loans, balance, weight, weighted: Math.round((balance * weight) / 100) }
  })
  const total = (of: (one: Quality) => number) => qualities.reduce((sum, one) => sum + of(one), 0)
  const [balance, weighted] = [total((one) => one.balance), total((one) => one.weighted)]
  return {
    ...{ qualities, loans: total((one) => one.loans), balance, weighted },
    collectability: balance === 0 ? null : Math.round((weighted / balance) * 10_000),
  }
}

/** How many instalments were paid; not told of a loan that was planned anew, whose number has changed. */
export function instalmentsPaid(loan: {
  instalments: number
  left: number
  rescheduled: boolean
}): number | null {
  return loan.rescheduled ? null : Math.max(0, loan.instalments - loan.left)
}
