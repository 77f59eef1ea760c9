/** Buying and selling: from the basket to the payout. */
import type { Operation } from '#test/faults/operation'
import { aBasket, checkoutOf } from '#test/support/basket'
import { Client } from '#test/support/client'
import { aCompletedOrder, aMarket, aPaidOrder, aPurchase, today, until } from '#test/support/orders'
import { jpeg } from '#test/support/pictures'
import { expected, newPhone } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })

/** A step that the seller takes with an order which has come as far as the step before. */
function sellersStep(
  name: string,
  { path, body = {} }: { path: string; body?: object },
  before?: Parameters<typeof until>[0],
): Operation {
  return {
    name,
    keyless: true,
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const order = await aPaidOrder(market)
        if (before) await until(before, order)
        return (key) => order.shop.chair.post(`/api/orders/${order.id}/${path}`, body, withKey(key))
      }
    },
  }
}

const buying: readonly Operation[] = [
  {
    name: 'placing a purchase',
    begin: async () => {
      const { product } = await aMarket(1000)
      return async () => {
        const buyer = await aBasket([{ product, quantity: 2 }], new Client())
        const asked = await checkoutOf(buyer, { buyer: { phone: newPhone() } })
        return (key) => buyer.post('/api/purchases', asked, withKey(key))
      }
    },
  },
  {
    name: 'uploading a proof of transfer',
    begin: async () => {
      const market = await aMarket(1000)
      let width = 320
      return async () => {
        const { buyer, purchase } = await aPurchase([market])
        const picture = jpeg({ width: (width += 1), height: 240 }).slice().buffer
        const headers = { 'content-type': 'image/jpeg' }
        const path = `/api/purchases/${purchase.code}/proof`
        return (key) => buyer.send('POST', path, picture, { ...headers, ...withKey(key) })
      }
    },
  },
  {
    name: 'settling a purchase',
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const { purchase } = await aPurchase([market])
        const received = { amount: purchase.total, receivedOn: today(), reference: purchase.code }
        const path = `/api/purchases/${purchase.id}/settlement`
        return (key) => market.operator.owner.post(path, received, withKey(key))
      }
    },
  },
  {
    name: 'booking money that nobody can explain',
    begin: async () => {
      const { operator } = await aMarket()
      const received = { amount: 77_000, receivedOn: today(), reference: 'Tanpa nama', code: '' }
      return async () => (key) =>
        operator.owner.post('/api/payments/unmatched', received, withKey(key))
    },
  },
  {
    name: 'taking an unpaid purchase back',
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const { buyer, purchase } = await aPurchase([market])
        const path = `/api/purchases/${purchase.code}/cancellation`
        return (key) => buyer.post(path, {}, withKey(key))
      }
    },
  },
]

const cancelled = { reason: 'Bahan habis.' }

const selling: readonly Operation[] = [
  sellersStep('taking on an order', { path: 'confirmation' }),
  sellersStep('packing an order', { path: 'packing' }, 'confirmation'),
  sellersStep(
    'shipping an order',
    { path: 'shipment', body: { courier: 'JNE', trackingNumber: 'JP1234567890' } },
    'packing',
  ),
  sellersStep('delivering an order', { path: 'delivery' }, 'shipment'),
  {
    name: 'cancelling a paid order',
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const { shop, id } = await aPaidOrder(market)
        const path = `/api/orders/${id}/cancellation`
        return (key) => shop.chair.post(path, cancelled, withKey(key))
      }
    },
  },
  {
    name: 'refunding a cancelled order',
    begin: async () => {
      const market = await aMarket(1000)
      let refunds = 0
      return async () => {
        const order = await aPaidOrder(market)
        const path = `/api/orders/${order.id}/cancellation`
        const { refunds: due } = expected(await order.shop.chair.post(path, cancelled), 201)
        const sent = { reference: `Pengembalian ${(refunds += 1)}`, sentOn: today() }
        return (key) =>
          market.operator.owner.post(`/api/refunds/${due[0].id}/transfer`, sent, withKey(key))
      }
    },
  },
  {
    name: 'completing an order',
    begin: async () => {
      const market = await aMarket(1000)
      return async () => {
        const order = await aPaidOrder(market)
        await until('shipment', order)
        return (key) => order.buyer.post(`/api/orders/${order.code}/completion`, {}, withKey(key))
      }
    },
  },
  {
    name: 'recording a payout',
    begin: async () => {
      const market = await aMarket(1000)
      const { shop, operator } = market
      const account = { bank: 'Bank Contoh', number: '0123456789', holder: shop.name }
      expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, account), 200)
      let payouts = 0
      return async () => {
        const order = await aCompletedOrder(market)
        const share = expected(await shop.chair.get(`/api/orders/${order.id}`), 200).share
        const sent = {
          enterpriseId: shop.id,
          amount: share.toSeller,
          reference: `Transfer ${(payouts += 1)}`,
          sentOn: today(),
        }
        return (key) => operator.owner.post('/api/payouts', sent, withKey(key))
      }
    },
  },
]

export const MARKET: readonly Operation[] = [...buying, ...selling]
