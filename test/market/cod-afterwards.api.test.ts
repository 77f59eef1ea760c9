/** What becomes of an order that is paid at the door: the cash was never the network's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { completedAtDoor, packedForDoor } from '#test/support/cod'
import { daysLater, ownPathOf, pathOf, seenBy, type Order } from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { aPayableMarket } from '#test/support/settling'
import { aShop } from '#test/support/shop'
import { expected } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

/** Of two pieces for Rp 125.000 each, and of one. */
const COMMISSION = 12_500
const OF_ONE = 6_250

const one = { lines: [{ n: 1, quantity: 1 }], reason: 'Satu patah waktu dikemas' }
const broken = { kind: 'damaged', reason: 'Anyamannya patah', lines: [{ n: 1, quantity: 1 }] }
const cash = () => ({ reference: 'Tunai di balai desa', sentOn: sold.today() })

let market: sold.Market
beforeEach(async () => void (market = await aPayableMarket()))

const asSeller = async (order: Order, deed: string, body: object = {}) =>
  expected(await market.shop.chair.post(`${pathOf(order)}/${deed}`, body), 201)

const owed = async () => [
  await sold.balanceOf('seller-payable', market.shop.id),
  0 - (await sold.balanceOf('seller-receivable', market.shop.id)),
]
const stock = async () => (await sold.rowsOf('SELECT stock FROM variants'))[0]!.stock

/** A piece comes back and its cash is owed by the seller. */
async function returned(order: Order) {
  expected(await order.buyer.post(`${ownPathOf(order)}/returns`, broken), 201)
  await asSeller(order, 'returns/1/answer', { accepted: true })
  await asSeller(order, 'returns/1/receipt', { restock: true })
  const { refunds } = await asSeller(order, 'returns/1/refund')
  return refunds.at(-1)
}

describe('what is sold at the door without a commission', () => {
  it('is a sale, though no money moves in the books', async () => {
    const rule = { scope: 'enterprise', reference: market.shop.slug, bps: 0, since: sold.today() }
    expected(await market.operator.owner.post('/api/commission-rules', rule), 201)
    const order = await completedAtDoor(await packedForDoor(market))
    expect(await sold.rowsOf('SELECT 1 FROM entries WHERE subject = ?', order.id)).toEqual([])
    expect(await owed()).toEqual([0, 0])
    const days = `SELECT day, orders, pieces, amount FROM sales_days WHERE product_id = ''`
    expect(await sold.rowsOf(days)).toEqual([
      { day: sold.today(), orders: 1, pieces: 2, amount: 250_000 },
    ])
  })
})

describe('pieces given up before they leave', () => {
  it('are not paid at the door, and bear no commission', async () => {
    const order = await packedForDoor(market)
    const { refunds } = await asSeller(order, 'refunds', one)
    expect(refunds).toMatchObject([
      { amount: 125_000, payer: 'seller', status: 'sent', reference: null, deeds: [] },
    ])
    expect(await owed()).toEqual([0, 0])
    await completedAtDoor(order)
    expect(await owed()).toEqual([0, OF_ONE])
    expect(await sold.balanceOf('commission-income', '')).toBe(OF_ONE)
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(0)
  })

  it('do not return to the shelf when the rest is refused at the door', async () => {
    const order = await packedForDoor(market)
    const before = await stock()
    await asSeller(order, 'refunds', one)
    await asSeller(order, 'shipment', { courier: 'JNE' })
    const refused = await asSeller(order, 'door-refusal', { reason: 'Tidak di rumah' })
    expect(refused.status).toBe('cancelled')
    expect(await stock()).toBe(before + 1)
    expect(await owed()).toEqual([0, 0])
  })
})

