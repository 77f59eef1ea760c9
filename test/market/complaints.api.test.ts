import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey } from '#test/support/client'
import {
  aDeliveredOrder,
  aSentOrder,
  daysLater,
  ownPathOf,
  pathOf,
  ring,
  said,
  seenBy,
  type Order,
} from '#test/support/disputes'
import * as sold from '#test/support/orders'
import { jpeg } from '#test/support/pictures'
import { aShop } from '#test/support/shop'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const wrong = { kind: 'wrong', text: 'Warnanya bukan yang dipesan' }
const missing = { kind: 'not-arrived', text: 'Belum sampai sampai hari ini' }
const open = (order: Order, body: object = wrong) =>
  order.buyer.post(`${ownPathOf(order)}/complaints`, body)
const buyers = (order: Order, deed: string, body: object = {}) =>
  order.buyer.post(`${ownPathOf(order)}/complaints/1/${deed}`, body)
const sellers = (order: Order, deed: string, body: object = {}) =>
  order.shop.chair.post(`${pathOf(order)}/complaints/1/${deed}`, body)
const decide = (order: Order, body: object) =>
  order.operator.owner.post(`${pathOf(order)}/complaints/1/decision`, body)

async function inMediation(order?: Order): Promise<Order> {
  const one = order ?? (await aDeliveredOrder())
  expected(await open(one), 201)
  expected(await sellers(one, 'messages', { body: 'Sesuai foto di toko' }), 201)
  expected(await buyers(one, 'mediation'), 201)
  return one
}

describe('a parcel that never arrives', () => {
  it('is refunded whole when the seller has no answer, and the order ends', async () => {
    const order = await aSentOrder()
    expect((await open(order, missing)).status).toBe(409)
    await daysLater(8)
    const opened = expected(await open(order, missing), 201)
    expect(opened.complaints).toMatchObject([{ kind: 'not-arrived', status: 'open' }])
    await daysLater(10)
    await ring()
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({
      status: 'cancelled',
      refunded: 268_000,
      complaints: [{ status: 'closed', outcome: 'refund', decidedBy: 'clock' }],
    })
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(268_000)
  })

  it('is laid down when the seller has shown that it came and nobody asks further', async () => {
    const order = await aSentOrder()
    await daysLater(8)
    expected(await open(order, missing), 201)
    clock.now = START + 8 * sold.DAY
    const { complaints } = expected(await sellers(order, 'messages', { body: 'Ini buktinya' }), 201)
    expect(complaints[0].status).toBe('answered')
    await daysLater(5)
    expect((await seenBy(order.buyer, order)).complaints[0].status).toBe('withdrawn')
    await daysLater(3)
    await ring()
    expect((await seenBy(order.buyer, order)).status).toBe('completed')
  })
})

describe('a complaint', () => {
  it('is talked about by both, and holds completion until it is over', async () => {
    const order = await aDeliveredOrder()
    const path = `${ownPathOf(order)}/complaints`
    expect((await new Client().post(path, wrong)).status).toBe(404)
    expect((await open(order, { ...wrong, kind: 'late' })).status).toBe(400)
    expected(await open(order), 201)
    expect((await open(order)).status).toBe(409)
    await daysLater(2)
    const answered = expected(await sellers(order, 'messages', { body: 'Kami periksa' }), 201)
    expect(answered.complaints[0].messages.map((one: { author: string }) => one.author)).toEqual([
      'buyer',
      'seller',
    ])
    expect((await new Client().post(`${path}/1/messages`, { body: 'Halo' })).status).toBe(404)
    expect((await buyers(order, 'messages', { body: '' })).status).toBe(400)
    await daysLater(4)
    expect((await seenBy(order.buyer, order)).status).toBe('delivered')
    expect((await new Client().post(`${path}/1/withdrawal`)).status).toBe(404)
    expected(await buyers(order, 'withdrawal'), 201)
    expect((await buyers(order, 'withdrawal')).status).toBe(409)
    await daysLater(3)
    expect((await seenBy(order.buyer, order)).status).toBe('completed')
  })

  it('ends when the seller gives in, by an amount, once, fifty at once', async () => {
    const order = await aDeliveredOrder()
    expected(await open(order), 201)
    const some = { reason: 'Potongan untuk warna', ask: { amount: 50_000 } }
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => sellers(order, 'refund', some)),
    )
    expect(asked.filter((one) => one.status === 201)).toHaveLength(1)
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({
      status: 'delivered',
      refunded: 50_000,
      complaints: [{ status: 'closed', outcome: 'refund', decidedBy: 'seller' }],
    })
    const other = await aShop(order.operator)
    const path = `${pathOf(order)}/complaints/1/refund`
    expect((await other.chair.post(path, some)).status).toBe(404)
    expect((await new Client().post(path, some)).status).toBe(401)
  })

  it('gives back no more than was paid', async () => {
    const order = await aDeliveredOrder()
    expected(await open(order), 201)
    const more = { reason: 'Semua', ask: { amount: 268_001 } }
    expect((await sellers(order, 'refund', more)).body.slug).toBe('outside-limits')
    expected(await sellers(order, 'refund', { reason: 'Semua', ask: { amount: 268_000 } }), 201)
    expect((await seenBy(order.buyer, order)).status).toBe('cancelled')
  })

  it('nobody answers goes to the operator, and without a decision the buyer gets her money', async () => {
    const order = await aDeliveredOrder()
    expected(await open(order), 201)
    await daysLater(3)
    expect((await seenBy(order.buyer, order)).complaints[0].status).toBe('mediation')
    await daysLater(14)
    expect(await seenBy(order.buyer, order)).toMatchObject({
      status: 'cancelled',
      refunded: 268_000,
    })
  })

  it('either completes or is open, never both, when both happen at once', async () => {
    const market = await sold.aMarket()
    for (let i = 0; i < 5; i++) {
      const order = await aDeliveredOrder(market)
      const [done, opened] = await Promise.all([
        order.buyer.post(`${ownPathOf(order)}/completion`),
        open(order),
      ])
      expect([done.status, opened.status]).toContain(201)
      const { status, complaints } = await seenBy(order.buyer, order)
      expect(status === 'completed').toBe(done.status === 201)
      expect(complaints.length).toBe(opened.status === 201 ? 1 : 0)
    }
  })
})

