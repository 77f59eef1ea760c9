/**
 * The health worksheet of a koperasi as far as its loans and its book tell: ratio → value (0–100) × weight =
 * score. A component whose facts are not kept here, or whose table no source at hand gives, stays without a
 * score and says why; so does a ratio over nothing. No grade is drawn from a part of the scores. Amounts are
 * rupiah, ratios basis points, scores hundredths.
 */
import { divideRounded } from '#worker/kernel/money'
import {
  TABLES,
  WEIGHTS_SOURCE,
  valueOf,
  type Scored,
  type Source,
} from '#worker/lending/reporting/health-worksheets/tables'

export const ASPECTS = [
  ...(['capital', 'assets', 'management', 'efficiency', 'liquidity'] as const),
  ...(['independence', 'identity'] as const),
] as const
export type Aspect = (typeof ASPECTS)[number]

/** Why a component has no score. */
export const REASONS = [
  ...(['collateral', 'risk-weights', 'members', 'answers', 'gross-result'] as const),
  ...(['short-term', 'funds-taken', 'members-share', 'promotion', 'over-nothing'] as const),
] as const
export type Reason = (typeof REASONS)[number]

export const COMPONENTS = [
  ['own-capital', 'capital', 6, null],
  ['capital-to-risk', 'capital', 6, 'collateral'],
  ['capital-adequacy', 'capital', 3, 'risk-weights'],
  ['loans-to-members', 'assets', 10, 'members'],
  ['problem-risk', 'assets', 5, null],
  ['risk-reserve', 'assets', 5, null],
  ['risky-loans', 'assets', 5, 'collateral'],
  ['management', 'management', 15, 'answers'],
  ['operating-cost', 'efficiency', 4, 'members'],
  ['cost-to-result', 'efficiency', 4, 'gross-result'],
  ['service-cost', 'efficiency', 2, null],
  ['cash-ratio', 'liquidity', 10, 'short-term'],
  ['loans-to-funds', 'liquidity', 5, 'funds-taken'],
  ['return-on-assets', 'independence', 3, null],
  ['return-on-capital', 'independence', 3, 'members-share'],
  ['operating-independence', 'independence', 4, 'members'],
  ['gross-participation', 'identity', 7, 'members'],
  ['member-promotion', 'identity', 3, 'promotion'],
] as const satisfies readonly (readonly [string, Aspect, number, Reason | null])[]
export type Component = (typeof COMPONENTS)[number][0]

export type Facts = {
  /** Principal still lent: in all, and of the three classes that are a problem. */
  lent: number
  substandard: number
  doubtful: number
  loss: number
  allowance: number
  assets: number
  /** Equity of the book, and what of it is to go back to those who gave it. */
  equity: number
  toGiveBack: number
  /** Of this year, up to today. */
  result: number
  loanIncome: number
  otherIncome: number
  fundCost: number
  operating: number
  salaries: number
  /** Whether every borrower is a member; the desk keeps no register of them. */
  membersOnly: boolean
}

export type Row = {
  component: Component
  aspect: Aspect
  weight: number
  part: number | null
  whole: number | null
  ratio: number | null
  value: number | null
  score: number | null
  source: Source | null
  reason: Reason | null
}

/** Both sides of each ratio that has a table. */
function sidesOf(of: Facts): Record<Scored, readonly [part: number, whole: number]> {
  const { lent, substandard, doubtful, loss, loanIncome, fundCost, operating } = of
  return {
    'own-capital': [of.equity - of.toGiveBack, of.assets],
    'loans-to-members': [lent, lent],
    'problem-risk': [Math.round(substandard * 0.5 + doubtful * 0.75 + loss), lent],
    'risk-reserve': [of.allowance, substandard + doubtful + loss],
    'operating-cost': [fundCost + operating, loanIncome],
    'service-cost': [of.salaries, lent],
    'return-on-assets': [of.result, of.assets],
    'operating-independence': [loanIncome - fundCost, operating],
    'gross-participation': [loanIncome, loanIncome + of.otherIncome],
  }
}

const isScored = (component: Component): component is Scored & Component =>
  Object.hasOwn(TABLES, component)

const NOTHING = { part: null, whole: null, ratio: null, value: null, score: null, source: null }

export type Worksheet = {
  rows: Row[]
  /** Hundredths of a score, and the weight of what was scored, of 100. */
  score: number
  weight: number
  weights: Source
}

export function worksheet(of: Facts): Worksheet {
  const sides = sidesOf(of)
  const rows = COMPONENTS.map(([component, aspect, weight, missing]): Row => {
    const head = { component, aspect, weight }
    const reason = missing === 'members' && of.membersOnly ? null : missing
    if (reason !== null || !isScored(component)) return { ...head, ...NOTHING, reason }
    const [part, whole] = sides[component]
    if (whole <= 0) return { ...head, ...NOTHING, part, whole, reason: 'over-nothing' }
    const ratio = Number(divideRounded(BigInt(part) * 10_000n, BigInt(whole), 'halfUp'))
    const value = valueOf(component, ratio)
    const { source } = TABLES[component]
    return { ...head, part, whole, ratio, value, score: value * weight, source, reason: null }
  })
  const scored = rows.filter(({ score }) => score !== null)
  return {
    rows,
    score: scored.reduce((sum, row) => sum + (row.score ?? 0), 0),
    weight: scored.reduce((sum, row) => sum + row.weight, 0),
    weights: WEIGHTS_SOURCE,
  }
}
