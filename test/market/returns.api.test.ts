import { afterEach, describe, expect, it } from 'vitest'
import { Client, clock, newKey, type Json } from '#test/support/client'
import {
  aDeliveredOrder,
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
import { expected, signInAgain } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const one = { kind: 'damaged', reason: 'Anyamannya patah', lines: [{ n: 1, quantity: 1 }] }
const stockOf = async (order: Order) =>
  (await sold.rowsOf('SELECT stock FROM variants WHERE id = ?', order.product.variants[0].id))[0]
    .stock

const ask = (order: Order, body: object = one) =>
  order.buyer.post(`${ownPathOf(order)}/returns`, body)
const buyers = (order: Order, deed: string, body: object = {}) =>
  order.buyer.post(`${ownPathOf(order)}/returns/1/${deed}`, body)
const sellers = (order: Order, deed: string, body: object = {}) =>
  order.shop.chair.post(`${pathOf(order)}/returns/1/${deed}`, body)
const yes = { accepted: true }
const way = { courier: 'JNE', trackingNumber: 'JP99' + '99' }

async function aReturn(order: Order): Promise<Json> {
  return expected(await ask(order), 201)
}

describe('a return', () => {
  it('goes from asking to money, stock and commission, and holds completion meanwhile', async () => {
    const order = await aDeliveredOrder()
    const before = await stockOf(order)
    const asked = await aReturn(order)
    expect(asked.returns).toMatchObject([
      { n: 1, status: 'asked', shippingBy: 'seller', deeds: ['withdrawal', 'evidence'] },
    ])
    expect((await order.buyer.post(`${ownPathOf(order)}/completion`)).status).toBe(409)
    expected(await sellers(order, 'answer', yes), 201)
    await daysLater(5)
    expect((await seenBy(order.buyer, order)).status).toBe('delivered')
    expected(await buyers(order, 'sending', way), 201)
    expected(await sellers(order, 'receipt', { restock: true }), 201)
    expect(await stockOf(order)).toBe(before + 1)
    const done = expected(await sellers(order, 'refund'), 201)
    expect(done.returns).toMatchObject([{ status: 'refunded', restocked: true }])
    expect(done.refunds).toMatchObject([{ kind: 'return', amount: 125_000, status: 'due' }])
    await ring()
    expect((await seenBy(order.buyer, order)).status).toBe('completed')
    expect(await sold.balanceOf('seller-payable', order.shop.id)).toBe(268_000 - 125_000 - 6_250)
    expect(await said(order)).toEqual(
      expect.arrayContaining(['return-accepted', 'return-received', 'refund-granted']),
    )
  })

  it('of everything, at the seller’s fault, gives the shipping back too and undoes the order', async () => {
    const order = await aDeliveredOrder()
    expected(await ask(order, { ...one, lines: [{ n: 1, quantity: 2 }] }), 201)
    for (const [deed, body] of [
      ['answer', yes],
      ['receipt', { restock: false }],
      ['refund', {}],
    ] as const)
      expected(await sellers(order, deed, body), 201)
    const seen = await seenBy(order.buyer, order)
    expect(seen).toMatchObject({ status: 'cancelled', refunded: 268_000 })
    expect(await sold.balanceOf('seller-payable', order.shop.id)).toBe(0)
  })

  it('after completion and payout is borne by the seller, with the commission back', async () => {
    const order = await sold.aCompletedOrder()
    const { operator, shop } = order
    const bank = { bank: 'Bank Contoh', number: '0123456789', holder: shop.name }
    expected(await shop.chair.put(`/api/enterprises/${shop.slug}/bank-account`, bank), 200)
    await sold.rowsOf(
      `UPDATE enterprises SET bank_name = 'Bank Contoh', bank_account = '0123456789',
      bank_holder = 'Shop' WHERE organization_id = ?`,
      shop.id,
    )
    const payout = { reference: 'Cair 1', sentOn: sold.today(), amount: 200_000 }
    expected(await operator.owner.post('/api/payouts', { enterpriseId: shop.id, ...payout }), 201)
    expected(await ask(order), 201)
    expected(await sellers(order, 'answer', yes), 201)
    expected(await sellers(order, 'receipt', { restock: false }), 201)
    expected(await sellers(order, 'refund'), 201)
    expect(await sold.balanceOf('seller-payable', shop.id)).toBe(0)
    expect(await sold.balanceOf('seller-receivable', shop.id)).toBe(-(125_000 - 6_250 - 55_500))
    expect(await sold.balanceOf('commission-income', '')).toBe(6_250)
    expect(await sold.balanceOf('refund-payable', order.id)).toBe(125_000)
  })

  it('is refused for more than came, twice, too late, before it left, and to a stranger', async () => {
    const order = await aDeliveredOrder()
    const many = await ask(order, { ...one, lines: [{ n: 1, quantity: 3 }] })
    expect(many.body.slug).toBe('outside-limits')
    expect((await new Client().post(`${ownPathOf(order)}/returns`, one)).status).toBe(404)
    await aReturn(order)
    expect((await ask(order)).status).toBe(409)
    expect((await ask(await sold.aPaidOrder(order))).status).toBe(409)
    const late = await sold.aCompletedOrder(order)
    clock.now += 7 * sold.DAY
    expect((await ask(late)).status).toBe(409)
  })

  it('may be withdrawn until it is on its way', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    expect((await new Client().post(`${ownPathOf(order)}/returns/1/withdrawal`)).status).toBe(404)
    const back = expected(await buyers(order, 'withdrawal'), 201)
    expect(back.returns[0].status).toBe('withdrawn')
    expect((await buyers(order, 'withdrawal')).status).toBe(409)
  })

  it('takes its steps in their order, by whose turn it is', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    const other = await aShop(order.operator)
    const steps = [
      ['answer', yes],
      ['receipt', { restock: true }],
      ['refund', {}],
    ] as const
    for (const [deed, body] of steps) {
      const path = `${pathOf(order)}/returns/1/${deed}`
      expect((await other.chair.post(path, body)).status).toBe(404)
      expect((await new Client().post(path, body)).status).toBe(401)
    }
    expect((await sellers(order, 'receipt', { restock: true })).status).toBe(409)
    expect((await sellers(order, 'refund')).status).toBe(409)
    expect((await buyers(order, 'sending', way)).status).toBe(409)
    expect((await new Client().post(`${ownPathOf(order)}/returns/1/sending`, way)).status).toBe(404)
    expect((await sellers(order, 'answer', { accepted: false })).status).toBe(400)
    const no = { accepted: false, answer: 'Sudah dipakai' }
    expect(expected(await sellers(order, 'answer', no), 201).returns[0].status).toBe('refused')
    expect((await sellers(order, 'answer', yes)).status).toBe(409)
    const { complaintKinds } = await seenBy(order.buyer, order)
    expect(complaintKinds).toContain('return-refused')
  })
})

