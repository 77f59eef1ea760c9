/** Sales that pay a loan: what was kept of them is sent on to the lender. */
import type { Operation } from '#test/faults/operation'
import { aCompletedOrder, today } from '#test/support/orders'
import { aSharerOf, aSharingNetwork } from '#test/support/payout-shares'
import { ring } from '#test/support/ticking'
import { takePayoutShares } from '#worker/jobs/sharing'

let references = 0

export const PAYOUT_SHARES: readonly Operation[] = [
  {
    name: 'sending a lender its shares',
    begin: async () => {
      const network = await aSharingNetwork()
      return async () => {
        const sharer = await aSharerOf(network)
        await aCompletedOrder(sharer)
        await ring(takePayoutShares)
        const reference = `Potongan ${(references += 1)}`
        const body = { lenderId: sharer.lender.id, amount: 38_325, reference, sentOn: today() }
        return (key) =>
          sharer.operator.owner.post('/api/lender-transfers', body, { 'idempotency-key': key })
      }
    },
  },
]
