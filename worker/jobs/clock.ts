/**
 * What the clock asks for, each minute: jobs that are due. Each is safe twice at once, late, or skipped
 * for days.
 */
import { open } from '#db/client'
import { actorId } from '#worker/identity/actor'
import { instant } from '#worker/kernel/calendar'
import { timeOrderedId } from '#worker/kernel/id'
import { random } from '#worker/http/arrive'
import type { Bindings } from '#worker/http/context'
import { log } from '#worker/http/log'
import { applyAccountChanges } from '#worker/jobs/account-changes'
import { accrueInterest } from '#worker/jobs/accruals'
import { expireApplications } from '#worker/jobs/applications'
import { auditNightly } from '#worker/jobs/auditing'
import * as awaiting from '#worker/jobs/awaiting'
import { checkGateways } from '#worker/jobs/checking'
import { closeMonths } from '#worker/jobs/closing'
import { completeOrders } from '#worker/jobs/completing'
import { sweepOutbox } from '#worker/jobs/delivery'
import { expirePurchases } from '#worker/jobs/expiring'
import { lapseQuotations } from '#worker/jobs/lapsing'
import { remindBorrowers } from '#worker/jobs/reminding-borrowers'
import { holdFloors } from '#worker/jobs/floors'
import { remindOfInvoices } from '#worker/jobs/reminding'
import { forgetExpired } from '#worker/jobs/forgetting'
import { forgetIdentities } from '#worker/jobs/forgetting-identities'
import { continueImports } from '#worker/jobs/importing'
import { continueLoanImports } from '#worker/jobs/moving-in'
import { sweepDeliveries } from '#worker/jobs/notifying'
import { tellOfLabels } from '#worker/jobs/labels'
import { countPortfolios } from '#worker/jobs/portfolio'
import { pauseRegions } from '#worker/jobs/pausing'
import { sweepPictures } from '#worker/jobs/pictures'
import { publishChanges } from '#worker/jobs/publishing'
import type { Job, Tick } from '#worker/jobs/tick'
import { takePayoutShares } from '#worker/jobs/sharing'
import { turnWindows } from '#worker/jobs/windows'

export const JOBS: Readonly<Record<string, Job>> = {
  'check-gateways': checkGateways,
  'expire-purchases': expirePurchases,
  'answer-cancellations': awaiting.grantCancellations,
  'end-late-orders': awaiting.endLate,
  'remind-late-sellers': awaiting.remindLate,
  'ask-arrivals': awaiting.askArrivals,
  'end-returns': awaiting.endReturns,
  'end-complaints': awaiting.endComplaints,
  'complete-orders': completeOrders,
  'take-payout-shares': takePayoutShares,
  'hold-floors': holdFloors,
  'pause-regions': pauseRegions,
  'continue-imports': continueImports,
  'continue-loan-imports': continueLoanImports,
  'turn-windows': turnWindows,
  'tell-of-labels': tellOfLabels,
  'apply-account-changes': applyAccountChanges,
  'expire-applications': expireApplications,
  'close-months': closeMonths,
  'accrue-interest': accrueInterest,
  'count-portfolios': countPortfolios,
  'remind-borrowers': remindBorrowers,
  'forget-identities': forgetIdentities,
  'lapse-quotations': lapseQuotations,
  'remind-of-invoices': remindOfInvoices,
  'sweep-outbox': sweepOutbox,
  'publish-changes': publishChanges,
  'sweep-deliveries': sweepDeliveries,
  'forget-expired': forgetExpired,
  'sweep-pictures': sweepPictures,
  audit: auditNightly,
}

export async function everyMinute(env: Bindings, scheduledAt: number): Promise<void> {
  const now = instant(env.clock?.() ?? scheduledAt)
  for (const [name, job] of Object.entries(JOBS)) {
    const visit = open(env.DB, { from: 'first-primary', gather: false })
    const requestId = timeOrderedId(now, random)
    const act = { actorId: actorId({ kind: 'job', name }), at: now, requestId }
    const tick: Tick = {
      env,
      db: visit.db,
      now,
      act,
      random,
      newId: () => timeOrderedId(now, random),
    }
    try {
      const done = await job(tick)
      if (done > 0) log('info', { requestId, job: name, done, ...visit.cost })
    } catch (reason) {
      // One job's failure must not keep the others from running; the next minute tries again.
      log('error', {
        requestId,
        job: name,
        error: reason instanceof Error ? reason.message : 'unknown',
      })
    }
  }
}