describe('the clock', () => {
  it('accepts what is not answered, takes back what is not sent', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    await daysLater(6)
    expect((await seenBy(order.buyer, order)).returns[0].status).toBe('accepted')
    await daysLater(7)
    expect((await seenBy(order.buyer, order)).returns[0].status).toBe('withdrawn')
    await daysLater(3)
    expect((await seenBy(order.buyer, order)).status).toBe('completed')
  })

  it('takes for received what was sent back long ago, and gives the money back', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    expected(await sellers(order, 'answer', yes), 201)
    expected(await buyers(order, 'sending', way), 201)
    await daysLater(14)
    expect((await seenBy(order.buyer, order)).returns[0].status).toBe('received')
    await Promise.all([daysLater(2), ring()])
    await ring()
    const seen = await seenBy(order.buyer, order)
    expect(seen.returns[0].status).toBe('refunded')
    expect(seen.refunds).toHaveLength(1)
    await signInAgain(order.shop.chair)
  })
})

describe('pictures of a return', () => {
  const picture = (width: number) => jpeg({ width, height: 240, exif: true }).slice().buffer
  const add = (who: Client, order: Order, width = 320, more = '') =>
    who.send('POST', `${ownPathOf(order)}/returns/1/evidence${more}`, picture(width), {
      'content-type': 'image/jpeg',
      'idempotency-key': newKey(),
    })

  it('are cleaned, kept apart, and seen by both sides and the operator alone', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    const { returns } = expected(await add(order.buyer, order), 201)
    const [{ id, author }] = returns[0].pictures
    expect(author).toBe('buyer')
    const path = `${pathOf(order)}/evidence/${id}`
    for (const who of [order.buyer, order.shop.chair, order.operator.owner]) {
      expect((await who.get(path)).status).toBe(200)
    }
    expect((await new Client().get(path)).status).toBe(404)
    expect((await order.buyer.get(`${pathOf(order)}/evidence/x`)).status).toBe(404)
  })

  it('are five a side at most, none twice, no other files, and nobody else’s', async () => {
    const order = await aDeliveredOrder()
    await aReturn(order)
    const text = new TextEncoder().encode('<svg/>').slice().buffer
    const no = await order.buyer.send('POST', `${ownPathOf(order)}/returns/1/evidence`, text, {
      'idempotency-key': newKey(),
    })
    expect(no.body.slug).toBe('picture-refused')
    expect((await add(new Client(), order)).status).toBe(404)
    for (let i = 0; i < 5; i++) expected(await add(order.buyer, order, 320 + i), 201)
    expect((await add(order.buyer, order, 400)).body.slug).toBe('outside-limits')
    expected(await add(order.shop.chair, order, 500), 201)
    expect((await add(order.shop.chair, order, 500)).body.slug).toBe('already-exists')
  })
})