describe('mediation', () => {
  it('stands in the operator’s queue until it is decided', async () => {
    const order = await inMediation()
    const { owner } = order.operator
    const { items } = expected(await owner.get('/api/complaints'), 200)
    expect(items).toMatchObject([{ order: { code: order.code }, kind: 'wrong', said: wrong.text }])
    expected(
      await owner.post(`${pathOf(order)}/complaints/1/messages`, { body: 'Mohon foto' }),
      201,
    )
    const half = {
      outcome: 'refund',
      reason: 'Warna memang beda',
      ask: { lines: [{ n: 1, quantity: 1 }] },
    }
    const decided = expected(await decide(order, half), 201)
    expect(decided).toMatchObject({ refunded: 125_000, complaints: [{ decidedBy: 'operator' }] })
    expect((await decide(order, half)).status).toBe(409)
    expect((await owner.get('/api/complaints')).body.items).toEqual([])
    expect((await owner.get('/api/complaints?after=!')).status).toBe(400)
    expect((await order.shop.chair.get('/api/complaints')).status).toBe(403)
  })

  it('may end with nothing, for reasons that both read', async () => {
    const order = await inMediation()
    const no = { outcome: 'nothing', reason: 'Sesuai keterangan di toko' }
    const { complaints } = expected(await decide(order, no), 201)
    expect(complaints[0]).toMatchObject({ outcome: 'nothing', decision: no.reason })
    expect(await said(order)).toContain('complaint-decided')
  })

  it('is asked for by either side, once, and decided by the operator alone', async () => {
    const order = await aDeliveredOrder()
    expected(await open(order), 201)
    const path = `${pathOf(order)}/complaints/1`
    expect((await new Client().post(`${path}/mediation`)).status).toBe(404)
    const early = await decide(order, { outcome: 'nothing', reason: 'Tidak perlu' })
    expect(early.status).toBe(409)
    expected(await order.shop.chair.post(`${path}/mediation`), 201)
    expect((await buyers(order, 'mediation')).status).toBe(409)
    const body = { outcome: 'nothing', reason: 'Bukan haknya' }
    const treasurer = await inviteAndJoin(order.operator.owner, order.operator.slug, 'treasurer')
    for (const who of [order.shop.chair, treasurer]) {
      expect((await who.post(`${path}/decision`, body)).status).toBe(403)
    }
  })

  it('takes a refused return to the operator', async () => {
    const order = await aDeliveredOrder()
    const asked = { kind: 'unwanted', reason: 'Tidak cocok', lines: [{ n: 1, quantity: 1 }] }
    expected(await order.buyer.post(`${ownPathOf(order)}/returns`, asked), 201)
    const no = { accepted: false, answer: 'Tidak bisa ditukar' }
    expected(await order.shop.chair.post(`${pathOf(order)}/returns/1/answer`, no), 201)
    const appeal = { kind: 'return-refused', text: 'Masih baru, belum dipakai' }
    expect(expected(await open(order, appeal), 201).complaints[0].status).toBe('mediation')
    const decided = expected(await decide(order, { outcome: 'refund', reason: 'Masih baru' }), 201)
    expect(decided.refunded).toBe(125_000)
  })

  it('looks at pictures of both sides', async () => {
    const order = await inMediation()
    const add = (who: Client) =>
      who.send(
        'POST',
        `${pathOf(order)}/complaints/1/evidence`,
        jpeg({ width: 320, height: 240 }).slice().buffer,
        { 'content-type': 'image/jpeg', 'idempotency-key': newKey() },
      )
    expected(await add(order.buyer), 201)
    expect((await add(order.buyer)).status).toBe(409)
    expect((await add(new Client())).status).toBe(404)
  })
})
