/** What waits for a seller is read from what is hers, however much waits for others. */
import { expect, it } from 'vitest'
import { aDeliveredOrder, ownPathOf, type Order } from '#test/support/disputes'
import { aMarket, aPaidOrder, aStockedShop, type Market } from '#test/support/orders'
import { expected } from '#test/support/world'

/** Some rows more or less, as indexes happen to be walked. */
const SLACK = 6

const today = async ({ shop }: Pick<Market, 'shop'>) => {
  const answer = await shop.chair.get(`/api/enterprises/${shop.slug}/today`)
  return { body: expected(answer, 200), cost: answer.cost }
}

const sendBack = async (order: Order) => {
  const asked = { kind: 'damaged', reason: 'Anyamannya patah', lines: [{ n: 1, quantity: 1 }] }
  expected(await order.buyer.post(`${ownPathOf(order)}/returns`, asked), 201)
}

const complain = async (order: Order) => {
  const said = { kind: 'wrong', text: 'Warnanya bukan yang dipesan' }
  expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, said), 201)
}

it('names a seller’s own returns and complaints', async () => {
  const order = await aDeliveredOrder()
  await sendBack(order)
  await complain(await aDeliveredOrder(order))
  const { waiting } = (await today(order)).body
  expect(waiting).toMatchObject([
    { kind: 'returns', count: 1 },
    { kind: 'complaints', count: 1 },
  ])
})

it('reads no row more for what is open in other shops, nor for open orders of her own', async () => {
  const market = await aMarket(1000)
  const other = { ...market, ...(await aStockedShop(market.operator, 1000)) }
  await complain(await aDeliveredOrder(market))
  await sendBack(await aDeliveredOrder(other))
  await aPaidOrder(market)
  const before = (await today(market)).cost
  for (let n = 0; n < 8; n += 1) {
    await sendBack(await aDeliveredOrder(other))
    await complain(await aDeliveredOrder(other))
    await aDeliveredOrder(market)
  }
  const { body, cost } = await today(market)
  expect(body.waiting).toMatchObject([{ kind: 'complaints', count: 1 }])
  expect(cost.trips).toBe(before.trips)
  expect(cost.rowsRead).toBeLessThanOrEqual(before.rowsRead + SLACK)
})
