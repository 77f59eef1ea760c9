/**
 * The network's commission by dated rules: of a product, a category (with all that lies in it), an
 * enterprise, or of all the rest. The most specific rule in force wins, the nearest category before a wider
 * one, and of two alike the older. Where no rule is in force the network's setting counts.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Bps } from '#worker/kernel/money'

export const COMMISSION_SCOPES = ['product', 'category', 'enterprise', 'default'] as const
export type CommissionScope = (typeof COMMISSION_SCOPES)[number]

export type CommissionRule = {
  id: string
  scope: CommissionScope
  /** The product's id, the category's slug, the enterprise's id; '' for the default. */
  reference: string
  bps: Bps
  since: LocalDate
  /** Its last day; null while none is set. */
  until: LocalDate | null
}

export type Ruled = {
  productId: string
  /** The product's own first, then those it lies in. */
  categories: readonly string[]
  enterpriseId: string
}

export function inForce({ since, until }: CommissionRule, day: LocalDate): boolean {
  return since <= day && (until === null || day <= until)
}

/** How near a rule comes to a line: the lower the nearer; nothing where it does not speak of it. */
function distance({ scope, reference }: CommissionRule, line: Ruled): number | undefined {
  if (scope === 'default') return 1000
  if (scope === 'enterprise') return reference === line.enterpriseId ? 100 : undefined
  if (scope === 'product') return reference === line.productId ? 0 : undefined
  const up = line.categories.indexOf(reference)
  return up < 0 ? undefined : 1 + up
}

export function ruleFor(
  rules: readonly CommissionRule[],
  line: Ruled,
  day: LocalDate,
): CommissionRule | undefined {
  let best: { rule: CommissionRule; at: number } | undefined
  for (const rule of rules) {
    const at = inForce(rule, day) ? distance(rule, line) : undefined
    if (at === undefined) continue
    const older = best !== undefined && at === best.at && isOlder(rule, best.rule)
    if (best === undefined || at < best.at || older) best = { rule, at }
  }
  return best?.rule
}

const isOlder = (one: CommissionRule, other: CommissionRule) =>
  one.since < other.since || (one.since === other.since && one.id < other.id)

/** The rate of a line; `setting` is the network's where no rule is in force. */
export function rateFor(
  rules: readonly CommissionRule[],
  line: Ruled,
  { day, setting }: { day: LocalDate; setting: Bps },
): Bps {
  return ruleFor(rules, line, day)?.bps ?? setting
}
