/**
 * The database is the last judge and speaks the domain's language: constraints are named after the
 * refusal they cause. This table is where a broken one becomes that refusal again.
 */
import { Refusal, type RefusalType } from '#worker/kernel/refusal'

const OUTDATED = 'Someone was first. Load it again and repeat what still applies.'

/** The name of a CHECK constraint or the column of a UNIQUE key → what it means. */
const MEANING: Readonly<Record<string, readonly [RefusalType, string]>> = {
  account_not_overdrawn: ['account-overdrawn', 'The account does not hold that much.'],
  use_within_limit: ['too-many-requests', 'Too many attempts. Wait a while and try again.'],
  lead_remains: ['last-lead', 'An organization keeps at least one person who leads it.'],
  stock_not_negative: ['insufficient-stock', 'There is not that much left.'],
  cart_quantity: ['outside-limits', 'A line of a basket holds 999 pieces at most.'],
  cart_lines_within_limit: ['outside-limits', 'A basket holds 100 different things at most.'],
  cart_unchanged: ['outdated', 'The basket has changed meanwhile. Look at it again.'],
  loan_unchanged: ['outdated', 'The loan has changed meanwhile. Look at it again.'],
  goods_unchanged: ['price-changed', 'The seller has just changed something. Look at it again.'],
  tariffs_unchanged: [
    'price-changed',
    'The seller has just changed her tariffs. Look at it again.',
  ],
  voucher_open: ['voucher-refused', 'This voucher has just ended.'],
  voucher_uses_within_limit: ['voucher-refused', 'This voucher has just been used up.'],
  voucher_budget_within_limit: ['voucher-refused', 'This voucher has just been used up.'],
  voucher_buyer_within_limit: ['voucher-refused', 'You have used this voucher already.'],
  addresses_within_limit: ['outside-limits', 'An address book holds twenty addresses.'],
  'vouchers.code': ['already-exists', 'There is a voucher of this code already.'],
  'partner_deposits.reference': ['already-exists', 'This transfer has been recorded already.'],
  open_purchases_within_limit: ['holds-exceeded', 'Pay or cancel an unpaid purchase first.'],
  proofs_within_limit: ['outside-limits', 'A purchase takes five proofs at most.'],
  labels_untold: ['outdated', OUTDATED],
  evidence_within_limit: ['outside-limits', 'Each side adds five pictures at most.'],
  'evidence.subject': ['already-exists', 'This picture is there already.'],
  order_refunded: ['outside-limits', 'No more goes back than was paid.'],
  'refunds.code': ['outdated', OUTDATED],
  'carts.person_id': ['outdated', OUTDATED],
  'purchases.total': ['outdated', 'Someone took this total first. Send it again.'],
  receivable_offset: ['outdated', OUTDATED],
  'payout_batches.book': ['outdated', OUTDATED],
  'account_changes.enterprise_id': ['already-exists', 'Another change waits. Stop it first.'],
  'receivable_payments.reference': ['already-exists', 'This transfer has been recorded already.'],
  'unmatched_payments.book': ['already-exists', 'This transfer has been recorded already.'],
  'gateway_moves.provider': ['outdated', OUTDATED],
  'gateway_payments.reference': ['outdated', OUTDATED],
  'gateway_transfers.provider': ['already-exists', 'This transfer has been recorded already.'],
  'bank_statements.book': ['already-exists', 'This file has been imported already.'],
  'statement_lines.purchase_id': ['outdated', 'Another line has paid this purchase.'],
  open_cod_within_limit: ['holds-exceeded', 'Receive the parcels that are on their way first.'],
  'payouts.reference': ['already-exists', 'This transfer has been recorded already.'],
  'events.subject': ['outdated', OUTDATED],
  'entries.id': ['outdated', OUTDATED],
  impartial: ['own-application', 'Somebody else must judge this application.'],
  borrower_within_limit: ['outside-limits', 'More than this borrower may owe here in all.'],
  conditions_met: ['conditions-unmet', 'Tick every condition before the money is handed over.'],
  'votes.application_id': ['already-exists', 'You have voted already.'],
  'scorecards.lender_id': ['outdated', OUTDATED],
  portfolio_page: ['outdated', OUTDATED],
  accrual_behind: ['outdated', OUTDATED],
  month_open: ['period-closed', 'That month is closed. Record it on a day after it.'],
  year_ended: ['outdated', OUTDATED],
  month_accrued: ['outdated', OUTDATED],
  allowance_as_read: ['outdated', OUTDATED],
  'closed_months.lender_id': ['outdated', OUTDATED],
  month_last_closed: ['outdated', OUTDATED],
  two_people_write: ['same-person', 'Somebody else decides on what you proposed.'],
  'book_proposals.lender_id': ['outdated', OUTDATED],
  'book_proposals.reverses': ['already-exists', 'Taking this back waits for a decision already.'],
  fund_open: ['fund-exhausted', 'This fund is closed, or is no fund of the lender.'],
  fund_within_idle: ['fund-exhausted', 'The fund does not hold that much idle money.'],
  fund_within_promise: ['outside-limits', 'The funder did not promise that much.'],
  fund_kept: ['illegal-transition', 'A loan stays with the fund that carries it.'],
  no_guarantee_loop: ['outside-limits', 'Nobody vouches for whom vouches for her.'],
  application_open: ['illegal-transition', 'This application is no longer open.'],
  pledges_confirmed: ['pledges-missing', 'Somebody has just thought again.'],
  'pledges.application_id': ['already-exists', 'She is listed already.'],
  account_approved: ['account-unapproved', 'Another account waits for an approver.'],
  tranche_once: ['already-disbursed', 'This part has been handed over.'],
  draft_unchanged: ['outdated', OUTDATED],
  drafts_within_limit: ['outside-limits', 'Ten drafts at most. Throw one away.'],
  attachment_once: ['already-exists', 'This paper is there already.'],
  attachments_within_limit: ['outside-limits', 'Three papers of a kind at most.'],
  identity_consented: ['reason-missing', 'Agree first that it may be kept.'],
  'payee_changes.application_id': ['already-exists', 'Another change waits already.'],
  'objections.application_id': ['already-exists', 'You have objected once already.'],
  'agreements.application_id': ['outdated', OUTDATED],
  'disbursements.lender_id': ['outdated', OUTDATED],
  'disbursements.loan_id': ['outdated', OUTDATED],
  'loans.application_id': ['already-disbursed', 'This loan has been disbursed.'],
  'loans.lender_id': ['outdated', OUTDATED],
  meeting_taken_back_whole: [
    'illegal-transition',
    'This was paid at a meeting. Take the whole meeting back.',
  ],
  shares_unchanged: ['outdated', 'The shares have just changed. Look at the sheet again.'],
  covers_unpaid: ['outdated', OUTDATED],
  cover_not_overpaid: ['outdated', 'Somebody has just paid this back.'],
  meeting_received_by_another: ['same-person', 'Another person counts the money.'],
  withdrawal_by_two: ['same-person', 'Another person pays it out.'],
  'meetings.loan_id': ['already-exists', 'The meeting of this day is written down.'],
  'payment_parts.loan_id': ['already-exists', 'This payment has been divided already.'],
  'loan_share_changes.loan_id': ['already-exists', 'Other shares wait for a decision.'],
  two_people_change: ['same-person', 'Somebody else decides on what you proposed.'],
  pause_unchanged: ['outdated', OUTDATED],
  'region_paused_loans.pause_id': ['outdated', OUTDATED],
  two_people_pause: ['same-person', 'Somebody else decides on what you proposed.'],
  'loan_changes.loan_id': ['already-exists', 'A change of this loan waits already.'],
  'region_pauses.lender_id': ['already-exists', 'A pause of this region is under way.'],
  'payout_shares.loan_id': ['already-exists', 'A share pays this loan already.'],
  'payout_shares.enterprise_id': ['already-exists', 'This shop’s sales pay another loan already.'],
  'lender_transfers.lender_id': ['already-exists', 'This transfer has been recorded already.'],
  'loan_refunds.lender_id': ['outdated', OUTDATED],
  'loan_refunds.loan_id': ['outdated', OUTDATED],
  'receipts.lender_id': ['outdated', OUTDATED],
  'receipts.loan_id': ['outdated', OUTDATED],
  'entries.reverses': ['already-reversed', 'This entry has been reversed already.'],
  'people.phone': ['already-exists', 'This number belongs to someone already.'],
  'people.email': ['already-exists', 'This address belongs to someone already.'],
  'reviews.order_id': ['already-exists', 'You have reviewed this already.'],
  'imported_loans.lender_id': ['outdated', OUTDATED],
  'import_sources.enterprise_id': ['outdated', OUTDATED],
  'products.slug': ['outdated', OUTDATED],
  'organizations.slug': ['already-exists', 'This name is taken.'],
  'organizations.kind': ['already-exists', 'This network has its operator already.'],
  code_unused: ['code-expired', 'This code has been used. Ask for a new one.'],
  step_unused: ['code-wrong', 'This code has been used. Wait for the next one.'],
  'memberships.organization_id': ['already-exists', 'She has this role already.'],
}

/** The key of idempotency_keys has a meaning of its own; see http/idempotency.ts. */
export class KeyTaken extends Error {}

/** The refusal behind a D1 error, wherever in its chain of causes the text stands. */
export function refusalOfConstraint(reason: unknown): Error | undefined {
  for (let error = reason; error instanceof Error; error = error.cause) {
    const name = constraintIn(error.message)
    if (name === undefined) continue
    if (name.startsWith('idempotency_keys.')) return new KeyTaken()
    const meaning = MEANING[name]
    if (meaning) return new Refusal(meaning[0], meaning[1], { facts: { constraint: name } })
  }
  return undefined
}

function constraintIn(message: string): string | undefined {
  const check = /CHECK constraint failed: (\w+)/.exec(message)
  const unique = /UNIQUE constraint failed: ([\w.]+)/.exec(message)
  const raised = /D1_ERROR: (\w+): SQLITE_CONSTRAINT/.exec(message)
  return check?.[1] ?? unique?.[1] ?? raised?.[1]
}
