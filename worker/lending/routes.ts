/** The lending desk: one line a noun, as in `worker/api.ts`, which mounts them all. */
import { Hono } from 'hono'
import type { HonoEnv } from '#worker/http/context'
import { capacity } from '#worker/lending/applying/capacity/routes'
import { agreements, agreementsOfLoans } from '#worker/lending/applying/agreements/routes'
import { applicationDrafts } from '#worker/lending/applying/application-drafts/routes'
import { attachments } from '#worker/lending/applying/attachments/routes'
import { cashHandovers } from '#worker/lending/group-lending/cash-handovers/routes'
import { covers } from '#worker/lending/group-lending/covers/routes'
import { groups, loansOfGroups } from '#worker/lending/group-lending/groups/routes'
import { loanShares } from '#worker/lending/group-lending/loan-shares/routes'
import { meetingReversals } from '#worker/lending/group-lending/meeting-reversals/routes'
import {
  lenderMeetings,
  meetings,
  meetingsOfLoans,
} from '#worker/lending/group-lending/meetings/routes'
import { memberReceipts } from '#worker/lending/group-lending/member-receipts/routes'
import { ownShares } from '#worker/lending/group-lending/own-shares/routes'
import { paymentParts } from '#worker/lending/group-lending/payment-parts/routes'
import {
  groupWithdrawals,
  reserveWithdrawals,
} from '#worker/lending/group-lending/reserve-withdrawals/routes'
import { bookProposals } from '#worker/lending/bookkeeping/book-proposals/routes'
import { disbursements, draws } from '#worker/lending/disbursing/disbursements/routes'
import {
  disbursementReceipts,
  handedOver,
  lenderDisbursements,
} from '#worker/lending/disbursing/handed-over/routes'
import { funderFunds } from '#worker/lending/bookkeeping/funder-funds/routes'
import { funds } from '#worker/lending/bookkeeping/funds/routes'
import { pumkReports } from '#worker/lending/reporting/pumk-reports/routes'
import { healthWorksheets } from '#worker/lending/reporting/health-worksheets/routes'
import { identities } from '#worker/lending/applying/identities/routes'
import { loanApplications } from '#worker/lending/applying/loan-applications/routes'
import { loanChanges } from '#worker/lending/changing/change-decisions/routes'
import { changesOfLenders, changesOfLoans } from '#worker/lending/changing/loan-changes/routes'
import { lenderHolidays } from '#worker/lending/offering/holidays/routes'
import { lenderProducts, loanProducts } from '#worker/lending/offering/loan-products/routes'
import {
  loanRefunds,
  refundsOfLenders,
  refundsOfLoans,
} from '#worker/lending/servicing/loan-refunds/routes'
import { lenderLoans, loans } from '#worker/lending/servicing/loans/routes'
import { lenderObjections, objections } from '#worker/lending/applying/objections/routes'
import { ownApplications } from '#worker/lending/applying/own-applications/routes'
import { papers } from '#worker/lending/applying/papers/routes'
import { lenderPayees, payees } from '#worker/lending/applying/payees/routes'
import { pledges } from '#worker/lending/applying/pledges/routes'
import { portfolios } from '#worker/lending/reporting/portfolio/routes'
import { periods } from '#worker/lending/bookkeeping/periods/routes'
import { provisions } from '#worker/lending/bookkeeping/provisions/routes'
import { bankCredits, lenderBankCredits } from '#worker/lending/servicing/bank-credits/routes'
import { lenderTransfers } from '#worker/lending/servicing/lender-transfers/routes'
import { payoffQuotes } from '#worker/lending/servicing/payoff-quotes/routes'
import { payoutShares } from '#worker/lending/servicing/payout-shares/routes'
import { qualityProfiles } from '#worker/lending/reporting/quality/routes'
import { loanRegions } from '#worker/lending/changing/loan-regions/routes'
import { loanVisits } from '#worker/lending/following/loan-visits/routes'
import { officersOfLenders, officersOfLoans } from '#worker/lending/following/officers/routes'
import { promisesOfLenders, promisesOfLoans } from '#worker/lending/following/promises/routes'
import { loanExports } from '#worker/lending/reporting/loan-exports/routes'
import { loanImports, loanImportSheets } from '#worker/lending/moving-in/loan-imports/routes'
import { loanReadings } from '#worker/lending/moving-in/loan-readings/routes'
import { loanQuotes } from '#worker/lending/offering/quotes/routes'
import { rateCaps } from '#worker/lending/offering/rate-caps/routes'
import { receipts } from '#worker/lending/servicing/receipts/routes'
import { recoveries } from '#worker/lending/changing/recoveries/routes'
import { regionPauses } from '#worker/lending/changing/region-pauses/routes'
import { reminderRules, remindersOfLoans } from '#worker/lending/following/reminders/routes'
import { repayments } from '#worker/lending/servicing/repayments/routes'
import { settlementLetters } from '#worker/lending/servicing/settlement-letters/routes'
import { approvalsOfLenders } from '#worker/lending/reviewing/approvals/routes'
import { conditionsOfApplications } from '#worker/lending/reviewing/conditions/routes'
import { decisions } from '#worker/lending/reviewing/decisions/routes'
import { dossiers } from '#worker/lending/reviewing/dossiers/routes'
import { fieldVisits } from '#worker/lending/reviewing/field-visits/routes'
import { overridesOfLenders } from '#worker/lending/reviewing/overrides/routes'
import { scorecardsOfLenders } from '#worker/lending/reviewing/scorecards/routes'
import { ownTies, tiesOfLenders } from '#worker/lending/reviewing/ties/routes'
import { tranches } from '#worker/lending/disbursing/tranches/routes'
import { lenderApplications, reviewing } from '#worker/lending/reviewing/reviews/routes'

