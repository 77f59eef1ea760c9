/**
 * What gateways never told us: of each attempt to pay the gateway is asked, soon after it began, each night
 * later, for two weeks. It brings what a lost notice or a crash left out, late payments and reversals alike.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import { applyReport } from '#worker/jobs/gateway-reports'
import type { Tick } from '#worker/jobs/tick'
import { nextCheck } from '#worker/market/paying/gateway-payments/gateway-payment'
import * as queries from '#worker/market/paying/gateway-payments/queries'
import { gatewayFor } from '#worker/providers/gateway'

/** A Worker may ask the world fifty times in one go. */
const AT_ONCE = 12

export async function checkGateways(tick: Tick): Promise<number> {
  const { env, db, now } = tick
  const [rows] = await read(db, [queries.listAttempts(db, queries.idsToCheck(now, AT_ONCE))])
  if (rows.length === 0) return 0
  const payments = rows.map(queries.gatewayPaymentFrom)
  // Put off first: what fails now is not tried each minute.
  const later = payments.map((one) => ({ id: one.id, checkAt: nextCheck(one, now) }))
  await commit(db, [queries.postponeChecks(db, later)])
  let done = 0
  for (const payment of payments) {
    try {
      const report = await gatewayFor(env, payment.provider)?.statusOf(payment)
      const outcome = report ? await applyReport(tick, payment.id, report) : 'no-change'
      if (outcome !== 'no-change') done += 1
    } catch (reason) {
      const error = reason instanceof Error ? reason.message : 'unknown'
      log('error', { job: 'check-gateways', payment: payment.id, error })
    }
  }
  return done
}
