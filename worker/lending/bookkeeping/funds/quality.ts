/**
 * How good the loans of a fund are, as of the last day its lender counted them: portfolio at risk over 30, 60
 * and 90 days, and their classes by the lender's rule. Shares are basis points of what the fund has lent.
 */
import { amount, sum, type Amount } from '#worker/kernel/money'
import { BANDS, type Band } from '#worker/lending/reporting/portfolio/grade'
import { shareOf } from '#worker/lending/reporting/portfolio/report'
import { CLASSES, type ClassName } from '#worker/lending/reporting/quality/quality'

export type FundPartRow = {
  day: string
  kind: 'class' | 'band'
  key: string
  loans: number
  balance: number
}

type Share = { loans: number; balance: Amount; bps: number | null }

export type FundQuality = {
  day: string
  balance: Amount
  risk: (Share & { over: 30 | 60 | 90 })[]
  classes: (Share & { name: ClassName })[]
}

const OVER = [
  ['d31', 30],
  ['d61', 60],
  ['d91', 90],
] as const

/** None before the first count, or where the fund has nothing lent. */
export function qualityOfFund(rows: readonly FundPartRow[]): FundQuality | null {
  const day = rows[0]?.day
  if (day === undefined) return null
  const of = (kind: FundPartRow['kind']) => rows.filter((one) => one.kind === kind)
  const balance = sum(of('class').map((one) => amount(one.balance)))
  const share = (some: readonly FundPartRow[]): Share => {
    const held = sum(some.map((one) => amount(one.balance)))
    const loans = some.reduce((total, one) => total + one.loans, 0)
    return { loans, balance: held, bps: shareOf(held, balance) }
  }
  return {
    ...{ day, balance },
    risk: OVER.map(([from, over]) => {
      const late = BANDS.slice(BANDS.indexOf(from))
      return { over, ...share(of('band').filter(({ key }) => late.includes(key as Band))) }
    }),
    classes: CLASSES.map((name) => ({
      name,
      ...share(of('class').filter(({ key }) => key === name)),
    })).filter(({ loans }) => loans > 0),
  }
}
