/**
 * How even sales are from month to month, and which months of the year are strong. Steadiness is the
 * coefficient of variation: the standard deviation of whole months as a percentage of their mean,
 * counted from the first month with a sale. The running month is left out, since it is not over.
 */
type Month = { month: string; total: number }

const FEWEST_MONTHS = 3
const A_YEAR = 12

/** Whole months since the first sale; `months` end with the running one. */
function wholeMonths(months: readonly Month[]): Month[] {
  const first = months.findIndex((one) => one.total > 0)
  return first < 0 ? [] : months.slice(first, -1)
}

const meanOf = (totals: readonly number[]) =>
  totals.reduce((sum, one) => sum + one, 0) / totals.length

/** In percent, the less the steadier; null with fewer than three whole months. */
export function variation(months: readonly Month[]): number | null {
  const totals = wholeMonths(months).map((one) => one.total)
  if (totals.length < FEWEST_MONTHS) return null
  const mean = meanOf(totals)
  if (mean === 0) return null
  const spread = Math.sqrt(meanOf(totals.map((one) => (one - mean) ** 2)))
  return Math.round((spread * 100) / mean)
}

export type Steadiness = 'steady' | 'moderate' | 'uneven'

/** In plain words: up to a third is steady, up to three quarters moderate. */
export function steadinessOf(percent: number): Steadiness {
  if (percent <= 35) return 'steady'
  return percent <= 75 ? 'moderate' : 'uneven'
}

/** A month of the year against the average month, 100; null before a whole year has been seen. */
export function seasons(months: readonly Month[]): { month: number; index: number }[] | null {
  const whole = wholeMonths(months)
  if (whole.length < A_YEAR) return null
  const mean = meanOf(whole.map((one) => one.total))
  if (mean === 0) return null
  return Array.from({ length: A_YEAR }, (_, at) => {
    const same = whole.filter((one) => Number(one.month.slice(5)) === at + 1)
    return { month: at + 1, index: Math.round((meanOf(same.map((one) => one.total)) * 100) / mean) }
  })
}
