/** Paying sellers out: from the bank file to the transfer that came back. */
import type { Operation } from '#test/faults/operation'
import { aCompletedOrder, aMarket, today } from '#test/support/orders'
import { expected } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })

let references = 0
const sending = () => ({ reference: `Transfer ${(references += 1)}`, sentOn: today() })

/** A shop that can be paid out. */
async function aPayableShop() {
  const market = await aMarket(1000)
  const { shop } = market
  const account = { bank: 'BRI', number: '001201234567508', holder: shop.name }
  expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, account), 200)
  return market
}

/** A step of a payout that has come so far. */
function payoutStep(name: string, path: string, before: readonly string[] = []): Operation {
  const bodyOf = (step: string) =>
    step === 'return' ? { reason: 'Nomor rekening salah.', on: today() } : sending()
  return {
    name,
    begin: async () => {
      const market = await aPayableShop()
      const { owner } = market.operator
      return async () => {
        await aCompletedOrder(market)
        const { payouts } = expected(await owner.post('/api/payout-batches', {}), 201)
        const at = `/api/payouts/${payouts[0].id}`
        for (const step of before) expected(await owner.post(`${at}/${step}`, bodyOf(step)), 201)
        const body = bodyOf(path)
        return (key) => owner.post(`${at}/${path}`, body, withKey(key))
      }
    },
  }
}

export const SETTLING: readonly Operation[] = [
  {
    name: 'preparing a bank file',
    begin: async () => {
      const market = await aPayableShop()
      return async () => {
        await aCompletedOrder(market)
        return (key) => market.operator.owner.post('/api/payout-batches', {}, withKey(key))
      }
    },
  },
  {
    name: 'marking a bank file as sent',
    begin: async () => {
      const market = await aPayableShop()
      const { owner } = market.operator
      return async () => {
        await aCompletedOrder(market)
        const { id } = expected(await owner.post('/api/payout-batches', {}), 201)
        const body = sending()
        return (key) => owner.post(`/api/payout-batches/${id}/sending`, body, withKey(key))
      }
    },
  },
  payoutStep('sending a payout', 'sending'),
  payoutStep('settling a payout', 'settlement', ['sending']),
  payoutStep('taking a payout back', 'return', ['sending', 'settlement']),
]
