/**
 * What a lender's portfolio came to on a day, from its sums. Portfolio at risk over n days is the principal
 * still lent of loans more than n days late as a share of all that is still lent (CGAP); TKB90 is what is
 * left of the whole without those over 90 days (SEOJK 19/SEOJK.06/2023). Shares are basis points, rounded
 * half up; nothing lent makes no share.
 */
import { divideRounded, basisPoints, share, sum, ZERO, type Amount } from '#worker/kernel/money'
import { BANDS, type Band } from '#worker/lending/reporting/portfolio/grade'
import type { PortfolioPart } from '#worker/lending/reporting/portfolio/summing'
import {
  isNonPerforming,
  type ClassName,
  type Quality,
} from '#worker/lending/reporting/quality/quality'

export function shareOf(part: Amount, whole: Amount): number | null {
  if (whole === ZERO) return null
  return Number(divideRounded(BigInt(part) * 10_000n, BigInt(whole), 'halfUp'))
}

export type AtRisk = {
  over: 0 | 30 | 60 | 90
  bands: Band[]
  loans: number
  balance: Amount
  bps: number | null
}

const OVER = { d1: 0, d31: 30, d61: 60, d91: 90 } as const

/** PAR 1, 30, 60 and 90. */
export function atRiskOf(parts: readonly PortfolioPart[], whole: Amount): AtRisk[] {
  return (['d1', 'd31', 'd61', 'd91'] as const).map((from) => {
    const bands = BANDS.slice(BANDS.indexOf(from))
    const late = parts.filter(({ kind, key }) => kind === 'band' && bands.includes(key as Band))
    const balance = sum(late.map((one) => one.balance))
    const loans = late.reduce((total, one) => total + one.loans, 0)
    return { over: OVER[from], bands, loans, balance, bps: shareOf(balance, whole) }
  })
}

export function tkb90(atRisk: readonly AtRisk[]): number | null {
  const late = atRisk.find(({ over }) => over === 90)?.bps
  return late === null || late === undefined ? null : 10_000 - late
}

export type ClassStand = {
  name: ClassName
  loans: number
  balance: Amount
  overdue: Amount
  bps: number
  provision: Amount
  nonPerforming: boolean
}

/** Every class of the rule, also those that hold nothing, with what is to be set aside. */
export function classesOf(parts: readonly PortfolioPart[], quality: Quality): ClassStand[] {
  return quality.classes.map(({ name, bps }) => {
    const part = parts.find(({ kind, key }) => kind === 'class' && key === name)
    const { loans = 0, balance = ZERO, overdue = ZERO } = part ?? {}
    const provision = share(balance, basisPoints(bps))
    return {
      ...{ name, loans, balance, overdue, bps, provision },
      nonPerforming: isNonPerforming(quality, name),
    }
  })
}

/** The rows of a kind in the order of their keys. */
export function partsOfKind(
  parts: readonly PortfolioPart[],
  kind: PortfolioPart['kind'],
): PortfolioPart[] {
  const of = parts.filter((one) => one.kind === kind)
  return of.sort((a, b) => (a.key < b.key ? -1 : 1))
}
