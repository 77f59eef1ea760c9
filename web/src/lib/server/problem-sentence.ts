/**
 * The sentence for a refusal in the reader's language. It is chosen on the server, so that no page
 * carries the sentences of refusals that it will never show.
 */
import { m } from '#lib/paraglide/messages.js'
import type { SaidProblem } from '#lib/problem.ts'
import type { Problem } from '#worker/http/problem'
import type { RefusalType } from '#worker/kernel/refusal'

const SENTENCES: Record<RefusalType, () => string> = {
  malformed: m.problem_malformed,
  'not-signed-in': m.problem_not_signed_in,
  'key-invalid': m.problem_key_invalid,
  'method-not-allowed': m.problem_method_not_allowed,
  'not-permitted': m.problem_not_permitted,
  'second-factor-required': m.problem_second_factor_required,
  'cross-site': m.problem_cross_site,
  'not-found': m.problem_not_found,
  'unsupported-media-type': m.problem_unsupported_media_type,
  'too-large': m.problem_too_large,
  'too-many-requests': m.problem_too_many_requests,
  'idempotency-key-missing': m.problem_idempotency_key_missing,
  'idempotency-key-reused': m.problem_idempotency_key_reused,
  'in-progress': m.problem_in_progress,
  outdated: m.problem_outdated,
  'already-exists': m.problem_already_exists,
  'illegal-transition': m.problem_illegal_transition,
  'code-wrong': m.problem_code_wrong,
  'code-expired': m.problem_code_expired,
  'last-lead': m.problem_last_lead,
  'invitation-invalid': m.problem_invitation_invalid,
  'insufficient-stock': m.problem_insufficient_stock,
  'price-changed': m.problem_price_changed,
  'product-unavailable': m.problem_product_unavailable,
  'cart-empty': m.problem_cart_empty,
  'shipping-unavailable': m.problem_shipping_unavailable,
  'voucher-refused': m.problem_voucher_refused,
  'holds-exceeded': m.problem_holds_exceeded,
  'picture-refused': m.problem_picture_refused,
  'payment-expired': m.problem_payment_expired,
  'method-unavailable': m.problem_method_unavailable,
  'amount-mismatch': m.problem_amount_mismatch,
  'account-overdrawn': m.problem_account_overdrawn,
  'fund-exhausted': m.problem_fund_exhausted,
  'period-closed': m.problem_period_closed,
  unbalanced: m.problem_unbalanced,
  'bank-account-missing': m.problem_bank_account_missing,
  'above-cap': m.problem_above_cap,
  'outside-limits': m.problem_outside_limits,
  'same-person': m.problem_same_person,
  'own-application': m.problem_own_application,
  'pledges-missing': m.problem_pledges_missing,
  'reason-missing': m.problem_reason_missing,
  'account-unapproved': m.problem_account_unapproved,
  'above-approval-limit': m.problem_above_approval_limit,
  'committee-decides': m.problem_committee_decides,
  'taken-by-another': m.problem_taken_by_another,
  'conditions-unmet': m.problem_conditions_unmet,
  'already-disbursed': m.problem_already_disbursed,
  'already-reversed': m.problem_already_reversed,
  'nothing-due': m.problem_nothing_due,
  'papers-missing': m.problem_papers_missing,
  unavailable: m.problem_unavailable,
  defect: m.problem_defect,
}

/** The problem with its sentence; a refusal without one is told by its own detail. */
export function inWords(problem: Problem): SaidProblem {
  return { ...problem, sentence: SENTENCES[problem.slug]?.() ?? problem.detail }
}