export const lending = new Hono<HonoEnv>()
  .route('/loan-products', loanProducts)
  .route('/loan-products', capacity)
  .route('/loan-quotes', loanQuotes)
  .route('/loan-applications', loanApplications)
  .route('/loan-applications', ownApplications)
  .route('/loan-applications', agreements)
  .route('/loan-applications', attachments)
  .route('/loan-applications', identities)
  .route('/loan-applications', objections)
  .route('/loan-applications', payees)
  .route('/loan-applications', papers)
  .route('/application-drafts', applicationDrafts)
  .route('/pledges', pledges)
  .route('/loan-applications', reviewing)
  .route('/loan-applications', dossiers)
  .route('/loan-applications', decisions)
  .route('/loan-applications', conditionsOfApplications)
  .route('/loan-applications', fieldVisits)
  .route('/loan-applications', disbursements)
  .route('/loan-applications', tranches)
  .route('/loans', draws)
  .route('/loans', handedOver)
  .route('/disbursements', disbursementReceipts)
  .route('/lenders', lenderProducts)
  .route('/lenders', rateCaps)
  .route('/lenders', lenderHolidays)
  .route('/lenders', lenderApplications)
  .route('/lenders', scorecardsOfLenders)
  .route('/lenders', approvalsOfLenders)
  .route('/lenders', overridesOfLenders)
  .route('/lenders', tiesOfLenders)
  .route('/me/ties', ownTies)
  .route('/lenders', lenderDisbursements)
  .route('/lenders', lenderObjections)
  .route('/lenders', lenderPayees)
  .route('/lenders', lenderLoans)
  .route('/lenders', funds)
  .route('/lenders', bookProposals)
  .route('/lenders', periods)
  .route('/lenders', provisions)
  .route('/lenders', portfolios)
  .route('/lenders', loanImportSheets)
  .route('/lenders', loanReadings)
  .route('/lenders', loanImports)
  .route('/lenders', healthWorksheets)
  .route('/lenders', pumkReports)
  .route('/lenders', loanExports)
  .route('/lenders', qualityProfiles)
  .route('/funders', funderFunds)
  .route('/loans', loans)
  .route('/loans', agreementsOfLoans)
  .route('/loans', payoffQuotes)
  .route('/loans', settlementLetters)
  .route('/loans', repayments)
  .route('/loans', refundsOfLoans)
  .route('/lenders', refundsOfLenders)
  .route('/loan-refunds', loanRefunds)
  .route('/loans', recoveries)
  .route('/loans', changesOfLoans)
  .route('/loan-changes', loanChanges)
  .route('/lenders', changesOfLenders)
  .route('/lenders', regionPauses)
  .route('/loans', loanRegions)
  .route('/loans', remindersOfLoans)
  .route('/lenders', reminderRules)
  .route('/loans', promisesOfLoans)
  .route('/lenders', promisesOfLenders)
  .route('/loans', loanVisits)
  .route('/loans', officersOfLoans)
  .route('/lenders', officersOfLenders)
  .route('/lenders', lenderMeetings)
  .route('/lenders', groups)
  .route('/lenders', groupWithdrawals)
  .route('/enterprises', loansOfGroups)
  .route('/loans', loanShares)
  .route('/loans', meetingsOfLoans)
  .route('/loans', paymentParts)
  .route('/loan-shares', ownShares)
  .route('/meetings', meetings)
  .route('/meetings', cashHandovers)
  .route('/meetings', meetingReversals)
  .route('/member-receipts', memberReceipts)
  .route('/covers', covers)
  .route('/reserve-withdrawals', reserveWithdrawals)
  .route('/loans', payoutShares)
  .route('/lender-transfers', lenderTransfers)
  .route('/lenders', lenderBankCredits)
  .route('/bank-credits', bankCredits)
  .route('/receipts', receipts)
