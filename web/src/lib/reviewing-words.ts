/** How a review is told: facts of the scorecard with their reasons and sources, advice, causes, ties. */
import { money } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Cause } from '#worker/lending/reviewing/reviews/causes'
import type { Advice, FactName } from '#worker/lending/reviewing/scorecards/scorecard'
import type { Relation } from '#worker/lending/reviewing/ties/tie'

/** Where on the dossier its source stands. */
export type Source = 'sales' | 'loans' | 'application' | 'visits' | 'none'

type Valued = (given: { value: number }) => string
type Told = {
  name: () => string
  unit: () => string
  reason: Valued
  source: Source
}

const told = (name: () => string, unit: () => string, reason: Valued, source: Source): Told => ({
  name,
  unit,
  reason,
  source,
})

const share = m.reviewing_unit_percent
const months = m.reviewing_unit_months

const FACTS: Readonly<Record<FactName, Told>> = {
  'months-selling': told(
    m.reviewing_fact_months_selling,
    months,
    m.reviewing_reason_months_selling,
    'sales',
  ),
  'completed-orders': told(
    m.reviewing_fact_completed_orders,
    m.reviewing_unit_orders,
    m.reviewing_reason_completed_orders,
    'sales',
  ),
  cancellations: told(
    m.reviewing_fact_cancellations,
    share,
    m.reviewing_reason_cancellations,
    'sales',
  ),
  'repeat-buyers': told(
    m.reviewing_fact_repeat_buyers,
    share,
    m.reviewing_reason_repeat_buyers,
    'sales',
  ),
  steadiness: told(m.reviewing_fact_steadiness, share, m.reviewing_reason_steadiness, 'sales'),
  capacity: told(
    m.reviewing_fact_capacity,
    share,
    ({ value }) =>
      value >= 1000 ? m.reviewing_reason_capacity_none() : m.reviewing_reason_capacity({ value }),
    'application',
  ),
  'on-time': told(m.reviewing_fact_on_time, share, m.reviewing_reason_on_time, 'loans'),
  'worst-late': told(
    m.reviewing_fact_worst_late,
    m.reviewing_unit_days,
    m.reviewing_reason_worst_late,
    'loans',
  ),
  'group-record': told(
    m.reviewing_fact_group_record,
    share,
    m.reviewing_reason_group_record,
    'loans',
  ),
  visits: told(
    m.reviewing_fact_visits,
    m.reviewing_unit_visits,
    m.reviewing_reason_visits,
    'visits',
  ),
  savings: told(m.reviewing_fact_savings, months, m.reviewing_reason_savings, 'none'),
  training: told(
    m.reviewing_fact_training,
    m.reviewing_unit_trainings,
    m.reviewing_reason_training,
    'none',
  ),
}

export const factName = (fact: FactName) => FACTS[fact].name()
export const factUnit = (fact: FactName) => FACTS[fact].unit()
export const factSource = (fact: FactName) => FACTS[fact].source

/** In plain words, why it earns its points. */
export function factReason(fact: FactName, value: number | null): string {
  return value === null ? m.reviewing_fact_unknown() : FACTS[fact].reason({ value })
}

const SOURCES: Readonly<Record<Source, () => string>> = {
  sales: m.reviewing_source_market,
  loans: m.reviewing_source_loans,
  application: m.reviewing_source_application,
  visits: m.reviewing_source_visits,
  none: m.reviewing_source_none,
}
export const sourceName = (source: Source) => SOURCES[source]()

const ADVICE = {
  lend: [m.reviewing_advice_lend, 'good'],
  look: [m.reviewing_advice_look, 'warn'],
  decline: [m.reviewing_advice_decline, 'bad'],
} as const

export const adviceName = (advice: Advice) => ADVICE[advice][0]()
export const adviceTone = (advice: Advice) => ADVICE[advice][1]

const CAUSES: Readonly<Record<Cause, () => string>> = {
  income: m.reviewing_cause_income,
  debts: m.reviewing_cause_debts,
  arrears: m.reviewing_cause_arrears,
  purpose: m.reviewing_cause_purpose,
  papers: m.reviewing_cause_papers,
  'too-new': m.reviewing_cause_too_new,
  group: m.reviewing_cause_group,
  funds: m.reviewing_cause_funds,
  other: m.reviewing_cause_other,
}
export const causeName = (cause: Cause) => CAUSES[cause]()

const RELATIONS: Readonly<Record<Relation, () => string>> = {
  household: m.reviewing_relation_household,
  family: m.reviewing_relation_family,
  business: m.reviewing_relation_business,
}
export const relationName = (relation: Relation) => RELATIONS[relation]()

type Course = { advice: Advice; amount: number | null; instalments: number | null }

/** What was suggested or done, in a line. */
export function courseName({ advice, amount, instalments }: Course): string {
  if (advice === 'decline') return m.reviewing_advise_decline()
  if (amount === null || instalments === null) return adviceName(advice)
  return m.reviewing_course_lend({ amount: money(amount), instalments })
}

const KINDS = {
  person: m.reviewing_kind_person,
  group: m.reviewing_kind_group,
  enterprise: m.reviewing_kind_enterprise,
} as const
export const kindName = (kind: keyof typeof KINDS) => KINDS[kind]()