describe('a parcel that is refused at the door', () => {
  it('waits for what its buyer says about it to be settled', async () => {
    const order = await packedForDoor(market)
    await asSeller(order, 'shipment', { courier: 'JNE' })
    const said = { kind: 'wrong', text: 'Kurir membawa paket orang lain' }
    expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, said), 201)
    const refusal = { reason: 'Tidak mau menerima' }
    const path = `${pathOf(order)}/door-refusal`
    expect((await market.shop.chair.post(path, refusal)).status).toBe(409)
    expected(await order.buyer.post(`${ownPathOf(order)}/complaints/1/withdrawal`), 201)
    expected(await market.shop.chair.post(path, refusal), 201)
  })

  it('that never came costs its buyer nothing', async () => {
    const order = await packedForDoor(market)
    await asSeller(order, 'shipment', { courier: 'JNE' })
    await daysLater(9)
    const missing = { kind: 'not-arrived', text: 'Belum sampai' }
    expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, missing), 201)
    await daysLater(10)
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({ status: 'cancelled', refunds: [{ status: 'sent', deeds: [] }] })
    expect(await owed()).toEqual([0, 0])
  })
})

describe('cash that goes back', () => {
  it('is sent by the seller, once, for a day that has come', async () => {
    const order = await packedForDoor(market)
    await asSeller(order, 'shipment', { courier: 'JNE' })
    await asSeller(order, 'delivery')
    const due = await returned(order)
    expect(due).toMatchObject({ amount: 125_000, payer: 'seller', status: 'due' })
    expect(due.deeds).toEqual(['transfer'])
    const path = `${pathOf(order)}/refunds/${due.id}/transfer`
    const { chair } = market.shop
    const ahead = await chair.post(path, { ...cash(), sentOn: '2099-01-01' })
    expect(ahead.body.errors[0].pointer).toBe('/sentOn')

    const tries = await Promise.all(Array.from({ length: 10 }, () => chair.post(path, cash())))
    expect(tries.filter((each) => each.status === 201)).toHaveLength(1)
    expect((await chair.post(path, cash())).status).toBe(409)
    const seen = await seenBy(order.buyer, order)
    expect(seen.refunds).toMatchObject([{ status: 'sent', reference: 'Tunai di balai desa' }])
    expect(await sold.balanceOf('bank', '')).toBe(0)
  })

  it('is nobody else’s to send, nor the network’s', async () => {
    const order = await packedForDoor(market)
    await asSeller(order, 'shipment', { courier: 'JNE' })
    await asSeller(order, 'delivery')
    const due = await returned(order)
    const path = `${pathOf(order)}/refunds/${due.id}/transfer`
    const other = await aShop(market.operator)
    expect((await other.chair.post(path, cash())).status).toBe(404)
    expect((await new Client().post(path, cash())).status).toBe(401)
    const { owner } = market.operator
    expect((await owner.post(path, cash())).status).toBe(403)
    expect((await owner.post(`/api/refunds/${due.id}/transfer`, cash())).status).toBe(404)
    expect(expected(await owner.get('/api/refunds/due'), 200).items).toEqual([])
  })
})

describe('an order that is undone after it was paid at the door', () => {
  it('lowers what its seller owes by the commission on it', async () => {
    const order = await completedAtDoor(await packedForDoor(market))
    expect(await owed()).toEqual([0, COMMISSION])
    await returned(order)
    expect(await owed()).toEqual([0, COMMISSION - OF_ONE])
    expect(await sold.balanceOf('commission-income', '')).toBe(COMMISSION - OF_ONE)
  })

  it('is owed to her where what she owed was kept from a payout', async () => {
    const order = await completedAtDoor(await packedForDoor(market))
    await sold.aCompletedOrder(market)
    const { payouts } = expected(await market.operator.owner.post('/api/payout-batches', {}), 201)
    expect(payouts).toMatchObject([{ offset: COMMISSION }])
    expect(await owed()).toEqual([0, 0])
    await returned(order)
    expect(await owed()).toEqual([OF_ONE, 0])
  })

  it('gives all of the commission back with the last of it', async () => {
    const order = await completedAtDoor(await packedForDoor(market))
    const said = { kind: 'wrong', text: 'Warnanya bukan yang dipesan' }
    expected(await order.buyer.post(`${ownPathOf(order)}/complaints`, said), 201)
    const all = { reason: 'Maaf, salah ambil', ask: { whole: true } }
    const { refunds } = await asSeller(order, 'complaints/1/refund', all)
    expect(refunds).toMatchObject([{ amount: 268_000, payer: 'seller', status: 'due' }])
    expect(await owed()).toEqual([0, 0])
    expect(await sold.balanceOf('commission-income', '')).toBe(0)
  })
})
