/** Money at a gateway: transferred to the bank, and lost when it is taken back. */
import type { Operation } from '#test/faults/operation'
import * as gateways from '#test/support/gateways/world'
import { aMarket, today, until } from '#test/support/orders'
import { expected } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })
let transfers = 0

/** Prepares with the gateways there; the acts below need them no more. */
async function atTheGateway<T>(prepare: () => Promise<T>): Promise<T> {
  await gateways.withGateways()
  try {
    return await prepare()
  } finally {
    gateways.withoutGateways()
  }
}

export const GATEWAYS: readonly Operation[] = [
  {
    name: 'booking what a gateway transferred',
    begin: async () => {
      const market = await aMarket(1000)
      const { owner } = market.operator
      return async () => {
        const { purchase } = await atTheGateway(() => gateways.aGatewayPaid(market, 'midtrans'))
        const reference = `Pencairan ${(transfers += 1)}`
        const sums = { net: purchase.total - 4_000, fee: 4_000 }
        const asked = { provider: 'midtrans', ...sums, receivedOn: today(), reference }
        return (key) => owner.post('/api/gateway-transfers', asked, withKey(key))
      }
    },
  },
  {
    name: 'closing a loss',
    begin: async () => {
      const market = await aMarket(1000)
      const { operator, shop } = market
      return async () => {
        const { purchase } = await atTheGateway(async () => {
          const paid = await gateways.aGatewayPaid(market, 'midtrans')
          await until('shipment', { shop, id: paid.purchase.orders[0].id })
          await gateways.become(paid.reference, { status: 'chargeback' })
          const notice = await gateways.noticeOf(paid.reference)
          expected(await gateways.bring('midtrans', notice), 200)
          return paid
        })
        const { items } = expected(await operator.owner.get('/api/payment-losses?limit=100'), 200)
        const lost = items.find((one: { code: string }) => one.code === purchase.code)
        const path = `/api/payment-losses/${lost.id}/closing`
        const asked = { note: 'Pembeli tidak dapat dihubungi.' }
        return (key) => operator.owner.post(path, asked, withKey(key))
      }
    },
  },
]
