/** Paying sellers out: from the bank file to the transfer that came back. */
import type { Operation } from '#test/faults/operation'
import { aCompletedOrder, aMarket, today } from '#test/support/orders'
import { aCodOrder, aPayableMarket, aWaitingChange, BRI } from '#test/support/settling'
import { anEnterprise } from '#test/support/shop'
import { expected } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })

let references = 0
const sending = () => ({ reference: `Transfer ${(references += 1)}`, sentOn: today() })

/** A step of a payout that has come so far. */
function payoutStep(name: string, path: string, before: readonly string[] = []): Operation {
  const bodyOf = (step: string) =>
    step === 'return' ? { reason: 'Nomor rekening salah.', on: today() } : sending()
  return {
    name,
    begin: async () => {
      const market = await aPayableMarket()
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
      const market = await aPayableMarket()
      return async () => {
        await aCompletedOrder(market)
        return (key) => market.operator.owner.post('/api/payout-batches', {}, withKey(key))
      }
    },
  },
  {
    name: 'marking a bank file as sent',
    begin: async () => {
      const market = await aPayableMarket()
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
  {
    name: 'a seller paying what she owes',
    begin: async () => {
      const market = await aPayableMarket()
      const path = `/api/receivables/${market.shop.slug}/payments`
      return async () => {
        await aCodOrder(market)
        const { reference, sentOn: receivedOn } = sending()
        const body = { amount: 12_500, reference, receivedOn }
        return (key) => market.operator.owner.post(path, body, withKey(key))
      }
    },
  },
  {
    name: 'asking for another account',
    keyless: true,
    begin: async () => {
      await aMarket()
      return async () => {
        const shop = await anEnterprise()
        const path = `/api/enterprises/${shop.slug}/bank-account`
        expected(await shop.chair.put(path, BRI), 200)
        const other = { bank: 'Mandiri', number: '1370012345678', holder: shop.name }
        return (key) => shop.chair.put(path, other, withKey(key))
      }
    },
  },
  {
    name: 'stopping a change of account',
    keyless: true,
    begin: async () => {
      await aMarket()
      return async () => {
        const { shop, id } = await aWaitingChange()
        const path = `/api/enterprises/${shop.slug}/account-changes/${id}/stop`
        return (key) => shop.chair.post(path, {}, withKey(key))
      }
    },
  },
]
