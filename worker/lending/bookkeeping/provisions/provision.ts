/**
 * What is set aside for loans that may be lost. Each class of quality has a balance and a rate in basis
 * points; what should stand in the allowance is the sum of each share, rounded to the rupiah class by
 * class. The allowance is brought there by one entry: an expense, or the expense taken back.
 */
import { amount, basisPoints, share, subtract, sum, type Amount } from '#worker/kernel/money'

/** The five classes that most rules know, the best first. */
export const CLASSES = ['current', 'special-mention', 'substandard', 'doubtful', 'loss'] as const

export type QualityClass = { class: string; balance: Amount; bps: number }
export type ProvidedClass = QualityClass & { provision: Amount }

export type Provision = {
  classes: ProvidedClass[]
  /** What should stand in the allowance. */
  target: Amount
  /** What stands there now. */
  allowance: Amount
  /** What is to be booked; below zero when too much is set aside. */
  change: Amount
}

export function provide(classes: readonly QualityClass[], allowance: number): Provision {
  const provided = classes.map((one) => ({
    ...one,
    provision: share(one.balance, basisPoints(one.bps)),
  }))
  const target = sum(provided.map((one) => one.provision))
  const standing = amount(allowance)
  return { classes: provided, target, allowance: standing, change: subtract(target, standing) }
}
