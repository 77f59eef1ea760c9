/**
 * Two people act on the same thing. One is overtaken by the other before each of her calls to the database in
 * turn: what was meant to happen once happens once, whoever is late is told so, and the books are right.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { overtakenAnywhere } from '#test/faults/overtaken'
import { aBasket, checkoutOf } from '#test/support/basket'
import { bindings, Client, clock } from '#test/support/client'
import * as sold from '#test/support/orders'
import { aPayableMarket } from '#test/support/settling'
import { expected } from '#test/support/world'
import { everyMinute } from '#worker/jobs/clock'

beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const path = (order: { id: string }, step: string) => `/api/orders/${order.id}/${step}`
const reason = { reason: 'Bahan habis.' }

describe('overtaken by another', () => {
  it('a buyer is not sold the piece that has just been sold', async () => {
    const { shop, product } = await sold.aMarket(0)
    const stock = `/api/variants/${product.variants[0].id}/stock`
    const said = await overtakenAnywhere(async () => {
      expected(await shop.chair.patch(stock, { set: 1 }), 200)
      const [slow, quick] = [new Client(), new Client()]
      const asked = await Promise.all(
        [slow, quick].map(async (buyer) => checkoutOf(await aBasket([{ product }], buyer))),
      )
      return {
        slow: () => slow.post('/api/purchases', asked[0]),
        quick: async () => expected(await quick.post('/api/purchases', asked[1]), 201),
      }
    })
    expect(new Set(said)).toEqual(new Set(['409 insufficient-stock']))
  })

  it('a treasurer does not settle what has just expired, or been taken back', async () => {
    const market = await sold.aMarket(1000)
    const settling = async (end: (buyer: Client, code: string) => Promise<unknown>) =>
      overtakenAnywhere(async () => {
        const { purchase, buyer } = await sold.aPurchase([market])
        const received = { amount: purchase.total, receivedOn: sold.today(), reference: 'Mutasi' }
        const settlement = `/api/purchases/${purchase.id}/settlement`
        return {
          slow: () => market.operator.owner.post(settlement, received),
          quick: () => end(buyer, purchase.code),
        }
      })
    const expiring = await settling(async () => {
      const now = clock.now + sold.DAY
      await everyMinute({ ...bindings(), clock: () => now }, now)
    })
    const cancelling = await settling(async (buyer, code) =>
      expected(await buyer.post(`/api/purchases/${code}/cancellation`), 201),
    )
    for (const said of [...expiring, ...cancelling]) {
      expect(['409 payment-expired', '409 outdated']).toContain(said)
    }
  })

  it('a seller does not cancel what has just been shipped, nor ship what was cancelled', async () => {
    const market = await sold.aMarket(1000)
    const shipment = { courier: 'JNE', trackingNumber: 'JP1234567890' }
    const acts = { shipment, cancellation: reason }
    const said: string[] = []
    for (const [slow, quick] of [
      ['cancellation', 'shipment'],
      ['shipment', 'cancellation'],
    ] as const) {
      const answers = await overtakenAnywhere(async () => {
        const order = await sold.aPaidOrder(market)
        await sold.until('packing', order)
        const { chair } = order.shop
        return {
          slow: () => chair.post(path(order, slow), acts[slow]),
          quick: async () => expected(await chair.post(path(order, quick), acts[quick]), 201),
        }
      })
      said.push(...answers)
    }
    for (const one of said) expect(['409 illegal-transition', '409 outdated']).toContain(one)
  })

  it('an order that the clock has just completed is not completed again by its buyer', async () => {
    const market = await sold.aMarket(1000)
    const said = await overtakenAnywhere(async () => {
      const order = await sold.aPaidOrder(market)
      await sold.until('delivery', order)
      return {
        slow: () => order.buyer.post(`/api/orders/${order.code}/completion`),
        quick: async () => {
          const now = clock.now + 4 * sold.DAY
          await everyMinute({ ...bindings(), clock: () => now }, now)
        },
      }
    })
    for (const one of said) expect(['409 illegal-transition', '409 outdated']).toContain(one)
  })

  it('a payout is never of what has just gone back to a buyer, nor the reverse', async () => {
    const market = await aPayableMarket()
    const { owner } = market.operator
    const chair = market.shop.chair
    const acts = async () => {
      const order = await sold.aCompletedOrder(market)
      const ask = { kind: 'damaged', reason: 'Patah', lines: [{ n: 1, quantity: 1 }] }
      const path = `/api/orders/${order.code}/returns`
      expected(await order.buyer.post(path, ask), 201)
      const back = `/api/orders/${order.id}/returns/1`
      expected(await chair.post(`${back}/answer`, { accepted: true }), 201)
      expected(await chair.post(`${back}/receipt`, { restock: false }), 201)
      return {
        pay: () => owner.post('/api/payout-batches', {}),
        refund: () => chair.post(`${back}/refund`, {}),
      }
    }
    const paying = await overtakenAnywhere(async () => {
      const { pay, refund } = await acts()
      return { slow: pay, quick: async () => expected(await refund(), 201) }
    })
    const refunding = await overtakenAnywhere(async () => {
      const { pay, refund } = await acts()
      return { slow: refund, quick: async () => expected(await pay(), 201) }
    })
    const ends = ['201', '409 outdated', '409 account-overdrawn', '422 nothing-due']
    for (const one of [...paying, ...refunding]) expect(ends).toContain(one)
  })

  it('a bank file that is made twice holds the money once', async () => {
    const market = await aPayableMarket()
    const { owner } = market.operator
    const make = () => owner.post('/api/payout-batches', {})
    const said = await overtakenAnywhere(async () => {
      await sold.aCompletedOrder(market)
      return { slow: make, quick: async () => expected(await make(), 201) }
    })
    for (const one of said) expect(['409 outdated', '422 nothing-due']).toContain(one)
  })

  it('a balance that has just been paid out is not paid out again', async () => {
    const market = await sold.aMarket(1000)
    const { shop, operator } = market
    const account = { bank: 'Bank Contoh', number: '0123456789', holder: shop.name }
    expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, account), 200)
    let references = 0
    const said = await overtakenAnywhere(async () => {
      const order = await sold.aCompletedOrder(market)
      const { share } = expected(await shop.chair.get(`/api/orders/${order.id}`), 200)
      const pay = () => {
        const sent = { reference: `Transfer ${(references += 1)}`, sentOn: sold.today() }
        const payout = { enterpriseId: shop.id, amount: share.toSeller, ...sent }
        return operator.owner.post('/api/payouts', payout)
      }
      return { slow: pay, quick: async () => expected(await pay(), 201) }
    })
    expect(new Set(said)).toEqual(new Set(['409 account-overdrawn']))
  })
})
