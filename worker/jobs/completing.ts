/** Orders whose buyers have said nothing since they were sent or delivered: the clock completes them. */
import { AT_ONCE, stepWith } from '#worker/jobs/stepping'
import type { Tick } from '#worker/jobs/tick'
import { idsToComplete } from '#worker/market/fulfilling/order-steps/queries'
import { completing } from '#worker/market/fulfilling/orders/steps'

export function completeOrders(tick: Tick): Promise<number> {
  return stepWith(tick, idsToComplete(tick.now, AT_ONCE), (facts) => completing(facts, 'clock'))
}
