/** The health worksheet in the reader's language. */
import { m } from '#lib/paraglide/messages.js'
import type {
  Aspect,
  Component,
  Reason,
} from '#worker/lending/reporting/health-worksheets/worksheet'

export const ASPECT_WORDS: Readonly<Record<Aspect, () => string>> = {
  capital: m.aspect_capital,
  assets: m.aspect_assets,
  management: m.aspect_management,
  efficiency: m.aspect_efficiency,
  liquidity: m.aspect_liquidity,
  independence: m.aspect_independence,
  identity: m.aspect_identity,
}

export const COMPONENT_WORDS: Readonly<Record<Component, () => string>> = {
  'own-capital': m.health_own_capital,
  'capital-to-risk': m.health_capital_to_risk,
  'capital-adequacy': m.health_capital_adequacy,
  'loans-to-members': m.health_loans_to_members,
  'problem-risk': m.health_problem_risk,
  'risk-reserve': m.health_risk_reserve,
  'risky-loans': m.health_risky_loans,
  management: m.health_management,
  'operating-cost': m.health_operating_cost,
  'cost-to-result': m.health_cost_to_result,
  'service-cost': m.health_service_cost,
  'cash-ratio': m.health_cash_ratio,
  'loans-to-funds': m.health_loans_to_funds,
  'return-on-assets': m.health_return_on_assets,
  'return-on-capital': m.health_return_on_capital,
  'operating-independence': m.health_operating_independence,
  'gross-participation': m.health_gross_participation,
  'member-promotion': m.health_member_promotion,
}

/** What a component means where its name does not say it all. */
export const COMPONENT_TEXTS: Partial<Record<Component, () => string>> = {
  'own-capital': m.health_own_capital_text,
  'problem-risk': m.health_problem_risk_text,
}

export const REASON_WORDS: Readonly<Record<Reason, () => string>> = {
  collateral: m.reason_collateral,
  'risk-weights': m.reason_risk_weights,
  members: m.reason_members,
  answers: m.reason_answers,
  'gross-result': m.reason_gross_result,
  'short-term': m.reason_short_term,
  'funds-taken': m.reason_funds_taken,
  'members-share': m.reason_members_share,
  promotion: m.reason_promotion,
  'over-nothing': m.reason_over_nothing,
}

/** Where the rows behind the two sides of a ratio are, below the pages of the lender. */
export const BEHIND: Partial<Record<Component, readonly [part: string, whole: string]>> = {
  'own-capital': ['books/balance-sheet', 'books/balance-sheet'],
  'loans-to-members': ['portfolio/loans', 'portfolio/loans'],
  'problem-risk': ['portfolio/loans?problem=yes', 'portfolio/loans'],
  'risk-reserve': ['books/loss-allowance', 'portfolio/loans?problem=yes'],
  'operating-cost': ['books/income', 'books/income'],
  'service-cost': ['books/operating-expenses?holder=salaries', 'portfolio/loans'],
  'return-on-assets': ['books/income', 'books/balance-sheet'],
  'operating-independence': ['books/income', 'books/operating-expenses'],
  'gross-participation': ['books/income', 'books/income'],
}
